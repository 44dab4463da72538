package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.intents.people.MailAddress;
import dev.quartermaster.intents.people.PersonId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores which person a Slack account belongs to and which account an e-mail address belongs to: whoever it was at the
 * first match, for good.
 */
@Component
final class AccountBindings {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AccountBindings(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An account that has somebody's address. @param organisation Enterprise Grid's, or the workspace */
    record Claim(String organisation, String account, PersonId person, MailAddress address) {}

    sealed interface Standing {
        /** Nobody has claimed either, or both are the claimant's. */
        record Theirs() implements Standing {}

        /** The address is known by another account: it was given to somebody else since, or they have a new account. */
        record OtherAccount(String account) implements Standing {}

        /** The account is another person's: its address was changed since. */
        record OtherPerson(String person) implements Standing {}
    }

    private record Known(@Nullable String person, @Nullable String account) {}

    /** Binds what nobody has claimed yet; of two at once one is first. */
    Standing claim(Claim claim) {
        Known known = known(claim);
        Standing standing = standing(claim, known);
        boolean bound = known.person() != null && known.account() != null;
        return bound || !(standing instanceof Standing.Theirs) ? standing : bind(claim);
    }

    /** What a claim would come to; nothing is bound. */
    Standing standing(Claim claim) {
        return standing(claim, known(claim));
    }

    private static Standing standing(Claim claim, Known known) {
        if (known.person() != null && !known.person().equals(claim.person().value())) {
            return new Standing.OtherPerson(known.person());
        }
        return known.account() == null || known.account().equals(claim.account())
                ? new Standing.Theirs()
                : new Standing.OtherAccount(known.account());
    }

    private Standing bind(Claim claim) {
        return Objects.requireNonNull(transaction.execute(status -> {
            insert(claim, "on conflict do nothing", "on conflict do nothing");
            Standing standing = standing(claim);
            if (!(standing instanceof Standing.Theirs)) {
                status.setRollbackOnly();
            }
            return standing;
        }));
    }

    /** Somebody who may say so has: whatever was bound before. */
    void settle(Claim claim) {
        Known known = known(claim);
        boolean so =
                claim.person().value().equals(known.person()) && claim.account().equals(known.account());
        if (!so) {
            transaction.executeWithoutResult(
                    status -> insert(
                            claim,
                            "on conflict (organisation, account) do update set person = excluded.person, since = (select qm_now())",
                            "on conflict (organisation, address) do update set account = excluded.account, since = (select qm_now())"));
        }
    }

    private Known known(Claim claim) {
        return jdbc.sql("""
                        select (select person from slack_account
                                where organisation = :organisation and account = :account) as person,
                               (select account from slack_address
                                where organisation = :organisation and address = :address) as account""")
                .param("organisation", claim.organisation())
                .param("account", claim.account())
                .param("address", claim.address().canonical())
                .query((row, number) -> new Known(row.getString("person"), row.getString("account")))
                .single();
    }

    private void insert(Claim claim, String accountTaken, String addressTaken) {
        jdbc.sql("""
                        insert into slack_account (organisation, account, person)
                        values (:organisation, :account, :person)
                        """ + accountTaken)
                .param("organisation", claim.organisation())
                .param("account", claim.account())
                .param("person", claim.person().value())
                .update();
        jdbc.sql("""
                        insert into slack_address (organisation, address, account)
                        values (:organisation, :address, :account)
                        """ + addressTaken)
                .param("organisation", claim.organisation())
                .param("address", claim.address().canonical())
                .param("account", claim.account())
                .update();
    }
}

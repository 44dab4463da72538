package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.AccountBindings.Claim;
import dev.quartermaster.bot.slack.identity.AccountBindings.Standing;
import dev.quartermaster.bot.slack.web.BotIdentity.Us;
import dev.quartermaster.intents.people.MailAddress;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Whether an account that has a person's address is that person's. Addresses are given to other people, and accounts get
 * other addresses; whoever was first matched stays, until {@code slack:} in the list of people says otherwise.
 */
@Component
final class AccountOwnership {
    private final AccountBindings bindings;
    private final ApplicationEventPublisher events;

    AccountOwnership(AccountBindings bindings, ApplicationEventPublisher events) {
        this.bindings = bindings;
        this.events = events;
    }

    /** Why it is not theirs, to its holder; the platform team hears too. Empty: it is, from now on. */
    Optional<Doubtful> contested(Person person, Profile profile, Us us, People people) {
        Claim claim = claim(person, profile, us);
        Optional<String> named = byName(person, profile, people);
        if (named.isEmpty() && !person.slack().isEmpty()) {
            bindings.settle(claim);
            return Optional.empty();
        }
        return named.or(() -> against(bindings.claim(claim))).map(why -> {
            events.publishEvent(new AccountDispute(profile.id(), claim.address().canonical(), person.id(), why));
            return new Doubtful(
                    "Your Slack account has the e-mail of somebody I know by another account, so I can't take"
                            + " you for them. Ask the platform team: if you are " + person.name()
                            + ", they enter your account, "
                            + profile.id() + ", in the list of people; then write to me again.");
        });
    }

    /** As {@link #contested}, binding nothing and telling nobody. */
    boolean uncontested(Person person, Profile profile, Us us, People people) {
        boolean named = byName(person, profile, people).isEmpty();
        return named
                && (!person.slack().isEmpty()
                        || bindings.standing(claim(person, profile, us)) instanceof Standing.Theirs);
    }

    private static Optional<String> byName(Person person, Profile profile, People people) {
        if (!person.slack().isEmpty()) {
            return person.slack().contains(profile.id())
                    ? Optional.empty()
                    : Optional.of("the list of people names other accounts as theirs");
        }
        return people.persons().values().stream()
                .filter(other -> other.slack().contains(profile.id()))
                .findFirst()
                .map(other -> "the list of people names it as the account of " + other.id());
    }

    private static Optional<String> against(Standing standing) {
        return switch (standing) {
            case Standing.Theirs theirs -> Optional.empty();
            case Standing.OtherAccount(String account) -> Optional.of("the address is known by the account " + account);
            case Standing.OtherPerson(String other) -> Optional.of("the account is known as " + other + "'s");
        };
    }

    private static Claim claim(Person person, Profile profile, Us us) {
        return new Claim(
                us.organisation(),
                profile.id(),
                person.id(),
                MailAddress.of(profile.email().orElse("")));
    }
}

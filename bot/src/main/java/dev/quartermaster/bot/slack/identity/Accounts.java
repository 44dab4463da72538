package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.web.BotIdentity;
import dev.quartermaster.bot.slack.web.BotIdentity.Us;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Finds the person behind a Slack account, and the account of a person. The person is read from the source of people at
 * every call; only the profile is cached.
 */
@Component
public final class Accounts {
    private final Profiles profiles;
    private final BotIdentity botIdentity;
    private final PeopleSource people;
    private final AccountOwnership ownership;

    Accounts(Profiles profiles, BotIdentity botIdentity, PeopleSource people, AccountOwnership ownership) {
        this.profiles = profiles;
        this.botIdentity = botIdentity;
        this.people = people;
        this.ownership = ownership;
    }

    /**
     * For whoever asks for something: the profile may be three minutes old. Not inside a transaction.
     *
     * @param team the workspace the signed event names; empty when it names none
     * @throws Unreachable when Slack cannot be asked
     */
    public Account of(String user, String team) {
        return account(user, team, profiles::byId, false);
    }

    /**
     * For whoever decides: Slack is asked whatever is remembered. Not inside a transaction.
     *
     * @throws Unreachable when Slack cannot be asked; then nobody decides
     */
    public Account now(String user, String team) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Slack is asked about a decider before the transaction, not within it");
        }
        return account(user, team, profiles::now, true);
    }

    /** The Slack account a person is told things in; empty when none of their addresses has one we would also listen to. */
    public Optional<String> of(PersonId id) {
        return own(id).map(Profile::id).findFirst();
    }

    /** Where their clock is, as their profile says; empty when none of their addresses has an account or it says nothing. */
    public Optional<ZoneId> zone(PersonId id) {
        return own(id).flatMap(profile -> profile.zone().stream()).findFirst();
    }

    /** Whom a mention means, if it is somebody we know. */
    public Optional<PersonId> mentioned(String user) {
        return switch (of(user, "")) {
            case Known(Speaker speaker) -> Optional.of(speaker.person());
            case Doubtful doubtful -> Optional.empty();
            case Machine machine -> Optional.empty();
        };
    }

    private Account account(String user, String team, Function<String, Optional<Profile>> ask, boolean confirmed) {
        Us us = botIdentity.know();
        if (user.equals(us.user()) || user.equals("USLACKBOT")) return new Machine();
        if (us.enterprise() == null && !team.isEmpty() && !team.equals(us.team())) return AccountDoubts.FOREIGN;
        Optional<Profile> profile = ask.apply(user);
        if (profile.isEmpty()) return AccountDoubts.UNKNOWN;
        return AccountDoubts.of(profile.get(), us).orElseGet(() -> known(profile.get(), us, confirmed));
    }

    private Account known(Profile profile, Us us, boolean confirmed) {
        try {
            People now = people.read();
            Optional<Person> person = profile.email().flatMap(now::byEmail);
            if (person.isEmpty()) return AccountDoubts.UNKNOWN;
            Speaker speaker = new Speaker(
                    person.get().id(), profile.id(), us.team(), profile.zone().orElse(ZoneOffset.UTC), confirmed);
            return ownership
                    .contested(person.get(), profile, us, now)
                    .<Account>map(Function.identity())
                    .orElseGet(() -> new Known(speaker));
        } catch (PeopleSource.Broken e) {
            return new Doubtful(e.getMessage());
        }
    }

    /** Slack may find an account by an address that is nearly its own: what the profile says decides. */
    private Stream<Profile> own(PersonId id) {
        Us us = botIdentity.know();
        People now = read();
        return now.find(id).stream()
                .flatMap(person -> (person.slack().isEmpty()
                                ? person.emails().stream().flatMap(email -> profiles.byEmail(email).stream())
                                : person.slack().stream().sorted().flatMap(user -> profiles.byId(user).stream()))
                        .filter(profile -> AccountDoubts.of(profile, us).isEmpty())
                        .filter(profile -> profile.email().filter(person::has).isPresent())
                        .filter(profile -> ownership.uncontested(person, profile, us, now)));
    }

    private People read() {
        try {
            return people.read();
        } catch (PeopleSource.Broken e) {
            throw new Unreachable("the source of people is broken", Duration.ofSeconds(10));
        }
    }
}

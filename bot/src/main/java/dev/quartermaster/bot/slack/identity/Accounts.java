package dev.quartermaster.bot.slack.identity;

import com.slack.api.model.User;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.identity.Account.Doubtful;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Account.Machine;
import dev.quartermaster.bot.slack.web.Ourselves;
import dev.quartermaster.bot.slack.web.Ourselves.Us;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is behind a Slack account. The person comes from the source of people at every call; only the profile is remembered. */
@Component
public final class Accounts {
    private static final String FOREIGN =
            "I serve members of one workspace, and your account belongs to another. Ask a colleague who is a member to ask me.";
    private static final String GUEST =
            "I can't serve guest accounts. Ask the member who invited you to ask me, or your workspace's admins for a full"
                    + " account.";
    private static final String UNKNOWN =
            "I don't know you yet: the e-mail of your Slack profile is not on the list of people I serve. Ask the platform"
                    + " team to add it, then write to me again.";

    private final Profiles profiles;
    private final Ourselves ourselves;
    private final PeopleSource people;

    Accounts(Profiles profiles, Ourselves ourselves, PeopleSource people) {
        this.profiles = profiles;
        this.ourselves = ourselves;
        this.people = people;
    }

    /**
     * @param team the workspace the signed event names; empty when it names none
     * @throws Unreachable when Slack cannot be asked
     */
    public Account of(String user, String team) {
        Us us = ourselves.know();
        if (user.equals(us.user()) || user.equals("USLACKBOT")) return new Machine();
        if (us.enterprise() == null && !team.isEmpty() && !team.equals(us.team())) return new Doubtful(FOREIGN);
        Optional<User> profile = profiles.byId(user);
        if (profile.isEmpty()) return new Doubtful(UNKNOWN);
        Optional<Account> doubt = doubt(profile.get(), us);
        return doubt.orElseGet(() -> known(profile.get(), us));
    }

    /** The Slack account a person is told things in; empty when none of their addresses has one we would also listen to. */
    public Optional<String> of(PersonId id) {
        Us us = ourselves.know();
        return find(id).stream()
                .flatMap(person -> person.emails().stream())
                .flatMap(email -> profiles.byEmail(email).stream())
                .filter(user -> doubt(user, us).isEmpty())
                .map(User::getId)
                .findFirst();
    }

    /** Where their clock is, as their profile says; empty when none of their addresses has an account or it says nothing. */
    public Optional<ZoneId> zone(PersonId id) {
        return find(id).stream()
                .flatMap(person -> person.emails().stream())
                .flatMap(email -> profiles.byEmail(email).stream())
                .filter(user -> user.getTz() != null)
                .map(Accounts::zone)
                .findFirst();
    }

    /** Whom a mention means, if it is somebody we know. */
    public Optional<PersonId> mentioned(String user) {
        return switch (of(user, "")) {
            case Known(Speaker speaker) -> Optional.of(speaker.person());
            case Doubtful doubtful -> Optional.empty();
            case Machine machine -> Optional.empty();
        };
    }

    private static Optional<Account> doubt(User user, Us us) {
        if (user.isBot() || user.isWorkflowBot() || user.isConnectorBot()) return Optional.of(new Machine());
        if (user.isStranger() || !ours(user, us)) return Optional.of(new Doubtful(FOREIGN));
        if (user.isRestricted() || user.isUltraRestricted()) return Optional.of(new Doubtful(GUEST));
        if (user.isDeleted()) return Optional.of(new Doubtful(UNKNOWN));
        return Optional.empty();
    }

    /** On Enterprise Grid a member's home workspace may be a sister of ours; elsewhere it must be ours. */
    private static boolean ours(User user, Us us) {
        if (user.getTeamId() == null || us.team().equals(user.getTeamId())) return true;
        return us.enterprise() != null
                && user.getEnterpriseUser() != null
                && us.enterprise().equals(user.getEnterpriseUser().getEnterpriseId());
    }

    private Account known(User user, Us us) {
        @Nullable
        String email = user.getProfile() == null ? null : user.getProfile().getEmail();
        if (email == null || email.isBlank()) return new Doubtful(UNKNOWN);
        try {
            return people.read()
                    .byEmail(email)
                    .<Account>map(person -> new Known(new Speaker(person.id(), user.getId(), us.team(), zone(user))))
                    .orElseGet(() -> new Doubtful(UNKNOWN));
        } catch (PeopleSource.Broken e) {
            return new Doubtful(e.getMessage());
        }
    }

    private Optional<Person> find(PersonId id) {
        try {
            return people.read().find(id);
        } catch (PeopleSource.Broken e) {
            throw new Unreachable("the source of people is broken", Duration.ofSeconds(10));
        }
    }

    private static ZoneId zone(User user) {
        try {
            return user.getTz() == null ? ZoneOffset.UTC : ZoneId.of(user.getTz());
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

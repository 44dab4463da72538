package dev.quartermaster.intents.people;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may ask or decide. All e-mails are one person: two accounts never become two deciders.
 *
 * @param role a word the rules use: {@code analyst}, {@code intern}, {@code manager}, {@code lead}
 * @param sponsor who answers for an intern; null for everybody else
 * @param owner who answers for a service account; null for human beings
 * @param slack ids of the Slack accounts that are theirs, where somebody had to say so; empty: the first that has their address
 */
public record Person(
        PersonId id,
        List<String> emails,
        String name,
        String role,
        @Nullable PersonId sponsor,
        @Nullable PersonId owner,
        Set<String> slack) {
    public Person {
        emails = List.copyOf(emails);
        slack = Set.copyOf(slack);
    }

    /** Whose Slack account is the first that has their address. */
    public Person(
            PersonId id,
            List<String> emails,
            String name,
            String role,
            @Nullable PersonId sponsor,
            @Nullable PersonId owner) {
        this(id, emails, name, role, sponsor, owner, Set.of());
    }

    /** A human being. */
    public Person(PersonId id, List<String> emails, String name, String role, @Nullable PersonId sponsor) {
        this(id, emails, name, role, sponsor, null);
    }

    /** Whether this is one of their addresses. */
    public boolean has(String email) {
        MailAddress given = MailAddress.of(email);
        return emails.stream().anyMatch(given::matches);
    }

    /** Whether it is a program's account: others ask for it, and it decides nothing. */
    public boolean service() {
        return owner != null;
    }
}

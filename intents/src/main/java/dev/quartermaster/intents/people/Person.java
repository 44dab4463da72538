package dev.quartermaster.intents.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may ask or decide. All e-mails are one person: two accounts never become two deciders.
 *
 * @param role a word the rules use: {@code analyst}, {@code intern}, {@code manager}, {@code lead}
 * @param sponsor who answers for an intern; null for everybody else
 * @param owner who answers for a service account; null for human beings
 */
public record Person(
        PersonId id,
        List<String> emails,
        String name,
        String role,
        @Nullable PersonId sponsor,
        @Nullable PersonId owner) {
    public Person {
        emails = List.copyOf(emails);
    }

    /** A human being. */
    public Person(PersonId id, List<String> emails, String name, String role, @Nullable PersonId sponsor) {
        this(id, emails, name, role, sponsor, null);
    }

    /** Whether it is a program's account: others ask for it, and it decides nothing. */
    public boolean service() {
        return owner != null;
    }
}

package dev.quartermaster.intents.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may ask or decide. All e-mails are one person: two accounts never become two deciders.
 *
 * @param role a word the rules use: {@code analyst}, {@code intern}, {@code manager}, {@code lead}
 * @param sponsor who answers for an intern; null for everybody else
 */
public record Person(
        PersonId id,
        List<String> emails,
        String name,
        String role,
        @Nullable PersonId sponsor) {
    public Person {
        emails = List.copyOf(emails);
    }
}

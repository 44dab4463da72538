package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Amounts, lengths of time and lists as parts of sentences. */
public final class SentenceParts {
    private SentenceParts() {}

    public static String money(long cents, String currency) {
        return BigDecimal.valueOf(cents, 2).toPlainString() + " " + currency;
    }

    public static String length(Duration length) {
        return new Value.Span(length).words();
    }

    /** {@code a, b and c}. @param last the word before the last of them */
    public static String list(List<String> names, String last) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + last + " " + names.getLast();
    }

    /** Persons by name, as "anyone of them". */
    public static String anyOf(Collection<PersonId> persons, People people) {
        return list(persons.stream().sorted().map(people::name).toList(), "or");
    }
}

package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** Amounts, lengths of time and lists of names in words. */
public final class Wording {
    private Wording() {}

    public static String money(long cents, String currency) {
        return BigDecimal.valueOf(cents, 2).toPlainString() + " " + currency;
    }

    public static String length(Duration length) {
        return new Value.Span(length).words();
    }

    /** {@code a, b and c}. */
    public static String list(List<String> names, String last) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " " + last + " " + names.getLast();
    }

    /** Persons by name, as "anyone of them". */
    public static String anyOf(Collection<PersonId> persons, People people) {
        return list(
                persons.stream()
                        .sorted()
                        .map(id -> people.find(id).map(Person::name).orElse(id.value()))
                        .toList(),
                "or");
    }
}

package dev.quartermaster.intents.people;

/** A person's id in {@code people.yaml}: lower case letters, digits, dots, dashes; at most 63. */
public record PersonId(String value) implements Comparable<PersonId> {
    public PersonId {
        if (!value.matches("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException("Not a person's id: " + value);
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.quartermaster.intents.people;

/** A team's id in {@code people.yaml}: lower case letters, digits, dots, dashes; at most 63. */
public record TeamId(String value) implements Comparable<TeamId> {
    public TeamId {
        if (!value.matches("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?")) {
            throw new IllegalArgumentException("Not a team's id: " + value);
        }
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

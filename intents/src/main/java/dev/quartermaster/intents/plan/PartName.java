package dev.quartermaster.intents.plan;

/** A part's name within its plan: an RFC 1123 label of at most 30. */
public record PartName(String value) implements Comparable<PartName> {
    public PartName {
        if (!value.matches("[a-z]([a-z0-9-]{0,28}[a-z0-9])?")) {
            throw new IllegalArgumentException("Not a part's name: " + value);
        }
    }

    @Override
    public int compareTo(PartName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

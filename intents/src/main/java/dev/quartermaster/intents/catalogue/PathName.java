package dev.quartermaster.intents.catalogue;

/** A golden path's name: an RFC 1123 label of at most 40, so that names made from it stay valid. */
public record PathName(String value) implements Comparable<PathName> {
    /** As a regular expression. */
    public static final String FORM = "[a-z]([a-z0-9-]{0,38}[a-z0-9])?";

    public PathName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("Not a golden path's name: " + value);
        }
    }

    @Override
    public int compareTo(PathName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.quartermaster.intents.catalogue;

/** {@code schema.table} or {@code schema.*}, lower case SQL words; SQL is only ever made from names the catalogue holds. */
public record DatasetName(String value) implements Comparable<DatasetName> {
    /** As a regular expression. */
    public static final String FORM = "[a-z_][a-z0-9_]{0,62}\\.([a-z_][a-z0-9_]{0,62}|\\*)";

    public DatasetName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("Not a dataset's name (schema.table or schema.*): " + value);
        }
    }

    public String schema() {
        return value.substring(0, value.indexOf('.'));
    }

    public String table() {
        return value.substring(value.indexOf('.') + 1);
    }

    /** Whether this name is, or by its {@code *} includes, the other. */
    public boolean covers(DatasetName other) {
        return equals(other) || (table().equals("*") && schema().equals(other.schema()));
    }

    @Override
    public int compareTo(DatasetName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.quartermaster.actions.retention;

/**
 * Rows of a table that are deleted by themselves.
 *
 * @param days how long they stay; 1 or more
 * @param over SQL, of our own alone: which rows are meant, with {@code :days}
 */
public record RetentionRule(String table, int days, String over) {
    public RetentionRule {
        if (!table.matches("[a-z_]+") || days < 1 || !over.contains(":days")) {
            throw new IllegalArgumentException("a rule needs a table, days, and rows that they decide about: " + table);
        }
    }
}

package dev.quartermaster.intents.reading.clauses;

/**
 * A stretch of a message, {@code start} inclusive, {@code end} exclusive, and what it is.
 *
 * @param begins whether its first words order or ask something
 */
public record Clause(Form form, boolean begins, int start, int end) {

    public boolean holds(int at) {
        return start <= at && at < end;
    }

    public String of(String message) {
        return message.substring(start, Math.min(end, message.length()));
    }
}

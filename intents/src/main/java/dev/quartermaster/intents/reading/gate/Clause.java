package dev.quartermaster.intents.reading.gate;

/** A stretch of a message, {@code start} inclusive, {@code end} exclusive, and what it is. */
record Clause(Form form, int start, int end) {

    boolean holds(int at) {
        return start <= at && at < end;
    }

    String of(String message) {
        return message.substring(start, Math.min(end, message.length()));
    }
}

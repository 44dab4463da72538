package dev.quartermaster.intents.rulebook;

/** Whole lines of a file, from 1, both ends included; {@code last < first}: none. */
public record Lines(int first, int last) {
    public boolean contains(int line) {
        return first <= line && line <= last;
    }

    int count() {
        return Math.max(0, last - first + 1);
    }
}

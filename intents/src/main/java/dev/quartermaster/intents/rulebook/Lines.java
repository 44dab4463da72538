package dev.quartermaster.intents.rulebook;

/** A range of whole lines of a file, counted from 1, both ends included; empty when {@code last < first}. */
public record Lines(int first, int last) {
    public boolean contains(int line) {
        return first <= line && line <= last;
    }

    int count() {
        return Math.max(0, last - first + 1);
    }
}

package dev.quartermaster.intents.yaml;

/**
 * What is wrong with a file, for the person who wrote it.
 *
 * @param line from 1; 0 when it is about the whole file
 * @param todo the next step
 */
public record Problem(String file, int line, String what, String todo) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + what + " " + todo;
    }
}

package dev.quartermaster.intents.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** Measures, removes and adds the indentation of YAML. */
final class Indent {
    private Indent() {}

    static int of(String line) {
        return line.length() - line.stripLeading().length();
    }

    static String less(String line, int depth) {
        return line.substring(Math.min(depth, of(line))).stripTrailing();
    }

    /**
     * Lines as typed, each a level deeper. Whatever YAML takes for the end of a line ends one here, so that nothing
     * typed can begin at the file's left edge.
     */
    static List<String> more(String text, int depth) {
        String typed = text.replaceAll("\\R", "\n").strip();
        return typed.lines()
                .map(line -> line.isBlank() ? "" : " ".repeat(depth) + line.stripTrailing())
                .collect(Collectors.toList());
    }
}

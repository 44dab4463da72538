package dev.quartermaster.prompts;

import java.util.List;

/** A text and the SHA-256 of its bytes (64 hex digits), so that a decision can say which wording it was made with. */
public record Prompt(String name, String text, String hash) {

    /** Its lines without comments ({@code #} at the start) and empty ones. */
    public List<String> lines() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}

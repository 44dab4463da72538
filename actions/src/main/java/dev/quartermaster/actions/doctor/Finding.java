package dev.quartermaster.actions.doctor;

import java.util.List;

/**
 * One thing that lacks.
 *
 * @param words what, in one plain sentence for a platform team
 * @param paths golden paths that need it, by name; empty: everything that needs the other side at all
 * @param affected who notices it, such as {@code everybody} or {@code the team growth}
 * @param mend the exact command, statement or variable
 */
public record Finding(String words, List<String> paths, String affected, String mend) {
    public Finding {
        paths = paths.stream().distinct().sorted().toList();
        if (words.isBlank() || affected.isBlank() || mend.isBlank()) {
            throw new IllegalArgumentException("A finding says what, who and how to mend it");
        }
    }
}

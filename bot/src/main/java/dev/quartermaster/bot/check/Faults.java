package dev.quartermaster.bot.check;

import dev.quartermaster.intents.yaml.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong, each once, however many values it is found with. */
final class Faults {
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    /** @param with the values it was found with, such as {@code With --cpu 64: }; empty: with any */
    void problem(String file, int line, String with, String what, String todo) {
        if (told.add(file + line + what)) {
            problems.add(new Problem(file, line, with + what, todo));
        }
    }

    void warning(String file, int line, String what, String todo) {
        if (told.add(file + line + what)) {
            warnings.add(new Problem(file, line, what, todo));
        }
    }

    void warning(Problem found) {
        warning(found.file(), found.line(), found.what(), found.todo());
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }
}

package dev.quartermaster.bot.check;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands after {@code check}.
 *
 * @param folder the configuration; empty: the default organisation
 * @param show the golden path to print; empty: none
 * @param values of its parameters, as typed, by name
 */
record CheckArguments(
        String folder,
        @Nullable Path definitions,
        boolean dryRun,
        @Nullable Path schemas,
        String show,
        Map<String, String> values) {
    CheckArguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Empty where it is none of that. @param standard the folder where none is typed */
    static Optional<CheckArguments> of(List<String> typed, String standard) {
        Deque<String> words = new ArrayDeque<>(typed);
        Map<String, String> options = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        String folder = "";
        while (!words.isEmpty()) {
            String word = words.pop();
            if (!word.startsWith("--")) {
                if (!folder.isEmpty()) {
                    return Optional.empty();
                }
                folder = word;
                continue;
            }
            String name = word.substring(2).replace('_', '-');
            if (name.equals("dry-run")) {
                options.put(name, "yes");
            } else if (words.isEmpty() || words.peek().startsWith("--")) {
                return Optional.empty();
            } else if (List.of("crds", "schemas", "show").contains(name)) {
                options.put(name, words.pop());
            } else {
                values.put(name.replace('-', '_'), words.pop());
            }
        }
        String show = options.getOrDefault("show", "");
        return values.isEmpty() || !show.isEmpty()
                ? Optional.of(new CheckArguments(
                        folder.isEmpty() ? standard : folder,
                        path(options.get("crds")),
                        options.containsKey("dry-run"),
                        path(options.get("schemas")),
                        show,
                        values))
                : Optional.empty();
    }

    private static @Nullable Path path(@Nullable String typed) {
        return typed == null ? null : Path.of(typed);
    }
}

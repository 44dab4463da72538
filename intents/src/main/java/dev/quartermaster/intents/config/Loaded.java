package dev.quartermaster.intents.config;

import dev.quartermaster.intents.yaml.Problem;
import java.util.List;

/** The result of reading an organisation's files: a whole bundle, or every problem found and no bundle. */
public sealed interface Loaded {
    record Ok(Bundle bundle) implements Loaded {}

    /** Everything that is wrong, by file and line; never empty. */
    record Broken(List<Problem> problems) implements Loaded {
        public Broken {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("Broken without a problem");
            }
        }
    }
}

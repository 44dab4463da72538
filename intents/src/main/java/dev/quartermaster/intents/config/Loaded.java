package dev.quartermaster.intents.config;

import dev.quartermaster.intents.yaml.Problem;
import java.util.List;

/** What came of reading the files of an organisation. */
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

package dev.quartermaster.actions.bundle;

import java.util.List;

/** Published when files changed and are not put in force; each problem names file, line, what and what to do. */
public record BundleRefused(List<String> problems) {
    public BundleRefused {
        problems = List.copyOf(problems);
    }
}

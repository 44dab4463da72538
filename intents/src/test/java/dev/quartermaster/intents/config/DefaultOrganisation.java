package dev.quartermaster.intents.config;

import java.io.IOException;
import java.util.stream.Collectors;

/** The default organisation as the jar carries it, for tests of every room. */
public final class DefaultOrganisation {
    private DefaultOrganisation() {}

    public static Bundle load() {
        try {
            return switch (new BundleReader().read(BundleFiles.ofJar())) {
                case Loaded.Ok(var bundle) -> bundle;
                case Loaded.Broken(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
            };
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}

package dev.quartermaster.actions.organisation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.People;
import java.io.IOException;
import java.util.Map;

/** An organisation as its files say, which stays in force whatever happens. */
public record FixedBundles(Bundle current) implements Bundles {
    /** The default organisation. */
    public static FixedBundles ofJar() throws IOException {
        return of(BundleFiles.ofJar());
    }

    /** @param files whole texts by name; without a problem */
    public static FixedBundles of(Map<String, String> files) {
        return new FixedBundles(((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(files)).bundle());
    }

    @Override
    public Bundle byHash(String hash) {
        return current;
    }

    @Override
    public People read() {
        return current.people();
    }
}

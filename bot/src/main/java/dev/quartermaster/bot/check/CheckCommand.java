package dev.quartermaster.bot.check;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Tried;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a folder as the bot would, with the rules' own tests, and says everything that is wrong by file and line; or what
 * each golden path is made of, and how far that was tried. Reads nothing else: no database, no Slack, no cluster.
 */
public final class CheckCommand {
    static final String USAGE = """
            usage: check [FOLDER]
              FOLDER    the configuration; the one of QUARTERMASTER_CONFIG when left out, or the default organisation""";

    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;

    public CheckCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * @param typed what stands after {@code check}
     * @return the exit code: 0, 1 where something is wrong with the files, 2 where the command cannot be carried out
     */
    public int run(List<String> typed) {
        if (typed.size() > 1 || typed.stream().anyMatch(each -> each.startsWith("-"))) {
            out.println(USAGE);
            return MISUSED;
        }
        String folder = typed.isEmpty() ? environment.getOrDefault("QUARTERMASTER_CONFIG", "") : typed.getFirst();
        if (!folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
            out.println("There is no folder " + folder + ".");
            out.println(USAGE);
            return MISUSED;
        }
        try {
            var files = folder.isBlank() ? BundleFiles.ofJar() : BundleFiles.ofFolder(Path.of(folder));
            return told(folder.isBlank() ? "The default organisation" : folder, files);
        } catch (IOException unreadable) {
            out.println("Cannot read " + (folder.isBlank() ? "the default organisation" : folder) + ": "
                    + unreadable.getMessage() + ".");
            return MISUSED;
        }
    }

    private int told(String name, Map<String, String> files) {
        return switch (new BundleReader(PartTypeScan.found()).read(files)) {
            case Loaded.Broken(var problems) -> {
                problems.forEach(out::println);
                out.println(name + ": " + (problems.size() == 1 ? "1 problem." : problems.size() + " problems.")
                        + " It would not be put in force.");
                yield BROKEN;
            }
            case Loaded.Ok(Bundle bundle) -> {
                Catalogue local = local(files);
                bundle.catalogue().paths().values().stream()
                        .sorted(Comparator.comparing(path -> path.name().value()))
                        .forEach(path -> path(path, local.paths().get(path.name())));
                out.println(
                        name + ": nothing wrong, " + bundle.catalogue().paths().size() + " golden paths.");
                yield 0;
            }
        };
    }

    /** The catalogue as read where every part that has a stand-in on this machine is made by it. */
    private static Catalogue local(Map<String, String> files) {
        PartTypes types = PartTypeScan.found();
        return ((Loaded.Ok) new BundleReader(types, Set.copyOf(types.standIns())).read(files))
                .bundle()
                .catalogue();
    }

    private void path(GoldenPath path, GoldenPath local) {
        out.println(path.name() + (path.planned() ? ": planned, not offered" : ""));
        for (int i = 0; i < path.parts().size(); i++) {
            PartTemplate part = path.parts().get(i);
            PartTemplate instead = local.parts().get(i);
            part("  " + part.name(), part);
            if (!instead.type().equals(part.type())) {
                part("  " + part.name() + ", on this machine where that is allowed", instead);
            }
        }
    }

    private void part(String name, PartTemplate part) {
        out.println(name + " (" + part.type().kind() + "): "
                + part.type().tried().stream().map(Tried::toString).collect(Collectors.joining("; ")));
    }
}

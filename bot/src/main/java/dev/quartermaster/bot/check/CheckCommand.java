package dev.quartermaster.bot.check;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Tried;
import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a folder as the bot would, with the rules' own tests, and tries what its golden paths would make. Says everything
 * that is wrong by file and line; or what each golden path is made of, and how far that was tried. Reads nothing else: no
 * database, no Slack, and a cluster only where it is told to.
 */
public final class CheckCommand {
    static final String USAGE = """
            usage: check [FOLDER] [--crds FOLDER] [--dry-run]
                   check [FOLDER] --show PATH [--PARAMETER VALUE ...]
                   check --schemas FOLDER
              FOLDER           the configuration; the one of QUARTERMASTER_CONFIG when left out, or the default organisation
              --crds FOLDER    definitions of custom kinds (CustomResourceDefinition), to hold manifests to
              --dry-run        asks the cluster of KUBECONFIG what it would refuse; nothing is made there
              --show PATH      prints what would be made of a golden path, with these values
              --schemas FOLDER writes JSON Schemas of the files there, for editors""";

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
        Optional<CheckArguments> read = typed.stream().anyMatch("--help"::equals)
                ? Optional.empty()
                : CheckArguments.of(typed, environment.getOrDefault("QUARTERMASTER_CONFIG", ""));
        if (read.isEmpty()) {
            out.println(USAGE);
            return MISUSED;
        }
        CheckArguments arguments = read.get();
        if (arguments.schemas() != null) {
            return schemas(arguments.schemas());
        }
        String folder = arguments.folder();
        if (!folder.isBlank() && !Files.isDirectory(Path.of(folder))) {
            return misused("There is no folder " + folder + ".\n" + USAGE);
        }
        try {
            var files = folder.isBlank() ? BundleFiles.ofJar() : BundleFiles.ofFolder(Path.of(folder));
            return told(arguments, folder.isBlank() ? "The default organisation" : folder, files);
        } catch (IOException unreadable) {
            return misused("Cannot read " + (folder.isBlank() ? "the default organisation" : folder) + ": "
                    + unreadable.getMessage() + ".");
        }
    }

    private int schemas(Path folder) {
        try {
            out.println(SchemaFiles.write(folder) + " schemas are in " + folder + ".");
            return 0;
        } catch (IOException refused) {
            return misused("Cannot write to " + folder + ": " + refused.getMessage() + ".");
        }
    }

    private int told(CheckArguments arguments, String name, Map<String, String> files) {
        return switch (new BundleReader(PartTypeScan.found()).read(files)) {
            case Loaded.Broken(var problems) -> broken(name, problems);
            case Loaded.Ok(Bundle bundle) when !arguments.show().isEmpty() -> shown(arguments, bundle);
            case Loaded.Ok(Bundle bundle) -> tried(arguments, name, files, bundle);
        };
    }

    private int broken(String name, List<Problem> problems) {
        problems.forEach(out::println);
        out.println(name + ": " + (problems.size() == 1 ? "1 problem." : problems.size() + " problems.")
                + " It would not be put in force.");
        return BROKEN;
    }

    private int shown(CheckArguments arguments, Bundle bundle) {
        return switch (ShownPath.of(bundle, arguments.show(), arguments.values())) {
            case ShownPath.Answer.Text(var text) -> {
                out.println(text);
                yield 0;
            }
            case ShownPath.Answer.Refused(var words) -> misused(words);
        };
    }

    private int tried(CheckArguments arguments, String name, Map<String, String> files, Bundle bundle) {
        Bundle local = local(files);
        var faults = new Faults();
        String summary;
        try {
            summary = new OrganisationTrial(bundle, local, faults).all(arguments, environment);
        } catch (IllegalArgumentException | IOException unreadable) {
            return misused(String.valueOf(unreadable.getMessage()));
        }
        if (faults.problems().isEmpty()) {
            paths(bundle).forEach(path -> path(path, local.catalogue().paths().get(path.name())));
        }
        faults.warnings().forEach(each -> out.println("warning: " + each));
        out.println(summary);
        if (!faults.problems().isEmpty()) {
            return broken(name, faults.problems());
        }
        out.println(name + ": nothing wrong, " + bundle.catalogue().paths().size() + " golden paths.");
        return 0;
    }

    static List<GoldenPath> paths(Bundle bundle) {
        return bundle.catalogue().paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .toList();
    }

    /** As read where every part that has a stand-in on this machine is made by it. */
    private static Bundle local(Map<String, String> files) {
        PartTypes types = PartTypeScan.found();
        return ((Loaded.Ok) new BundleReader(types, Set.copyOf(types.standIns())).read(files)).bundle();
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

    private int misused(String words) {
        out.println(words);
        return MISUSED;
    }
}

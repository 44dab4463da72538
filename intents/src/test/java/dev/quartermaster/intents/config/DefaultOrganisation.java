package dev.quartermaster.intents.config;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.part.Shape;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The default organisation as the jar carries it, for tests of every room. Nobody is here who makes parts, so every word
 * that its files give as a provider is one, and gives whatever they name of a part; those that the language and the rules
 * have a word for are as they are.
 */
public final class DefaultOrganisation {
    private static final Pattern PROVIDER = Pattern.compile("provider: ([a-z-]+)");
    private static final Pattern OUTPUT = Pattern.compile("parts\\.[a-z0-9_]+\\.([a-z0-9_]+)");
    private static final Shape.Entries DATA =
            Shape.map().with("datasets", Shape.list(Shape.dataset())).with("access", Shape.words("read", "write"));
    private static final PartTypes TYPES = types();

    private DefaultOrganisation() {}

    public static Bundle load() {
        try {
            return load(BundleFiles.ofJar());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** With one of its golden paths only announced. */
    public static Bundle planned(String path) {
        try {
            Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
            files.computeIfPresent(
                    "golden-paths/" + path + ".yaml",
                    (file, text) -> text.replaceFirst("(?s)\nparts:.*", "\nplanned: true\n"));
            return load(files);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Bundle load(Map<String, String> files) {
        return load(reader(), files);
    }

    private static Bundle load(BundleReader reader, Map<String, String> files) {
        return switch (reader.read(files)) {
            case Loaded.Ok(var bundle) -> bundle;
            case Loaded.Broken(var problems) ->
                throw new AssertionError(
                        problems.stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
        };
    }

    public static BundleReader reader() {
        return new BundleReader(TYPES);
    }

    /** As it is where these kinds are made on the machine. */
    static Bundle load(Set<String> madeHere) {
        try {
            return load(new BundleReader(TYPES, madeHere), BundleFiles.ofJar());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    public static PartType type(String kind) {
        return TYPES.find(kind).orElseThrow();
    }

    private static PartTypes types() {
        try {
            Set<String> outputs = named(OUTPUT);
            return new PartTypes(
                    named(PROVIDER).stream().map(kind -> type(kind, outputs)).toList());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Set<String> named(Pattern what) throws IOException {
        return BundleFiles.ofJar().values().stream()
                .flatMap(text -> what.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static PartType type(String kind, Set<String> outputs) {
        return switch (kind) {
            case "grant" -> new Known(kind, DATA, outputs, false, true);
            case "kubernetes", "notebook" -> new Known(kind, Shape.map().andMore(), outputs, true, false);
            default -> new Known(kind, Shape.map().andMore(), outputs, false, false);
        };
    }

    private record Known(String kind, Shape.Entries spec, Set<String> outputs, boolean compute, boolean opensData)
            implements PartType {
        @Override
        public String standsIn() {
            return kind.equals("notebook") ? "a notebook on this machine" : "";
        }
    }
}

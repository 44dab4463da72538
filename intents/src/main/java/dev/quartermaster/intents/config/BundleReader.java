package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.file.PolicyFiles;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads and checks all files of one organisation together: either a whole bundle, or everything that is wrong with it. */
public final class BundleReader {
    private static final String PATHS = "golden-paths/";
    private static final String POLICIES = "policies/";
    private static final List<String> SINGLE = List.of("organisation.yaml", "people.yaml", "data.yaml", "prices.yaml");

    /** The single files, and those that may be missing. */
    private static final List<String> READ =
            Stream.concat(SINGLE.stream(), Stream.of(JobsFile.NAME)).toList();

    private final PartTypes types;
    private final Set<String> madeHere;

    /** @param types what parts can be made of */
    public BundleReader(PartTypes types) {
        this(types, Set.of());
    }

    /** @param madeHere kinds that are made in place of a part that names them as its {@code local} */
    public BundleReader(PartTypes types, Set<String> madeHere) {
        this.types = types;
        this.madeHere = Set.copyOf(madeHere);
    }

    /** @param files relative path, with forward slashes, to text */
    public Loaded read(Map<String, String> files) {
        return read(files, Set.of());
    }

    /** @param tried files that somebody is only trying out: what stands in their rules may cost less */
    public Loaded read(Map<String, String> files, Set<String> tried) {
        SortedMap<String, String> sorted = new TreeMap<>(files);
        List<Problem> problems = new ArrayList<>();
        sorted.keySet().forEach(file -> known(file, problems));
        Map<String, Node> roots = roots(sorted, problems);
        Declared declared = Declared.in(roots);
        Organisation organisation = new OrganisationFile().read(root("organisation.yaml", roots, problems));
        People people = new PeopleFile(declared, organisation.currency()).read(root("people.yaml", roots, problems));
        PriceList prices = new PricesFile(organisation.currency()).read(root("prices.yaml", roots, problems));
        var datasets = new DataFile(declared).read(root("data.yaml", roots, problems));
        var paths = paths(roots, declared, prices);
        var jobs = Optional.ofNullable(roots.get(JobsFile.NAME))
                .map(new JobsFile(declared, types, paths.keySet())::read)
                .orElse(Map.of());
        Catalogue catalogue = new Catalogue(paths, datasets, types, jobs);
        String hash = Hash.of(sorted);
        var parts = new Parts(organisation, people, catalogue, prices, hash);
        Judge judge = judge(sorted, parts, tried, problems);
        return problems.isEmpty() ? new Loaded.Ok(parts.with(sorted, judge)) : broken(problems);
    }

    /**
     * As {@link #read(Map, Set)}, with what other files say taken from a bundle where only rules differ from it: whoever
     * tries a rule waits for the rules alone.
     */
    public Loaded read(Bundle before, Map<String, String> files, Set<String> tried) {
        if (!rulesAlone(before.files(), files)) {
            return read(files, tried);
        }
        SortedMap<String, String> sorted = new TreeMap<>(files);
        List<Problem> problems = new ArrayList<>();
        sorted.keySet().forEach(file -> known(file, problems));
        String hash = Hash.of(sorted);
        var same = new Parts(before.organisation(), before.people(), before.catalogue(), before.prices(), hash);
        Judge judge = judge(sorted, same, tried, problems);
        return problems.isEmpty() ? new Loaded.Ok(same.with(sorted, judge)) : broken(problems);
    }

    private static boolean rulesAlone(Map<String, String> before, Map<String, String> files) {
        Map<String, String> others = new TreeMap<>(files);
        Map<String, String> othersBefore = new TreeMap<>(before);
        others.keySet().removeIf(file -> isIn(POLICIES, file));
        othersBefore.keySet().removeIf(file -> isIn(POLICIES, file));
        return others.equals(othersBefore);
    }

    private static Loaded broken(List<Problem> problems) {
        return new Loaded.Broken(problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparing(Problem::line))
                .toList());
    }

    private record Parts(
            Organisation organisation, People people, Catalogue catalogue, PriceList prices, String version) {
        Bundle with(SortedMap<String, String> files, Judge judge) {
            return new Bundle(version, files, organisation, people, catalogue, prices, judge);
        }
    }

    /** Rules speak of everything else, so they are read when everything else is in order. */
    private static Judge judge(
            SortedMap<String, String> files, Parts parts, Set<String> tried, List<Problem> problems) {
        Map<String, String> policies = new TreeMap<>(files);
        policies.keySet().removeIf(file -> !problems.isEmpty() || !isIn(POLICIES, file));
        return PolicyFiles.read(
                policies,
                tried,
                parts.organisation(),
                parts.people(),
                parts.catalogue(),
                parts.prices(),
                parts.version(),
                problems);
    }

    /** Every file that is ours to read, as far as it is YAML. Rule files are read by the rules' own room. */
    private static Map<String, Node> roots(SortedMap<String, String> files, List<Problem> problems) {
        Map<String, Node> roots = new TreeMap<>();
        files.forEach((file, text) -> {
            if (READ.contains(file) || isIn(PATHS, file)) {
                YamlFile.read(file, text, problems).ifPresent(root -> roots.put(file, root));
            }
        });
        for (String file : SINGLE) {
            if (!files.containsKey(file)) {
                problems.add(new Problem(file, 0, "The file is missing.", "Add it; the default organisation has one."));
            }
        }
        return roots;
    }

    private static Node root(String file, Map<String, Node> roots, List<Problem> problems) {
        return Optional.ofNullable(roots.get(file)).orElseGet(() -> Node.absent(file, 0, problems));
    }

    private Map<PathName, GoldenPath> paths(Map<String, Node> roots, Declared declared, PriceList prices) {
        Map<PathName, GoldenPath> paths = new HashMap<>();
        var reader = new GoldenPathFile(declared, prices, types, madeHere);
        roots.forEach((file, root) -> {
            if (isIn(PATHS, file)) {
                reader.read(root).ifPresent(path -> paths.put(path.name(), path));
            }
        });
        return paths;
    }

    /** A file nobody reads is most likely one that somebody thinks is read. */
    private static void known(String file, List<Problem> problems) {
        boolean ours = READ.contains(file)
                || isIn(PATHS, file)
                || isIn(POLICIES, file)
                || file.endsWith(".md")
                || file.startsWith(BundleSchemas.FOLDER);
        if (!ours) {
            problems.add(new Problem(
                    file,
                    0,
                    "Nothing reads this file.",
                    NearestWord.nearest(file, READ)
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("Put it into golden-paths/ or policies/ as NAME.yaml, or remove it.")));
        }
    }

    private static boolean isIn(String folder, String file) {
        return file.startsWith(folder)
                && file.endsWith(".yaml")
                && !file.substring(folder.length()).contains("/");
    }
}

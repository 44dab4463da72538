package dev.quartermaster.bot.check;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.kubernetes.ManifestTrial;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * Makes the plans of golden paths with values at the edges of their parameters, and looks at what would be made: whether
 * it can be planned and priced, whether each part's spec is still of its shape, what a cluster would refuse of it, and
 * with the standards whether it becomes ready on a simulated one.
 */
final class PathTrial {
    private final Samples samples;
    private final ManifestTrial manifests;
    private final FilePlaces places;
    private final Faults faults;
    private final Set<Map<String, Object>> shaped = new HashSet<>();
    private int paths;
    private int sets;
    private int pairs;
    private int possible;

    PathTrial(Samples samples, ManifestTrial manifests, FilePlaces places, Faults faults) {
        this.samples = samples;
        this.manifests = manifests;
        this.places = places;
        this.faults = faults;
    }

    /** One that is offered. */
    void path(GoldenPath path) {
        if (path.planned()) {
            return;
        }
        var edges = EdgeValues.of(path);
        int before = faults.problems().size();
        var prices = new PriceTrial(samples, places, faults);
        edges.alone().forEach(values -> tried(path, values).ifPresent(price -> prices.look(path, with(values), price)));
        edges.pairs().forEach(values -> tried(path, values));
        paths++;
        sets += edges.alone().size() + edges.pairs().size();
        pairs += edges.pairs().size();
        possible += edges.possible();
        if (faults.problems().size() == before) {
            ready(path, edges.alone().getFirst());
        }
    }

    /** As where parts are made on this machine: their specs alone. */
    void local(Samples here, GoldenPath path) {
        if (path.planned()) {
            return;
        }
        EdgeValues.of(path).alone().forEach(values -> {
            if (here.draft(path, values) instanceof Draft.Ready(var plan, var price)) {
                shapes(path, plan, with(values));
            }
        });
    }

    private Optional<Price> tried(GoldenPath path, SortedMap<String, Value> values) {
        String with = with(values);
        return switch (samples.draft(path, values)) {
            case Draft.Outside(var findings, var fault) -> {
                String words = fault.isEmpty() ? findings.getFirst().words() : fault + ".";
                faults.problem(
                        FilePlaces.file(path.name()),
                        where(FilePlaces.file(path.name()), fault),
                        with,
                        "It cannot be made: " + words,
                        "Correct the expression, or take the value out of the parameter's bounds.");
                yield Optional.empty();
            }
            case Draft.Ready(var plan, var price) -> {
                shapes(path, plan, with);
                for (Part part : plan.parts()) {
                    if (part.provider().equals("kubernetes")) {
                        objects(path, part, with);
                    }
                }
                yield Optional.of(price);
            }
        };
    }

    private int where(String file, String fault) {
        return fault.startsWith("Less than nothing")
                ? places.line(file, "price")
                : places.expression(file, text -> fault.startsWith("No value for " + text + ": "))
                        .orElseGet(() -> places.line(file, "parts"));
    }

    /** Values may stand for what a spec bounds, such as {@code ${p.workers}} for a number of at most 32. */
    private void shapes(GoldenPath path, Plan plan, String with) {
        for (int i = 0; i < plan.parts().size(); i++) {
            PartTemplate template = path.parts().get(i);
            Map<String, Object> spec = samples.filled(path, plan.parts().get(i)).spec();
            if (!shaped.add(spec)) {
                continue;
            }
            List<Problem> wrong = new ArrayList<>();
            YamlFile.read(path.name() + " " + template.name(), new Yaml().dump(spec), wrong)
                    .ifPresent(node -> template.type().spec().check(node, anyDataset -> {}));
            wrong.forEach(each -> faults.problem(
                    FilePlaces.file(path.name()),
                    places.line(FilePlaces.file(path.name()), "parts", template.name()),
                    with,
                    "In the part " + template.name() + ": " + each.what(),
                    "Bound the parameter, or the expression."));
        }
    }

    private void objects(GoldenPath path, Part part, String with) {
        String file = FilePlaces.file(path.name());
        manifests
                .objections(samples.order(path, part))
                .forEach(each -> faults.problem(
                        file,
                        each.kind().isEmpty()
                                ? places.line(file, "parts", part.name().value())
                                : places.line(file, "parts", part.name().value(), "manifests", each.kind()),
                        with,
                        (each.kind().isEmpty() ? "" : each.kind() + ": ") + ended(each.words()),
                        "Correct the manifest; \"check --show " + path.name() + "\" prints what would be made."));
    }

    private void ready(GoldenPath path, SortedMap<String, Value> standards) {
        if (!(samples.draft(path, standards) instanceof Draft.Ready(var plan, var price))) {
            return;
        }
        for (Part part : plan.parts()) {
            if (part.provider().equals("kubernetes") && part.ready() != null) {
                Order order = samples.order(path, part);
                manifests.made(order).flatMap(PathTrial::unready).ifPresent(words -> {
                    String file = FilePlaces.file(path.name());
                    faults.problem(
                            file,
                            places.line(file, "parts", part.name().value(), "ready"),
                            "",
                            "It never becomes ready on the simulated cluster, where every pod runs at once: " + words
                                    + ".",
                            "Correct ready: it may name an object or a field that is not there.");
                });
            }
        }
    }

    private static Optional<String> unready(Observed observed) {
        return switch (observed) {
            case Observed.Ready any -> Optional.empty();
            case Observed.Done any -> Optional.empty();
            case Observed.Making making -> Optional.of(making.words());
            case Observed.Broken broken -> Optional.of(broken.words());
            case Observed.Failed failed -> Optional.of(failed.words());
            case Observed.Unreachable unreachable -> Optional.of(unreachable.words() + " is away");
            case Observed.Absent any -> Optional.of("nothing is there");
            case Observed.Stopped any -> Optional.of("it is stopped");
            case Observed.Ending ending -> Optional.of(ending.words());
        };
    }

    private static String ended(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static String with(SortedMap<String, Value> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(each -> Parameter.option(each.getKey()) + " "
                                + each.getValue().text())
                        .collect(Collectors.joining(" ", "With ", ": "));
    }

    /** For people: what was tried, with every bound that was put on it. */
    String summary() {
        return "Tried: " + paths + " golden paths with " + sets + " sets of values (every edge of each parameter, and "
                + (pairs == possible ? "all " + pairs : pairs + " of the " + possible)
                + " pairs of edges), " + manifests.count() + " different objects.";
    }
}

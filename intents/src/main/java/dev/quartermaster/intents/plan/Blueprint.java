package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.Template;
import dev.quartermaster.intents.part.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A golden path with its expressions compiled, once a bundle, and its datasets resolved. */
final class Blueprint {
    private final GoldenPath path;
    private final Catalogue catalogue;
    private final List<PartBlueprint> parts = new ArrayList<>();
    private final Map<GoldenPath.LinkTemplate, Template> links = new LinkedHashMap<>();
    private final Map<String, Template> quantities = new LinkedHashMap<>();

    /** What is known only when parts are ready, each marked as open. */
    private final Map<String, Object> open = new LinkedHashMap<>();

    private record PartBlueprint(GoldenPath.PartTemplate part, Map<String, Template> spec, Set<DatasetName> reaches) {}

    Blueprint(GoldenPath path, Catalogue catalogue) {
        this.path = path;
        this.catalogue = catalogue;
        var expressions = PathExpressions.of(path.parameters());
        for (GoldenPath.PartTemplate part : path.parts()) {
            Map<String, Template> spec = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : part.spec().entrySet()) {
                spec.put(entry.getKey(), Template.of(entry.getValue(), expressions.manifests()));
            }
            parts.add(new PartBlueprint(part, spec, reaches(part, catalogue)));
            expressions = expressions.after(part.name(), part.type());
            Outputs.names(part.name(), part.type()).forEach(name -> open.put(name, Outputs.place(name)));
        }
        PathExpressions all = expressions;
        path.links().forEach(link -> links.put(link, Template.of(link.url(), all.manifests())));
        path.price().forEach((resource, amount) -> quantities.put(resource, Template.of(amount, all.prices())));
    }

    GoldenPath path() {
        return path;
    }

    /** @param values by name, everything {@link PathExpressions} promises for manifests */
    List<Part> parts(Map<String, Object> known) throws Expression.Unworkable {
        Map<String, Object> values = withOpen(known);
        List<Part> made = new ArrayList<>();
        for (PartBlueprint each : parts) {
            Map<String, Object> spec = new LinkedHashMap<>();
            for (Map.Entry<String, Template> entry : each.spec().entrySet()) {
                entry.getValue().fill(values).ifPresent(tree -> spec.put(entry.getKey(), tree));
            }
            datasets(each.part(), spec);
            made.add(new Part(
                    new PartName(each.part().name()),
                    each.part().type().kind(),
                    spec,
                    each.reaches(),
                    each.part().ready()));
        }
        return made;
    }

    private Map<String, Object> withOpen(Map<String, Object> known) {
        Map<String, Object> values = new HashMap<>(known);
        values.putAll(open);
        return values;
    }

    List<Link> links(Map<String, Object> known) throws Expression.Unworkable {
        Map<String, Object> values = withOpen(known);
        List<Link> made = new ArrayList<>();
        for (Map.Entry<GoldenPath.LinkTemplate, Template> link : links.entrySet()) {
            String url = link.getValue().fill(values).orElseThrow().toString();
            made.add(new Link(link.getKey().title(), url, link.getKey().login()));
        }
        return made;
    }

    /** Amounts by resource as the file names them: numbers, or text where the file has a plain one. */
    Map<String, Object> quantities(Map<String, Object> values) throws Expression.Unworkable {
        Map<String, Object> amounts = new LinkedHashMap<>();
        for (Map.Entry<String, Template> each : quantities.entrySet()) {
            amounts.put(each.getKey(), each.getValue().fill(values).orElseThrow());
        }
        return amounts;
    }

    /** A list of datasets names each one, whatever stood for them in the file. */
    private void datasets(GoldenPath.PartTemplate part, Map<String, Object> spec) {
        part.type().spec().fields().forEach((key, field) -> {
            if (field.shape().equals(Shape.list(Shape.dataset())) && part.spec().containsKey(key)) {
                spec.put(
                        key,
                        named(field.shape(), part.spec().get(key), catalogue).stream()
                                .map(DatasetName::value)
                                .toList());
            }
        });
    }

    /** The catalogue's own names: {@code customer.*} becomes every dataset of that schema there is today. */
    private static Set<DatasetName> reaches(GoldenPath.PartTemplate part, Catalogue catalogue) {
        return named(part.type().spec(), part.spec(), catalogue);
    }

    private static Set<DatasetName> named(Shape shape, Object tree, Catalogue catalogue) {
        Set<DatasetName> named = new LinkedHashSet<>();
        shape.datasets(tree)
                .forEach(name -> catalogue.covered(new DatasetName(name)).stream()
                        .map(Dataset::name)
                        .forEach(named::add));
        return named;
    }
}

package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A golden path with its expressions compiled, once a bundle, and its datasets resolved. */
final class Blueprint {
    private final GoldenPath path;
    private final List<PartBlueprint> parts = new ArrayList<>();
    private final Map<GoldenPath.LinkTemplate, Template> links = new LinkedHashMap<>();
    private final Map<String, Template> quantities = new LinkedHashMap<>();

    private record PartBlueprint(GoldenPath.PartTemplate part, Map<String, Template> spec, Set<DatasetName> reaches) {}

    Blueprint(GoldenPath path, Catalogue catalogue) {
        this.path = path;
        var expressions = PathExpressions.of(path.parameters());
        for (GoldenPath.PartTemplate part : path.parts()) {
            Map<String, Template> spec = new LinkedHashMap<>();
            part.spec().forEach((key, tree) -> spec.put(key, Template.of(tree, expressions.manifests())));
            parts.add(new PartBlueprint(part, spec, reaches(part, catalogue)));
        }
        path.links().forEach(link -> links.put(link, Template.of(link.url(), expressions.manifests())));
        path.price().forEach((resource, amount) -> quantities.put(resource, Template.of(amount, expressions.prices())));
    }

    GoldenPath path() {
        return path;
    }

    /** @param values by name, everything {@link PathExpressions} promises for manifests */
    List<Part> parts(Map<String, Object> values) throws Expression.Unworkable {
        List<Part> made = new ArrayList<>();
        for (PartBlueprint each : parts) {
            Map<String, Object> spec = new LinkedHashMap<>();
            for (Map.Entry<String, Template> entry : each.spec().entrySet()) {
                entry.getValue().fill(values).ifPresent(tree -> spec.put(entry.getKey(), tree));
            }
            if (each.part().provider().equals("grant")) {
                spec.put(
                        "datasets",
                        each.reaches().stream().map(DatasetName::value).toList());
            }
            made.add(new Part(
                    new PartName(each.part().name()),
                    each.part().provider(),
                    spec,
                    each.reaches(),
                    each.part().ready()));
        }
        return made;
    }

    List<Link> links(Map<String, Object> values) throws Expression.Unworkable {
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

    /** The catalogue's own names: {@code customer.*} becomes every dataset of that schema there is today. */
    private static Set<DatasetName> reaches(GoldenPath.PartTemplate part, Catalogue catalogue) {
        Set<DatasetName> reaches = new LinkedHashSet<>();
        if (part.provider().equals("grant") && part.spec().get("datasets") instanceof List<?> names) {
            names.forEach(name -> catalogue.covered(new DatasetName(name.toString())).stream()
                    .map(Dataset::name)
                    .forEach(reaches::add));
        }
        return reaches;
    }
}

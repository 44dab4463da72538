package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.expression.Kind;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.PathExpressions;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The entries of {@code parts}. Besides name, provider and ready, what stands there is the provider's to understand. */
final class PartEntry {
    private final Declared declared;
    private final Set<String> providers;

    PartEntry(Declared declared, Set<String> providers) {
        this.declared = declared;
        this.providers = providers;
    }

    List<PartTemplate> all(Node node, Optional<PathExpressions> expressions) {
        var names = new Unique("The part");
        List<PartTemplate> parts = new ArrayList<>();
        for (Node each : node.list()) {
            part(each, expressions)
                    .filter(part -> names.first(part.name(), each))
                    .ifPresent(parts::add);
        }
        if (parts.isEmpty() && node.isList() && node.list().isEmpty()) {
            node.problem("There are no parts.", "Add at least one: a golden path hands something out.");
        }
        return parts;
    }

    private Optional<PartTemplate> part(Node node, Optional<PathExpressions> expressions) {
        Fields fields = node.names();
        Optional<PartName> name = fields.required("name").as(PartName::new);
        Optional<String> provider =
                fields.required("provider").oneOf(providers.stream().sorted().toList());
        Optional<String> ready = fields.optional("ready").flatMap(Node::text);
        fields.optional("ready").ifPresent(each -> ExpressionCheck.whole(each, PathExpressions.READY, Kind.TRUTH));
        provider.ifPresent(each -> known(each, fields));
        Map<String, Object> spec = new LinkedHashMap<>();
        fields.entries().forEach((key, value) -> {
            if (!Set.of("name", "provider", "ready").contains(key)) {
                value.tree().ifPresent(tree -> spec.put(key, tree));
                expressions.ifPresent(each -> ExpressionCheck.tree(value, each.manifests()));
            }
        });
        return fields.build(() -> new PartTemplate(
                name.orElseThrow().value(), provider.orElseThrow(), Map.copyOf(spec), ready.orElse(null)));
    }

    /** What is checked here of the providers' own words; an unfamiliar provider checks its words itself. */
    private void known(String provider, Fields fields) {
        if (provider.equals("grant")) {
            fields.required("datasets").list().forEach(declared::dataset);
            fields.required("access").oneOf(List.of("read", "write"));
        }
        if (provider.equals("repository")) {
            fields.required("template").text();
        }
        if (provider.equals("kubernetes")) {
            fields.required("manifests").list().forEach(PartEntry::manifest);
        }
    }

    private static void manifest(Node node) {
        Fields fields = node.names();
        fields.required("apiVersion").text();
        fields.required("kind").text();
        fields.required("metadata").names().required("name").text();
    }
}

package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Kind;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.PartTypes;
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

/** The entries of {@code parts}. Besides name, provider and ready, what stands there is of the shape that its type says. */
final class PartEntry {
    private static final Set<String> OURS = Set.of("name", "provider", "ready");

    private final Declared declared;
    private final PartTypes types;

    PartEntry(Declared declared, PartTypes types) {
        this.declared = declared;
        this.types = types;
    }

    List<PartTemplate> all(Node node, Optional<PathExpressions> expressions) {
        var names = new Unique("The part");
        List<PartTemplate> parts = new ArrayList<>();
        for (Node each : node.list()) {
            part(each, known(node, each, parts, expressions))
                    .filter(part -> names.first(part.name(), each))
                    .ifPresent(parts::add);
        }
        if (parts.isEmpty() && node.isList() && node.list().isEmpty()) {
            node.problem("There are no parts.", "Add at least one: a golden path hands something out.");
        }
        return parts;
    }

    /** None behind a part that is broken: whatever names it would be reported as well. */
    private static Optional<PathExpressions> known(
            Node all, Node part, List<PartTemplate> before, Optional<PathExpressions> expressions) {
        long above =
                all.list().stream().filter(each -> each.line() < part.line()).count();
        return after(before, expressions.filter(each -> before.size() >= above));
    }

    /** What may be named behind these parts, in another one or in a link. */
    static Optional<PathExpressions> after(List<PartTemplate> parts, Optional<PathExpressions> before) {
        return before.map(names -> {
            PathExpressions all = names;
            for (PartTemplate part : parts) {
                all = all.after(part.name(), part.type());
            }
            return all;
        });
    }

    private Optional<PartTemplate> part(Node node, Optional<PathExpressions> expressions) {
        Fields quiet = node.reportingTo(new ArrayList<>()).names();
        Optional<PartType> type =
                quiet.optional("provider").flatMap(Node::plainText).flatMap(types::find);
        Fields fields = type.map(each -> each.spec().check(node, OURS, declared::dataset))
                .orElseGet(node::names);
        Optional<PartName> name = fields.required("name").as(PartName::new);
        fields.required("provider").oneOf(types.kinds());
        Optional<String> ready = fields.optional("ready").flatMap(Node::text);
        fields.optional("ready").ifPresent(each -> ExpressionCheck.whole(each, PathExpressions.READY, Kind.TRUTH));
        Map<String, Object> spec = spec(fields, expressions.map(PathExpressions::manifests));
        return fields.build(() ->
                new PartTemplate(name.orElseThrow().value(), type.orElseThrow(), Map.copyOf(spec), ready.orElse(null)));
    }

    private static Map<String, Object> spec(Fields fields, Optional<Expressions> expressions) {
        Map<String, Object> spec = new LinkedHashMap<>();
        fields.entries().forEach((key, value) -> {
            if (!OURS.contains(key)) {
                value.tree().ifPresent(tree -> spec.put(key, tree));
                expressions.ifPresent(each -> ExpressionCheck.tree(value, each));
            }
        });
        return spec;
    }
}

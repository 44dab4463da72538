package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
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
import java.util.TreeSet;

/**
 * The entries of {@code parts}. Besides name, provider, ready and local, what stands there is of the shape that its type
 * says. What stands under {@code local} is checked everywhere, and is the part where this process makes that kind.
 */
final class PartEntry {
    private static final Set<String> OURS = Set.of("name", "provider", "ready", "local");

    private final Declared declared;
    private final PartTypes types;
    private final Set<String> madeHere;

    /** @param madeHere kinds that this process makes in place of what a cluster would run */
    PartEntry(Declared declared, PartTypes types, Set<String> madeHere) {
        this.declared = declared;
        this.types = types;
        this.madeHere = madeHere;
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

    /** The names that may stand in parts and links that come after these parts. */
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
        fields.optional("ready")
                .ifPresent(each -> ExpressionCheck.whole(each, PathExpressions.READY, ExpressionType.TRUTH));
        Map<String, Object> spec = spec(fields, expressions.map(PathExpressions::manifests));
        Optional<PartTemplate> local =
                fields.optional("local").flatMap(each -> name.flatMap(part -> local(each, part, type, expressions)));
        return fields.build(
                () -> local.filter(each -> madeHere.contains(each.type().kind()))
                        .orElseGet(() -> new PartTemplate(
                                name.orElseThrow().value(), type.orElseThrow(), Map.copyOf(spec), ready.orElse(null))));
    }

    /** What is made in the part's place; whatever others name of that part it has to give as well. */
    private Optional<PartTemplate> local(
            Node node, PartName name, Optional<PartType> instead, Optional<PathExpressions> expressions) {
        Fields quiet = node.reportingTo(new ArrayList<>()).names();
        Optional<PartType> type =
                quiet.optional("provider").flatMap(Node::plainText).flatMap(types::find);
        Fields fields = type.map(each -> each.spec().check(node, Set.of("provider"), declared::dataset))
                .orElseGet(node::names);
        fields.required("provider").oneOf(types.standIns());
        Set<String> missing = new TreeSet<>(type.isEmpty() ? Set.of() : outputs(instead));
        missing.removeAll(outputs(type));
        if (!missing.isEmpty()) {
            node.problem(
                    "In this part's place nothing gives " + String.join(", ", missing) + ".",
                    "Take local away, or choose another kind.");
        }
        Map<String, Object> spec = spec(fields, expressions.map(PathExpressions::manifests));
        return fields.build(() -> new PartTemplate(name.value(), type.orElseThrow(), Map.copyOf(spec), null));
    }

    private static Set<String> outputs(Optional<PartType> type) {
        return type.map(PartType::outputs).orElse(Set.of());
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

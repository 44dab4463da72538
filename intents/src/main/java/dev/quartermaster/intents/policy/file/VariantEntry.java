package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.policy.rule.RuleLanguage;
import dev.quartermaster.intents.policy.rule.Variant;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.NearestWord;
import dev.quartermaster.intents.yaml.Node;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code instead}: what is near, as data. */
record VariantEntry(Expressions expressions, Catalogue catalogue) {
    static final List<String> ACCESS = List.of("read", "write");
    static final Shape SPAN = Shape.form(Value.Span.FORM);
    static final Shape.Entries SHAPE = Shape.map()
            .perhaps("p", Shape.named(Shape.text()))
            .perhaps("access", Shape.words(ACCESS.toArray(String[]::new)))
            .perhaps("duration", SPAN)
            .perhaps("estimate", Shape.text());

    Optional<Variant> read(Node node) {
        Fields fields = SHAPE.open(node);
        Map<String, Variant.Setting> parameters = new HashMap<>();
        fields.optional("p")
                .map(Node::names)
                .map(Fields::entries)
                .orElse(Map.of())
                .forEach((name, value) -> {
                    parameter(value, name)
                            .flatMap(parameter -> setting(value, parameter))
                            .ifPresent(setting -> parameters.put(name, setting));
                });
        Optional<Access> access = fields.optional("access")
                .flatMap(each -> each.oneOf(ACCESS))
                .map(each -> Access.valueOf(each.toUpperCase(Locale.ROOT)));
        Optional<Duration> term = fields.optional("duration").flatMap(RuleEffectEntry::length);
        Optional<Expression> estimate =
                fields.optional("estimate").flatMap(each -> RuleLanguage.read(each, expressions, ExpressionType.WHOLE));
        return fields.build(
                () -> new Variant(parameters, access.orElse(null), term.orElse(null), estimate.orElse(null)));
    }

    private Optional<Parameter> parameter(Node node, String name) {
        Optional<Parameter> found = catalogue.paths().values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .flatMap(path -> path.parameter(name).stream())
                .findFirst();
        if (found.isEmpty()) {
            node.problem(
                    "No golden path has a parameter " + name + ".",
                    NearestWord.todo(
                            name,
                            catalogue.paths().values().stream()
                                    .map(GoldenPath::parameters)
                                    .flatMap(List::stream)
                                    .map(Parameter::name)
                                    .distinct()
                                    .toList()));
        }
        return found;
    }

    /** {@code standard} is the path's own value; {@code ${…}} is a whole number worked out of the facts. */
    private Optional<Variant.Setting> setting(Node node, Parameter parameter) {
        String text = node.plainText().map(String::strip).orElse("");
        if (text.equals("standard")) {
            return Optional.of(new Variant.Setting.Standard());
        }
        if (text.startsWith("${") && text.endsWith("}") && parameter.type() == Parameter.Type.INTEGER) {
            return RuleLanguage.compile(node, text.substring(2, text.length() - 1), expressions, ExpressionType.WHOLE)
                    .map(Variant.Setting.Counted::new);
        }
        return node.as(parameter.type()::read).map(Variant.Setting.Fixed::new);
    }
}

package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.rule.ReasonTemplate;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.policy.rule.Variant;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a rule does: {@code then} and the keys that go with it. */
record RuleEffectEntry(Expressions expressions, ApproverSpecEntry persons, VariantEntry variants) {
    private static final List<String> THEN = List.of("allow", "approve", "refuse", "tell", "break-glass");
    private static final List<String> COVERS = List.of("all", "data", "compute");

    /** Every key that says more about some {@code then}. */
    private static final Shape.Entries MORE = ApproverSpecEntry.SHAPE.and(Shape.map()
            .perhaps("covers", Shape.words(COVERS.toArray(String[]::new)))
            .perhaps("overrun", Shape.count(101, 1000))
            .perhaps("beforehand", Shape.flag())
            .perhaps("lift", Shape.text())
            .perhaps("instead", Shape.list(VariantEntry.SHAPE))
            .perhaps("value", Shape.text())
            .perhaps("limit", Shape.text())
            .perhaps("longest", VariantEntry.SPAN));

    static final Shape.Entries SHAPE =
            Shape.map().with("then", Shape.words(THEN.toArray(String[]::new))).and(MORE);

    RuleEffectEntry(Expressions expressions, People people, VariantEntry variants) {
        this(expressions, new ApproverSpecEntry(people), variants);
    }

    Optional<RuleEffect> read(Fields fields) {
        return fields.required("then").oneOf(THEN).flatMap(word -> switch (word) {
            case "allow" -> only(fields, List.of()).map(any -> new RuleEffect.Allow());
            case "approve" ->
                only(fields, List.of("by", "needed", "order", "ping", "covers", "overrun", "beforehand"))
                        .flatMap(this::approve);
            case "refuse" ->
                only(fields, List.of("lift", "instead", "value", "limit")).flatMap(this::refuse);
            case "break-glass" -> only(fields, List.of("by", "longest")).flatMap(this::breakGlass);
            default -> only(fields, List.of("by", "overrun")).flatMap(this::tell);
        });
    }

    /** A key that does nothing for this kind of rule is a misunderstanding about who is asked. */
    private static Optional<Fields> only(Fields fields, List<String> keys) {
        MORE.fields().keySet().stream()
                .filter(key -> !keys.contains(key) && fields.optional(key).isPresent())
                .forEach(
                        key -> fields.key(key).problem("The key " + key + " does nothing in this rule.", "Remove it."));
        return Optional.of(fields);
    }

    private Optional<RuleEffect> approve(Fields fields) {
        Integer overrun = overrun(fields);
        RuleEffect.Covers covers = fields.optional("covers")
                .flatMap(node -> node.oneOf(COVERS))
                .map(each -> RuleEffect.Covers.valueOf(each.toUpperCase(Locale.ROOT)))
                .orElse(RuleEffect.Covers.ALL);
        boolean beforehand = fields.optional("beforehand").flatMap(Node::flag).orElse(false);
        return persons.asking(fields).map(asking -> new RuleEffect.Approve(asking, covers, overrun, beforehand));
    }

    private Optional<RuleEffect> tell(Fields fields) {
        Integer overrun = overrun(fields);
        return persons.role(fields.required("by")).map(whom -> new RuleEffect.Tell(whom, overrun));
    }

    private static @Nullable Integer overrun(Fields fields) {
        Optional<Node> overrun = fields.optional("overrun");
        Optional<Long> percent = overrun.flatMap(Node::whole);
        if (percent.filter(each -> each <= 100 || each > 1000).isPresent()) {
            overrun.get().problem("overrun is a per cent of the month's budget.", "Use 101 to 1000.");
        }
        return percent.map(Long::intValue).orElse(null);
    }

    private Optional<RuleEffect> refuse(Fields fields) {
        List<Variant> instead = fields.items("instead").stream()
                .flatMap(node -> variants.read(node).stream())
                .toList();
        ReasonTemplate none = new ReasonTemplate(List.of());
        ReasonTemplate value = words(fields, "value").orElse(none);
        ReasonTemplate limit = words(fields, "limit").orElse(none);
        return persons.role(fields.required("lift"))
                .map(lift -> new RuleEffect.Refuse(lift, instead, new RuleEffect.Measure(value, limit)));
    }

    private Optional<ReasonTemplate> words(Fields fields, String key) {
        return fields.optional(key).flatMap(node -> ReasonTemplate.read(node, expressions));
    }

    private Optional<RuleEffect> breakGlass(Fields fields) {
        Node longest = fields.required("longest");
        Optional<Duration> length = length(longest);
        if (length.filter(each -> !each.isPositive() || each.compareTo(Duration.ofDays(1)) > 0)
                .isPresent()) {
            longest.problem("Break-glass is for a short time.", "Use a length of up to 1d, such as 4h.");
        }
        Optional<Role> by = persons.role(fields.required("by"));
        return by.flatMap(role -> length.map(each -> new RuleEffect.BreakGlass(role, each)));
    }

    static Optional<Duration> length(Node node) {
        return node.as(Value.Span::of).map(Value.Span::length);
    }
}

package dev.quartermaster.intents.expression;

import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tree of maps, lists and scalars in which only scalar leaves holding {@code ${…}} are replaced, so that a value can
 * never add a key, an object or a document. A map with {@code when: ${…}} is left out when that is false; one of
 * {@code when} and {@code then} alone stands for what is under {@code then}.
 */
public sealed interface Template {
    String WHEN = "when";
    String THEN = "then";

    /**
     * @param tree maps, lists, String, Long, Double, Boolean
     * @throws IllegalArgumentException for an expression that {@link #fault} would have named
     */
    static Template of(Object tree, Expressions expressions) {
        return switch (tree) {
            case Map<?, ?> map -> ofMap(map, expressions);
            case List<?> list ->
                new Items(list.stream().map(each -> of(each, expressions)).toList());
            case String text
            when Scalar.holdsExpression(text) -> new Leaf(scalar(text, expressions, ExpressionType.LEAF));
            default -> new Fixed(tree);
        };
    }

    /** What is wrong with one scalar of a tree. @param wanted what it must come to where it is one expression alone */
    static Optional<Compiled.Faulty> fault(String text, Expressions expressions, ExpressionType wanted) {
        return Scalar.read(text, expressions, wanted) instanceof Scalar.Read.Bad(var faulty)
                ? Optional.of(faulty)
                : Optional.empty();
    }

    /** Whether {@code when} with this value is ours, and not a field of somebody's object. */
    static boolean isCondition(String key, Object value) {
        return key.equals(WHEN) && value instanceof String text && text.strip().startsWith("${");
    }

    /** The tree with values for expressions; empty when it leaves itself out. */
    Optional<Object> fill(Map<String, Object> values) throws Expression.Unworkable;

    private static Template ofMap(Map<?, ?> map, Expressions expressions) {
        Map<String, Template> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(key.toString(), of(value, expressions)));
        if (!(map.get(WHEN) instanceof String condition) || !isCondition(WHEN, condition)) {
            return new Entries(entries);
        }
        entries.remove(WHEN);
        Expression when = scalar(condition.strip(), expressions, ExpressionType.TRUTH)
                .alone()
                .orElseThrow(() -> new IllegalArgumentException("when: is more than one expression"));
        return new When(when, entries.keySet().equals(Set.of(THEN)) ? entries.get(THEN) : new Entries(entries));
    }

    private static Scalar scalar(String text, Expressions expressions, ExpressionType alone) {
        return switch (Scalar.read(text, expressions, alone)) {
            case Scalar.Read.Good(var scalar) -> scalar;
            case Scalar.Read.Bad(var faulty) -> throw new IllegalArgumentException(faulty.what());
        };
    }

    record Fixed(Object value) implements Template {
        @Override
        public Optional<Object> fill(Map<String, Object> values) {
            return Optional.of(value);
        }
    }

    /** @param scalar holds at least one expression */
    record Leaf(Scalar scalar) implements Template {
        @Override
        public Optional<Object> fill(Map<String, Object> values) throws Expression.Unworkable {
            return Optional.of(scalar.fill(values));
        }
    }

    record Items(List<Template> items) implements Template {
        @Override
        public Optional<Object> fill(Map<String, Object> values) throws Expression.Unworkable {
            List<Object> filled = new ArrayList<>();
            for (Template item : items) {
                item.fill(values).ifPresent(filled::add);
            }
            return Optional.of(List.copyOf(filled));
        }
    }

    record Entries(Map<String, Template> entries) implements Template {
        @Override
        public Optional<Object> fill(Map<String, Object> values) throws Expression.Unworkable {
            Map<String, Object> filled = new LinkedHashMap<>();
            for (Map.Entry<String, Template> entry : entries.entrySet()) {
                entry.getValue().fill(values).ifPresent(value -> filled.put(entry.getKey(), value));
            }
            return Optional.of(filled);
        }
    }

    record When(Expression condition, Template then) implements Template {
        @Override
        public Optional<Object> fill(Map<String, Object> values) throws Expression.Unworkable {
            return condition.holds(values) ? then.fill(values) : Optional.empty();
        }
    }
}

package dev.quartermaster.actions.provider.kubernetes.manifest;

import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A golden path's {@code ready} over the objects as observed, in the order of its manifests. A field that isn't there
 * yet is "not yet", not a mistake: controllers leave out what is zero.
 */
public final class Readiness {
    private final Expressions expressions = Expressions.of(Map.of("objects", ExpressionType.TREES));

    /** What is wrong with the expression itself; empty when it can be asked. */
    public Optional<String> fault(String expression) {
        return expressions.compile(expression, ExpressionType.TRUTH) instanceof Compiled.Faulty(var what, var todo)
                ? Optional.of(what + " " + todo)
                : Optional.empty();
    }

    public boolean holds(String expression, List<Map<String, Object>> objects) {
        if (!(expressions.compile(expression, ExpressionType.TRUTH) instanceof Compiled.Good(var good))) {
            return false;
        }
        try {
            return good.holds(
                    Map.of("objects", objects.stream().map(Readiness::value).toList()));
        } catch (Expression.Unworkable _) {
            return false;
        }
    }

    /** CEL counts in 64 bits and knows no absent value. */
    static Object value(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> {
                    if (value != null) {
                        copy.put(String.valueOf(name), value(value));
                    }
                });
                yield copy;
            }
            case List<?> list -> list.stream().map(Readiness::value).toList();
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            default -> node;
        };
    }
}

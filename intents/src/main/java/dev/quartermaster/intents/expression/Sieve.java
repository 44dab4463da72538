package dev.quartermaster.intents.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says quickly of a condition that it surely does not hold: with a thousand rules, nearly all fail on a plain comparison
 * and need not be asked. It knows a part of CEL; what it does not know, or cannot see, comes to null, and CEL decides.
 * It never says that something holds, so that a mistake here could only ever leave a rule out: a test compares each "no"
 * with CEL's own.
 */
final class Sieve {
    private final Map<String, UnaryOperator<Object>> functions;
    private final Part root;

    /** What it can see: facts by name, and one item of a list. */
    private record Scope(
            Map<String, Object> facts,
            String item,
            @Nullable Object value) {}

    @FunctionalInterface
    private interface Part {
        @Nullable
        Object of(Scope scope);
    }

    /** @param functions of one plain argument, by name, that are the same each time */
    Sieve(CelExpr expression, Map<String, UnaryOperator<Object>> functions) {
        this.functions = functions;
        this.root = part(expression);
    }

    boolean surelyFalse(Map<String, Object> facts) {
        return Boolean.FALSE.equals(root.of(new Scope(facts, "", null)));
    }

    private Part part(CelExpr expression) {
        return switch (expression.exprKind().getKind()) {
            case CONSTANT -> fixed(value(expression.constant()));
            case IDENT -> named(expression.ident().name());
            case SELECT -> field(expression.select());
            case CALL -> call(expression.call());
            case LIST -> list(expression.list().elements());
            case COMPREHENSION -> each(expression.comprehension());
            case NOT_SET, STRUCT, MAP -> unknown();
        };
    }

    private static Part unknown() {
        return scope -> null;
    }

    private static @Nullable Object value(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            case BOOLEAN_VALUE -> constant.booleanValue();
            default -> null;
        };
    }

    private static Part fixed(@Nullable Object value) {
        return scope -> value;
    }

    private static Part named(String name) {
        return scope ->
                name.equals(scope.item()) ? scope.value() : scope.facts().get(name);
    }

    private Part field(CelExpr.CelSelect select) {
        Part operand = part(select.operand());
        String field = select.field();
        boolean test = select.testOnly();
        return scope ->
                operand.of(scope) instanceof Map<?, ?> map ? test ? map.containsKey(field) : map.get(field) : null;
    }

    /** One of constants, made once; what holds anything else is CEL's. */
    private Part list(List<CelExpr> elements) {
        List<Object> values = elements.stream()
                .filter(element -> element.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .flatMap(element -> Optional.ofNullable(value(element.constant())).stream())
                .toList();
        return values.size() == elements.size() ? scope -> values : unknown();
    }

    private Part call(CelCall call) {
        List<Part> arguments = call.args().stream().map(this::part).toList();
        if (call.target().isPresent() || arguments.isEmpty() || arguments.size() > 2) {
            return unknown();
        }
        Part one = arguments.getFirst();
        if (arguments.size() == 1) {
            return unary(call.function(), one);
        }
        Part other = arguments.getLast();
        return switch (call.function()) {
            case "_&&_" -> scope -> and(one.of(scope), other, scope);
            case "_||_" -> scope -> or(one.of(scope), other, scope);
            default -> scope -> binary(call.function(), one.of(scope), other.of(scope));
        };
    }

    private Part unary(String function, Part argument) {
        UnaryOperator<Object> known = functions.get(function);
        if (known != null) {
            return scope -> argument.of(scope) instanceof Long number ? applied(known, number) : null;
        }
        return function.equals("!_")
                ? scope -> argument.of(scope) instanceof Boolean truth ? Boolean.valueOf(!truth) : null
                : unknown();
    }

    private static @Nullable Object applied(UnaryOperator<Object> function, Long number) {
        try {
            return function.apply(number);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static @Nullable Object and(@Nullable Object one, Part other, Scope scope) {
        if (Boolean.FALSE.equals(one)) {
            return false;
        }
        Object second = other.of(scope);
        return Boolean.FALSE.equals(second) ? Boolean.FALSE : one == null ? null : second;
    }

    private static @Nullable Object or(@Nullable Object one, Part other, Scope scope) {
        if (Boolean.TRUE.equals(one)) {
            return true;
        }
        Object second = other.of(scope);
        return Boolean.TRUE.equals(second) ? Boolean.TRUE : one == null ? null : second;
    }

    private static @Nullable Object binary(String function, @Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return null;
        }
        if (function.equals("@in")) {
            return other instanceof List<?> list && one instanceof String ? list.contains(one) : null;
        }
        if (one instanceof Long left && other instanceof Long right) {
            return numbers(function, left, right);
        }
        if (one instanceof Duration left && other instanceof Duration right) {
            return compared(function, left.compareTo(right));
        }
        if (one.getClass() != other.getClass() || !(one instanceof String || one instanceof Boolean)) {
            return null;
        }
        return switch (function) {
            case "_==_" -> one.equals(other);
            case "_!=_" -> !one.equals(other);
            default -> null;
        };
    }

    private static @Nullable Object numbers(String function, long one, long other) {
        try {
            return switch (function) {
                case "_+_" -> Math.addExact(one, other);
                case "_-_" -> Math.subtractExact(one, other);
                case "_*_" -> Math.multiplyExact(one, other);
                default -> compared(function, Long.compare(one, other));
            };
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    private static @Nullable Boolean compared(String function, int order) {
        return switch (function) {
            case "_==_" -> order == 0;
            case "_!=_" -> order != 0;
            case "_<_" -> order < 0;
            case "_<=_" -> order <= 0;
            case "_>_" -> order > 0;
            case "_>=_" -> order >= 0;
            default -> null;
        };
    }

    /** {@code list.exists(d, …)} and {@code list.all(d, …)}, as CEL's macros write them out. */
    private Part each(CelExpr.CelComprehension loop) {
        CelExpr step = loop.loopStep();
        boolean simple = step.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL
                && loop.result().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && step.call().args().size() == 2
                && step.call().args().getFirst().exprKind().getKind() == CelExpr.ExprKind.Kind.IDENT
                && step.call().args().getFirst().ident().name().equals(loop.accuVar());
        String function = simple ? step.call().function() : "";
        if (!function.equals("_||_") && !function.equals("_&&_")) {
            return unknown();
        }
        Part range = part(loop.iterRange());
        Part inside = part(step.call().args().getLast());
        boolean exists = function.equals("_||_");
        return scope -> range.of(scope) instanceof List<?> list && scope.item().isEmpty()
                ? over(list, loop.iterVar(), inside, exists, scope)
                : null;
    }

    private static @Nullable Object over(List<?> list, String item, Part inside, boolean exists, Scope scope) {
        Object result = !exists;
        for (Object value : list) {
            Scope within = new Scope(scope.facts(), item, value);
            result = exists ? or(result, inside, within) : and(result, inside, within);
        }
        return result;
    }
}

package dev.quartermaster.intents.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows one evaluation step by step and ends it when it has cost enough, or when its thread is interrupted. What a step
 * may cost is known before it is taken, because the step before gave its arguments: so nothing runs on after the end,
 * and no thread has to be left behind. Worst case between two looks: one call on arguments already paid for.
 */
final class EvaluationMeter implements CelEvaluationListener {
    private static final int LOOKS = 64;

    private final Map<Long, ExpressionShape.Costly> costly;
    private final Map<Long, Object> arguments;
    private long left;
    private int steps;

    EvaluationMeter(ExpressionShape shape, long work) {
        this.costly = shape.costly();
        this.arguments = new HashMap<>(shape.constants());
        this.left = work;
    }

    /** It has cost enough; unchecked because a listener may throw nothing else. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent(String why) {
            super(why, null, false, false);
        }
    }

    @Override
    public void callback(CelExpr step, Object value) {
        charge(1 + made(step, value));
        if (steps++ % LOOKS == 0 && Thread.currentThread().isInterrupted()) {
            throw new Spent("it took too long");
        }
        ExpressionShape.Costly call = costly.get(step.id());
        if (call != null) {
            arguments.put(step.id(), value);
            charge(call);
        }
    }

    private void charge(long work) {
        left -= work;
        if (left < 0) {
            throw new Spent("it is too much work");
        }
    }

    /** A value that is only named costs nothing; one that is made costs its size. */
    private long made(CelExpr step, Object value) {
        return switch (step.exprKind().getKind()) {
            case CALL, LIST, MAP, STRUCT, COMPREHENSION -> weight(value, left, 0);
            case NOT_SET, CONSTANT, IDENT, SELECT -> 0;
        };
    }

    private static long size(Object value) {
        return switch (value) {
            case CharSequence text -> 1 + text.length();
            case List<?> list -> 1 + list.size();
            case Map<?, ?> map -> 1 + map.size();
            case null, default -> 1;
        };
    }

    /** Before a call that looks into its arguments: as much as there is to look into. */
    private void charge(ExpressionShape.Costly call) {
        long most = 1;
        long all = 0;
        for (long argument : call.arguments()) {
            Object value = arguments.get(argument);
            if (value != null) {
                long weight = weight(value, left, 0);
                all += weight;
                most = call.multiplies() ? Math.multiplyExact(most, Math.min(weight, Integer.MAX_VALUE)) : 1;
            }
        }
        charge(all + (call.multiplies() ? most / 16 : 0));
    }

    /** With everything inside it, each time it stands there: lists of one list twice grow without taking memory. */
    private static long weight(Object value, long most, int depth) {
        long weight = size(value);
        if (weight > most || depth > 100) {
            throw new Spent("it is too much work");
        }
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> each : map.entrySet()) {
                weight += weight(each.getKey(), most - weight, depth + 1);
                weight += weight(each.getValue(), most - weight, depth + 1);
            }
        } else if (value instanceof List<?> list) {
            for (Object each : list) {
                weight += weight(each, most - weight, depth + 1);
            }
        }
        return weight;
    }
}

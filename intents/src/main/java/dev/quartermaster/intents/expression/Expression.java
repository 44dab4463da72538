package dev.quartermaster.intents.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A compiled, type-checked CEL expression; evaluating it is bounded and has no effect but its value. Thread-safe. */
public final class Expression {
    private final String text;
    private final CelRuntime.Program program;
    private final ExpressionShape shape;
    private final long work;

    /** @param work what evaluating it once may come to */
    Expression(String text, CelRuntime.Program program, ExpressionShape shape, long work) {
        this.text = text;
        this.program = program;
        this.shape = shape;
        this.work = work;
    }

    /**
     * Its value: String, Long, Double or Boolean.
     *
     * @throws Unworkable when it has none for these values, such as a division by zero, or would cost more than it may
     */
    public Object value(Map<String, Object> values) throws Unworkable {
        try {
            return program.trace(values, new EvaluationMeter(shape, work));
        } catch (CelEvaluationException | RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            // Whatever happens inside is this expression's own failure, and who asks decides what follows: never "yes".
            throw new Unworkable(text, failed);
        }
    }

    /** The truth of one that was compiled as {@link ExpressionType#TRUTH}. */
    public boolean holds(Map<String, Object> values) throws Unworkable {
        return value(values).equals(Boolean.TRUE);
    }

    /** Of one that was compiled as {@link ExpressionType#WHOLE}. */
    public long whole(Map<String, Object> values) throws Unworkable {
        return (Long) value(values);
    }

    /** Of one that was compiled as {@link ExpressionType#WORDS}. */
    public String words(Map<String, Object> values) throws Unworkable {
        return (String) value(values);
    }

    @Override
    public String toString() {
        return text;
    }

    public static final class Unworkable extends Exception {
        private static final long serialVersionUID = 1;

        Unworkable(String text, Throwable cause) {
            super("No value for " + text + ": " + why(cause), cause);
        }

        private static String why(Throwable cause) {
            return String.valueOf(
                    cause.getCause() instanceof EvaluationMeter.Spent spent ? spent.getMessage() : cause.getMessage());
        }
    }
}

package dev.quartermaster.intents.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A checked expression. */
public final class Expression {
    private final String text;
    private final CelRuntime.Program program;
    private final Sieve sieve;

    Expression(String text, CelRuntime.Program program, Sieve sieve) {
        this.text = text;
        this.program = program;
        this.sieve = sieve;
    }

    /**
     * Its value: String, Long, Double or Boolean.
     *
     * @throws Unworkable when it has none for these values, such as a division by zero
     */
    public Object value(Map<String, Object> values) throws Unworkable {
        try {
            return program.eval(values);
        } catch (CelEvaluationException | ArithmeticException failed) {
            throw new Unworkable(text, failed);
        }
    }

    /** The truth of one that was compiled as {@link Kind#TRUTH}. */
    public boolean holds(Map<String, Object> values) throws Unworkable {
        return !sieve.surelyFalse(values) && exactly(values);
    }

    /** The same, the long way round. */
    boolean exactly(Map<String, Object> values) throws Unworkable {
        return value(values).equals(Boolean.TRUE);
    }

    /** Of one that was compiled as {@link Kind#WHOLE}. */
    public long whole(Map<String, Object> values) throws Unworkable {
        return (Long) value(values);
    }

    /** Of one that was compiled as {@link Kind#WORDS}. */
    public String words(Map<String, Object> values) throws Unworkable {
        return (String) value(values);
    }

    boolean surelyFalse(Map<String, Object> values) {
        return sieve.surelyFalse(values);
    }

    @Override
    public String toString() {
        return text;
    }

    public static final class Unworkable extends Exception {
        private static final long serialVersionUID = 1;

        Unworkable(String text, Exception cause) {
            super("No value for " + text + ": " + cause.getMessage(), cause);
        }
    }
}

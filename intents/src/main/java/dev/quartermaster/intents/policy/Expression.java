package dev.quartermaster.intents.policy;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A checked expression of a rule file. Worst case it meets a fact that is not there; then the rule counts as broken. */
record Expression(String text, CelRuntime.Program program) {
    boolean holds(Map<String, Object> facts) throws Unworkable {
        return value(facts, Boolean.class);
    }

    long number(Map<String, Object> facts) throws Unworkable {
        return value(facts, Long.class);
    }

    String words(Map<String, Object> facts) throws Unworkable {
        return value(facts, String.class);
    }

    private <T> T value(Map<String, Object> facts, Class<T> type) throws Unworkable {
        try {
            return type.cast(program.eval(facts));
        } catch (CelEvaluationException | ClassCastException | ArithmeticException failed) {
            throw new Unworkable(text, failed);
        }
    }

    /** The expression has no value for these facts; the judge answers with a refusal, never by leaving the rule out. */
    static final class Unworkable extends Exception {
        private static final long serialVersionUID = 1;

        Unworkable(String text, Exception cause) {
            super("No value for " + text + ": " + cause.getMessage(), cause);
        }
    }
}

package dev.quartermaster.intents.expression;

/**
 * How much one expression may cost, whatever stands in it.
 *
 * @param characters of its text
 * @param turns of its loops, all together
 * @param work what evaluating it once may come to: one for each step, each character and each item that it makes or
 *     compares. A unit is some nanoseconds and at most a few bytes
 */
public record EvaluationBudget(int characters, int turns, long work) {
    /** For the files of the organisation: who writes them could stop everything anyway. */
    public static final EvaluationBudget OWNERS = new EvaluationBudget(2_000, 10_000, 2_000_000);

    /** For what anybody may try: under a tenth of it. The text has to be long enough for a rule as it stands. */
    public static final EvaluationBudget TRIED = new EvaluationBudget(2_000, 900, 190_000);
}

package dev.quartermaster.intents.expression;

/**
 * The limits on one CEL expression: on its text when it is compiled, on loops and work each time it is evaluated.
 *
 * @param characters of its text
 * @param turns iterations of its loops, all together, in one evaluation
 * @param work what evaluating it once may come to: one for each step, each character and each item that it makes or
 *     compares. A unit is some nanoseconds and at most a few bytes
 */
public record EvaluationBudget(int characters, int turns, long work) {
    /** For the files of the organisation: who writes them could stop everything anyway. */
    public static final EvaluationBudget OWNERS = new EvaluationBudget(2_000, 10_000, 2_000_000);

    /** For what anybody may try: under a tenth of it. The text has to be long enough for a rule as it stands. */
    public static final EvaluationBudget TRIED = new EvaluationBudget(2_000, 900, 190_000);
}

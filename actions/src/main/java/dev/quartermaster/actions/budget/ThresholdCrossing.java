package dev.quartermaster.actions.budget;

import dev.quartermaster.actions.Sha256;

/** A step that was reached and not told yet. @param step as in {@link BudgetAlert} */
public record ThresholdCrossing(BudgetStatus standing, int step) {
    /** At most 100 characters, the same for the same step of the same limit. */
    public String key() {
        return Sha256.hex(standing.scope() + " " + written());
    }

    /** With the limit: what a raised one reaches is told again. */
    String written() {
        return (step == 0 ? "used" : Integer.toString(step)) + ":"
                + standing.limit().amount().stripTrailingZeros().toPlainString();
    }
}

package dev.quartermaster.intents.policy;

import java.util.List;

/**
 * The answer to breaking the glass: a launch or grant at once, in an emergency, without the approvals it needs.
 *
 * @param judgement allowed, or refused in words with the next step; never something to wait for
 * @param waived the yeses nobody was asked for: those who may decide them hear of it at once, and review it; empty where
 *     it would have gone through anyway, or is refused
 */
public record Emergency(Judgement judgement, List<Stage> waived) {
    public static final String RULE = "break-glass";

    public Emergency {
        waived = List.copyOf(waived);
    }

    public boolean given() {
        return judgement.verdict() instanceof Verdict.Allowed;
    }

    static Emergency notForeseen(Judgement ordinary) {
        var reason = new Verdict.Reason(
                RULE, "No rule foresees an emergency. Ask the usual way, or the platform team to add one.");
        return new Emergency(ordinary.with(new Verdict.Refused(List.of(reason), List.of())), List.of());
    }
}

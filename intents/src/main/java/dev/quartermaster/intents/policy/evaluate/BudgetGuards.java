package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.facts.Facts;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What must still hold in the completing transaction, one guard a month with new money in it. Without an overrun that
 * somebody is asked for, or told of, the limit is the month's budget; with one, and only in the months it is about, the per cent
 * that the rule lets it go to.
 */
final class BudgetGuards {
    private BudgetGuards() {}

    static List<Guard> of(List<Rule.Applied> applied, EvaluationFacts question) {
        BudgetView view = question.asked().budget();
        OptionalInt overrun = applied.stream()
                .map(each -> each.rule().then())
                .flatMapToInt(BudgetGuards::overrun)
                .max();
        return question.added().entrySet().stream()
                .filter(month -> month.getValue().amount().signum() > 0)
                .map(month -> {
                    Guard plain = new Guard(question.team().id(), month.getKey(), month.getValue(), view.perMonth());
                    return holds(plain, view) || overrun.isEmpty() ? plain : raised(plain, overrun.getAsInt());
                })
                .toList();
    }

    private static IntStream overrun(RuleEffect effect) {
        Integer percent = switch (effect) {
            case RuleEffect.Approve approve -> approve.overrun();
            case RuleEffect.Tell tell -> tell.overrun();
            case RuleEffect.Allow allow -> null;
            case RuleEffect.Refuse refuse -> null;
            case RuleEffect.BreakGlass glass -> null;
        };
        return percent == null ? IntStream.empty() : IntStream.of(percent);
    }

    static boolean holds(Guard guard, BudgetView view) {
        return Facts.before(view, guard.month()).plus(guard.amount()).compareTo(guard.limit()) <= 0;
    }

    private static Guard raised(Guard guard, int percent) {
        Money limit = guard.limit().times(BigDecimal.valueOf(percent, 2));
        return new Guard(guard.team(), guard.month(), guard.amount(), limit);
    }
}

package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.facts.FactWords;
import dev.quartermaster.intents.yaml.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * All rules of a bundle in the files' order.
 *
 * @param everyday all but those for emergencies
 * @param glass those for emergencies
 */
public record Rules(List<Rule> everyday, List<Rule> glass, FactWords words, List<Problem> warnings) {
    public Rules {
        everyday = List.copyOf(everyday);
        glass = List.copyOf(glass);
        warnings = List.copyOf(warnings);
    }

    public static Rules of(List<Rule> rules, FactWords words, List<Problem> warnings) {
        List<Rule> glass = rules.stream()
                .filter(rule -> rule.then() instanceof RuleEffect.BreakGlass)
                .toList();
        List<Rule> everyday = new ArrayList<>(rules);
        everyday.removeAll(glass);
        return new Rules(everyday, glass, words, warnings);
    }

    /** @param broken those without an answer for this question: a reason to refuse, never left out */
    public record Found(List<Rule.Applied> applied, List<Rule> broken) {}

    public Found ordinary(EvaluationFacts question, Map<String, Object> facts) {
        return found(everyday, question, facts);
    }

    /** The rules for emergencies that are about this request, whether or not their conditions hold. */
    public List<Rule> glassAbout(EvaluationFacts question) {
        return glass.stream().filter(rule -> rule.isAbout(question)).toList();
    }

    public Found emergency(EvaluationFacts question, Map<String, Object> facts) {
        return found(glass, question, facts);
    }

    private static Found found(List<Rule> rules, EvaluationFacts question, Map<String, Object> facts) {
        List<Rule.Applied> applied = new ArrayList<>();
        List<Rule> broken = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                if (rule.isAbout(question) && rule.condition().holds(facts)) {
                    applied.add(rule.applied(facts));
                }
            } catch (Expression.Unworkable unworkable) {
                broken.add(rule);
            }
        }
        return new Found(applied, broken);
    }

    /** What those rules looked at, in words; everything there is to know where none applied. */
    public SortedMap<String, String> looked(List<Rule.Applied> applied, Map<String, Object> facts) {
        Set<String> names = new HashSet<>();
        applied.forEach(each -> names.addAll(each.rule().names()));
        return words.of(facts, applied.isEmpty() ? Set.of() : names);
    }
}

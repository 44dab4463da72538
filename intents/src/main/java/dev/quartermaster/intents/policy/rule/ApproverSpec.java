package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a rule asks.
 *
 * @param any whether one of the roles is enough; otherwise each is asked
 */
public record ApproverSpec(List<Role> roles, boolean any) {
    public ApproverSpec {
        roles = List.copyOf(roles);
    }

    public static ApproverSpec of(Role role) {
        return new ApproverSpec(List.of(role), false);
    }

    /**
     * The deciders of each stage; several where several must each say yes. None where a role has nobody for this
     * question, as the owner of data has where there is no data: a rule that asks nobody is no rule.
     */
    public List<Deciders> in(EvaluationFacts question, Catalogue catalogue) {
        List<List<Deciders>> each =
                roles.stream().map(role -> role.in(question, catalogue)).toList();
        if (any) {
            return anyOf(each.stream().filter(some -> !some.isEmpty()).toList());
        }
        Set<Deciders> all = new LinkedHashSet<>();
        each.forEach(all::addAll);
        return each.stream().anyMatch(List::isEmpty) ? List.of() : List.copyOf(all);
    }

    /** Where one role comes to several owners who must each say yes, the other roles may answer for each of them. */
    private static List<Deciders> anyOf(List<List<Deciders>> roles) {
        List<List<Deciders>> stages = List.of(List.of());
        for (List<Deciders> role : roles) {
            List<List<Deciders>> longer = new ArrayList<>();
            for (List<Deciders> stage : stages) {
                for (Deciders one : role) {
                    List<Deciders> with = new ArrayList<>(stage);
                    with.add(one);
                    longer.add(with);
                }
            }
            stages = longer;
        }
        return stages.stream()
                .filter(stage -> !stage.isEmpty())
                .map(stage -> stage.size() == 1 ? stage.getFirst() : new Deciders.AnyOf(stage))
                .toList();
    }
}

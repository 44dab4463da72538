package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.policy.rule.Rule;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds rules that would send a message to more people than will each believe it is theirs to answer. Reported, not
 * refused: such a rule works.
 */
record OverbroadRules(People people) {
    static final int MANY = 10;

    Optional<Problem> warning(Rule rule, Node at) {
        int pinged = switch (rule.then()) {
            case RuleEffect.Approve approve
            when approve.asking().ping() != Stage.Ping.DIGEST ->
                members(approve.asking().by().roles());
            case RuleEffect.Approve approve -> 0;
            case RuleEffect.Tell(var whom, var overrun) -> members(List.of(whom));
            case RuleEffect.Allow allow -> 0;
            case RuleEffect.Refuse refuse -> 0;
            case RuleEffect.BreakGlass glass -> 0;
        };
        return pinged > MANY
                ? Optional.of(new Problem(
                        at.file(),
                        at.line(),
                        "The rule " + rule.id() + " would ping " + pinged + " people each time.",
                        "Name fewer in by, or add ping: digest: they may decide all the same."))
                : Optional.empty();
    }

    private int members(List<Role> roles) {
        return roles.stream()
                .flatMap(role ->
                        role instanceof Role.Group(var name) ? people.group(name).stream() : Stream.<PersonId>empty())
                .collect(Collectors.toSet())
                .size();
    }
}

package dev.quartermaster.intents.people;

import dev.quartermaster.intents.money.Money;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A team: its members, its manager, and its budget for a month with who owns it.
 *
 * @param channel name of its Slack channel, without {@code #}
 * @param namespace where its things are made in the cluster
 */
public record Team(
        TeamId id,
        String title,
        Set<PersonId> members,
        PersonId manager,
        Budget budget,
        String channel,
        String namespace) {
    public Team {
        members = Set.copyOf(members);
    }

    /**
     * A calendar month's allowance in the organisation's time zone; the deputy decides where the owner may not.
     *
     * @param costCentre stands on the team's statements; empty: none
     */
    public record Budget(
            Money perMonth, PersonId owner, @Nullable PersonId deputy, String costCentre, BudgetCap cap) {
        public Budget(Money perMonth, PersonId owner, @Nullable PersonId deputy) {
            this(perMonth, owner, deputy, "", BudgetCap.STANDARD);
        }
    }
}

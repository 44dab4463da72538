package dev.quartermaster.intents.policy;

import java.util.List;

/**
 * What a question stands beside, as read in the transaction that asks it.
 *
 * @param holdings everything handed out or promised to anybody of the team, what is being extended left out
 * @param preapproved in force for the team at that moment
 */
public record Circumstances(List<Holding> holdings, List<Preapproval> preapproved) {
    public static final Circumstances NONE = new Circumstances(List.of(), List.of());

    public Circumstances {
        holdings = List.copyOf(holdings);
        preapproved = List.copyOf(preapproved);
    }
}

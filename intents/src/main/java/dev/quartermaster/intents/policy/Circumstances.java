package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the request when it is judged, read in the same transaction: leases held, yeses given beforehand.
 *
 * @param holdings everything handed out or promised to anybody of the team, what is being extended left out
 * @param preapproved in force for the team at that moment
 * @param asker who asks in the name of whose it becomes; null: they themselves
 */
public record Circumstances(
        List<Holding> holdings,
        List<Preapproval> preapproved,
        @Nullable PersonId asker) {
    public static final Circumstances NONE = new Circumstances(List.of(), List.of());

    /** Of somebody who asks for themselves. */
    public Circumstances(List<Holding> holdings, List<Preapproval> preapproved) {
        this(holdings, preapproved, null);
    }

    public Circumstances {
        holdings = List.copyOf(holdings);
        preapproved = List.copyOf(preapproved);
    }

    public Circumstances askedBy(PersonId who) {
        return new Circumstances(holdings, preapproved, who);
    }
}

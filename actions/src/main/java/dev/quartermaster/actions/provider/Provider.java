package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one kind of part. Idempotent by contract: any call may come again, after a crash anywhere, and finds by name
 * what an earlier one made. A new kind is a new package with one public class that is a Spring bean.
 */
public interface Provider {
    /** The word in a golden path's {@code provider:}. */
    String kind();

    /** What is, changing nothing. */
    Observed observe(Order order);

    /** One step towards what is wanted; returns what is then. Never blocks longer than a few seconds; never throws. */
    Observed converge(Order order, Wanted wanted);

    /** Fresh credentials for a ready part, made at this moment (so that none is ever stored); empty: it has none. */
    default Optional<Credentials> credentials(Order order) {
        return Optional.empty();
    }

    /** Whether parts made from this order have credentials to show. */
    default boolean hasCredentials(Order order) {
        return false;
    }

    /** What was done for a ready part and what its end will do. May ask the other side, as long as {@link #observe}; never throws. */
    default Deeds deeds(Order order) {
        return Deeds.NONE;
    }

    /** What an owner should know at the end of a part of this kind, in one plain sentence; empty: nothing. */
    default String farewell() {
        return "";
    }

    /**
     * Looks for what carries our name and belongs to nothing handed out: what a worker made that stalled until after the
     * end. Takes away what is surely ours of a lease that is over. Never throws; what can't be looked at is left out.
     */
    default List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        return List.of();
    }

    /** Of a lease, as far as what is left of it is concerned. */
    enum Standing {
        OPEN,
        /** Ended or failed, and looked at a while after. */
        OVER,
        /** Nobody here knows it; somebody else may. */
        UNKNOWN
    }

    enum Wanted {
        RUNNING,
        STOPPED,
        GONE
    }
}

package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes one kind of part. Idempotent by contract: any call may come again, after a crash anywhere, and finds by name
 * what an earlier one made. A new kind is a new package here with two classes: its {@link PartType}, and one of these that
 * is a Spring bean. Nothing else names it.
 */
public interface Provider {
    /** What it makes, as files, plans and rules know it. */
    PartType type();

    /**
     * Why nothing of this kind can be made here as things are, and what the platform team does about it; empty: it can.
     * Asked with every wish before anything is promised, so it asks nobody else.
     */
    default Optional<Observed.Broken> missing() {
        return Optional.empty();
    }

    /**
     * The same of a part that is new, where something beside us isn't set up for it; by what was seen a moment ago.
     *
     * @param namespace of its team
     */
    default Optional<Observed.Broken> missing(Part part, String namespace) {
        return missing();
    }

    /** What is, changing nothing. */
    Observed observe(Order order);

    /**
     * What a link into a ready part waits for before anybody can use it; empty: it opens, or nobody can tell from here. Takes
     * a few seconds at most; never throws.
     */
    default Optional<Observed.Making> closed(Order order, URI link) {
        return Optional.empty();
    }

    /** One step towards what is wanted; returns what is then. Never blocks longer than a few seconds; never throws. */
    Observed converge(Order order, Wanted wanted);

    /** Fresh credentials for a ready part, made at this moment (so that none is ever stored); empty: it has none. */
    default Optional<Credentials> credentials(Order order) {
        return Optional.empty();
    }

    /**
     * What programs on this machine take from their environment to reach a ready part, by the names that common tools know:
     * made at this moment, as credentials are. Empty: it cannot be had right now.
     */
    default Optional<Map<String, String>> environment(Order order) {
        return credentials(order).map(Credentials::environment);
    }

    /** Whether people's programs run in it that should reach another part of the lease, and it was not given how. */
    default boolean lacks(Order order, PartName other) {
        return false;
    }

    /** Gives it what another part of the lease is reached with, in place of what it had; never throws. */
    default void equip(Order order, PartName other, Map<String, String> environment) {
        // Nobody's programs run in most parts.
    }

    /** Who uses a ready part right now. As quick as {@link #observe}; never throws. */
    default IdleEvidence evidence(Order order) {
        return IdleEvidence.NONE;
    }

    /** What a part has used so far besides time; never throws, and leaves out what can't be asked. */
    default List<Usage> usage(Order order) {
        return List.of();
    }

    /** The last lines it wrote, oldest first, for its owner alone: they may hold anything. Never throws, never stored. */
    default List<String> lastLines(Order order, int most) {
        return List.of();
    }

    /**
     * Why a part like this keeps the size it was made with whatever is asked for, in sentences with what to do instead;
     * empty: {@link #resize} says it change by change. As quick as {@link #observe}.
     */
    default Optional<String> fixed(Order order) {
        return Optional.of(Resize.Impossible.WHILE_IT_RUNS.words());
    }

    /**
     * What it would mean to make {@code after} of a ready part made from {@code before}; changes nothing and asks nobody
     * else. Where it is possible, {@link #converge} brings about whatever it is called with.
     */
    default Resize resize(Order before, Order after) {
        return fixed(before).map(Resize.Impossible::new).orElse(Resize.Impossible.WHILE_IT_RUNS);
    }

    /** Whether parts made from this order have credentials to show. */
    default boolean hasCredentials(Order order) {
        return false;
    }

    /** What was done for a ready part and what its end will do. May ask the other side, as long as {@link #observe}; never throws. */
    default ProvisioningLog deeds(Order order) {
        return ProvisioningLog.NONE;
    }

    /** What stays of it after its end, as part of a sentence ("what is pushed to its repository"); empty: nothing. As quick as {@link #observe}. */
    default String kept(Order order) {
        return "";
    }

    /** What an owner should know once this part has ended, in one plain sentence; empty: nothing. As quick as {@link #observe}. */
    default String farewell(Order order) {
        return "";
    }

    /**
     * Looks for what carries our name and belongs to nothing handed out: what a worker made that stalled until after the
     * end. Takes away what is surely ours of a lease that is over. Never throws; what can't be looked at is left out.
     */
    default List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        return List.of();
    }

    /**
     * What others made where only we should make things. It is theirs: nobody touches it, and the platform team hears of
     * it once. Never throws; what can't be looked at is left out.
     */
    default List<PlatformTrouble> strangers() {
        return List.of();
    }

    /** What is known of a lease whose name something found in a cluster carries. */
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

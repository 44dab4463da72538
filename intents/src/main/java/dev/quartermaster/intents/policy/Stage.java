package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.plan.PartName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One approval that a request needs, of {@code needed} different persons. Who is among the deciders of several stages
 * counts in each, or a small team could never get its approvals.
 *
 * @param covers the parts that wait for it; never empty
 * @param needed how many different persons must say yes; at least 1
 * @param because said on the card, in words
 * @param order it is asked once every stage of a lower order is full; 0 to 9, those of one order side by side
 * @param ping who of those who may decide is told of it; absent in what was stored before there was a choice
 */
public record Stage(
        Set<PartName> covers,
        Deciders deciders,
        int needed,
        String because,
        int order,
        @Nullable Ping ping) {
    /** Who hears of a waiting request; everybody who may decide sees it in the channel and in their Home. */
    public enum Ping {
        /** Owners first, their deputies when the owner may not or does not answer. */
        OWNERS,
        /** Everybody who may decide. */
        DECIDERS,
        /** Nobody at once; the next digest has it. */
        DIGEST
    }

    public Stage {
        covers = Set.copyOf(covers);
        ping = ping == null ? Ping.OWNERS : ping;
        if (needed < 1 || covers.isEmpty()) {
            throw new IllegalArgumentException("A stage covers at least one part and needs at least one yes");
        }
    }

    /** One that is asked at once, its owners first. */
    public Stage(Set<PartName> covers, Deciders deciders, int needed, String because) {
        this(covers, deciders, needed, because, 0, Ping.OWNERS);
    }

    public Ping pinged() {
        return ping == null ? Ping.OWNERS : ping;
    }
}

package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.plan.PartName;
import java.util.Set;

/**
 * One yes that is needed. A person fills one seat of it at most; who is among the deciders of several stages may fill
 * one in each, or a small team could never be said yes to.
 *
 * @param covers the parts that wait for it; never empty
 * @param needed how many different persons must say yes; at least 1
 * @param because said on the card, in words
 */
public record Stage(Set<PartName> covers, Deciders deciders, int needed, String because) {
    public Stage {
        covers = Set.copyOf(covers);
        if (needed < 1 || covers.isEmpty()) {
            throw new IllegalArgumentException("A stage covers at least one part and needs at least one yes");
        }
    }
}

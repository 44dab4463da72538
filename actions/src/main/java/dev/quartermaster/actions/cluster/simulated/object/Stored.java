package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An object as kept. The tree is never handed out without a copy.
 *
 * @param since when its specification last changed; what takes time is counted from here
 */
public record Stored(ObjectNode tree, FieldOwners owners, Instant since) {
    public String uid() {
        return tree.path("metadata").path("uid").asText();
    }

    Stored with(ObjectNode next) {
        return new Stored(next, owners, since);
    }
}

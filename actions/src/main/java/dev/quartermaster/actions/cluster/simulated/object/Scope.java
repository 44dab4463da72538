package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which objects a list, a watch or a delete of many means.
 *
 * @param namespace empty for all of them
 * @param name empty for any
 * @param about the uid of what an event is about; empty for any
 */
public record Scope(Kind kind, String namespace, LabelSelector labels, String name, String about) {

    public boolean holds(Key key, ObjectNode tree) {
        return key.kind().equals(kind)
                && (namespace.isEmpty() || namespace.equals(key.namespace()))
                && (name.isEmpty() || name.equals(key.name()))
                && (about.isEmpty()
                        || about.equals(tree.path("involvedObject").path("uid").asText()))
                && labels.matches(tree.path("metadata").path("labels"));
    }
}

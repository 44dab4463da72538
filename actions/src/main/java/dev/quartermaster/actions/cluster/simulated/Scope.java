package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which objects a list, a watch or a delete of many means.
 *
 * @param namespace empty for all of them
 */
record Scope(Kind kind, String namespace, LabelSelector labels, String name) {
    /** @param name empty for any */
    Scope {}

    boolean holds(Key key, ObjectNode tree) {
        return key.kind().equals(kind)
                && (namespace.isEmpty() || namespace.equals(key.namespace()))
                && (name.isEmpty() || name.equals(key.name()))
                && labels.matches(tree.path("metadata").path("labels"));
    }
}

package dev.quartermaster.actions.cluster;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whose an object is. Ids are label values as they are: their types allow nothing a label may not hold.
 *
 * @param epoch of the claim under which it is written; see {@link Cluster#apply}
 */
public record Labels(LeaseId lease, PartName part, TeamId team, PersonId owner, long epoch) {
    public static final String LEASE = "quartermaster.dev/lease";
    /** A lease may have several parts in the cluster, and one may end before the others. */
    public static final String PART = "quartermaster.dev/part";

    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    static final String MARK = "quartermaster.dev/made";
    static final String EPOCH = "quartermaster.dev/epoch";
    static final String TEAM = "quartermaster.dev/team";
    private static final String OWNER = "quartermaster.dev/owner";

    Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put(MANAGED_BY, Cluster.MANAGER);
        labels.put(LEASE, lease.value());
        labels.put(PART, part.value());
        labels.put(TEAM, team.value());
        labels.put(OWNER, owner.value());
        return labels;
    }

    /** By which everything of the part is found, what controllers made of it among it. */
    public Map<String, String> ofPart() {
        return Map.of(LEASE, lease.value(), PART, part.value());
    }

    /**
     * The manifest in its namespace and with these labels, and with it every template of a pod or a claim, so that
     * what controllers make of it is found and swept as well. The manifest itself stays as it is.
     *
     * @param mark of its making, see {@link Ownership}
     */
    Map<String, Object> onto(Map<String, Object> manifest, String namespace, String mark) {
        var labelled = tree(templates(manifest));
        var metadata = tree(labelled.get("metadata"));
        metadata.put("namespace", namespace);
        metadata.put("labels", with(metadata.get("labels"), labels()));
        metadata.put("annotations", with(metadata.get("annotations"), Map.of(EPOCH, Long.toString(epoch), MARK, mark)));
        labelled.put("metadata", metadata);
        return labelled;
    }

    private Object templates(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(this::templates).toList();
        }
        if (!(node instanceof Map<?, ?>)) {
            return node;
        }
        var copy = tree(node);
        copy.replaceAll((name, value) -> {
            var inner = templates(value);
            if (name.equals("template") && tree(tree(inner).get("spec")).containsKey("containers")) {
                return marked(inner);
            }
            return name.equals("volumeClaimTemplates") && inner instanceof List<?> claims
                    ? claims.stream().map(this::marked).toList()
                    : inner;
        });
        return copy;
    }

    private Map<String, Object> marked(Object template) {
        var copy = tree(template);
        var metadata = tree(copy.get("metadata"));
        metadata.put("labels", with(metadata.get("labels"), labels()));
        copy.put("metadata", metadata);
        return copy;
    }

    private static Map<String, Object> with(@Nullable Object present, Map<String, String> more) {
        var all = tree(present);
        all.putAll(new TreeMap<>(more));
        return all;
    }

    /** A copy as a tree; empty for what isn't one. */
    private static Map<String, Object> tree(@Nullable Object node) {
        var copy = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((name, value) -> copy.put(String.valueOf(name), value));
        }
        return copy;
    }
}

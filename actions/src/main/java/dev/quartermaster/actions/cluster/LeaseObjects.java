package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The objects of one part of a lease: only what was made for it is seen, changed or taken away. No call throws. */
public final class LeaseObjects {
    private static final ApiKind POD = new ApiKind("v1", "Pod");

    private final LiveObjects live;

    LeaseObjects(LiveObjects live) {
        this.live = live;
    }

    /** For objects of these kinds, and the pods that come of them. */
    static List<ClusterRight> rights(Set<ApiKind> kinds) {
        var own = kinds.stream()
                .map(kind -> ClusterRight.inTeams(
                        kind,
                        Set.of(Verb.GET, Verb.LIST, Verb.CREATE, Verb.PATCH, Verb.DELETE),
                        "golden paths make it, change its size and take it away"));
        var pods = ClusterRight.inTeams(POD, Set.of(Verb.GET, Verb.LIST), "sees whether the pods of a lease are gone");
        return Stream.concat(own, Stream.of(pods)).toList();
    }

    /**
     * Makes the objects so, in order, stopping at the first that can't be. What is absent is created, never adopted: an
     * object of that name which wasn't made for the lease is left alone and refused (409). Fields we say are ours:
     * whoever set them otherwise is overruled, because price and bounds were agreed on them; fields we don't say are
     * left. A write under an older epoch than the object carries is late; so is one that lost a race.
     *
     * @return the objects as they are now
     */
    public ClusterResult<List<Map<String, Object>>> apply(List<Map<String, Object>> manifests, String namespace) {
        return ClusterCall.of(() -> manifests.stream()
                .map(manifest -> live.apply(manifest, namespace))
                .toList());
    }

    /** Makes an object that must not change once it is there, such as a secret others have read. */
    public ClusterResult<Boolean> once(Map<String, Object> manifest, String namespace) {
        return ClusterCall.of(() -> {
            live.once(manifest, namespace);
            return true;
        });
    }

    /** What there is of these, in their order. */
    public ClusterResult<List<FoundObject>> observe(List<ObjectRef> refs) {
        return ClusterCall.of(() -> refs.stream().map(live::find).toList());
    }

    /**
     * Takes away, last first, what was made for the lease; what is absent or another's is left.
     *
     * @return how many were there. They may take a while to go: see {@link #remaining}
     */
    public ClusterResult<Long> delete(List<ObjectRef> refs) {
        return ClusterCall.of(
                () -> refs.reversed().stream().filter(live::delete).count());
    }

    /** What is left of the part in a namespace: what we made, and what controllers made of it. */
    public ClusterResult<List<ObjectRef>> remaining(String namespace) {
        return ClusterCall.of(() -> live.remaining(namespace));
    }
}

package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From what was read to why it isn't ready, in the order in which things come about: room in the queue, then pods, then
 * their volumes, nodes, images and programs. Pure.
 */
public final class WaitingExplanation {
    private WaitingExplanation() {}

    public static WaitingReason of(ClusterSnapshot seen) {
        return Stream.of(QueueReasons.of(seen), CreationReasons.of(seen), ClaimReasons.of(seen), PodReasons.of(seen))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> WaitingReason.passing(counted(seen)));
    }

    /** Whether the cluster gives it all it asks for, and only what runs there isn't ready. */
    public static boolean held(ClusterSnapshot seen) {
        return QueueReasons.of(seen).isEmpty() && CreationReasons.of(seen).isEmpty() && seen.running();
    }

    /** What the cluster has given up on: a job for good, anything else until somebody mends it. */
    public static Optional<Observed> givenUp(List<Tree> objects) {
        var kinds = ObjectKinds.known();
        return objects.stream()
                .flatMap(object -> kinds.failure(object).stream()
                        .<Observed>map(
                                words -> kinds.ends(object) ? new Observed.Failed(words) : new Observed.Broken(words)))
                .findFirst();
    }

    private static String counted(ClusterSnapshot seen) {
        return seen.objects().stream()
                .flatMap(object -> ObjectKinds.known().progress(object).stream())
                .findFirst()
                .orElse("being made");
    }
}

package dev.quartermaster.actions.provider.kubernetes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From what was read to why it isn't ready, in the order in which things come about: room in the queue, then pods, then
 * their volumes, nodes, images and programs. Pure.
 */
final class Explanation {
    private Explanation() {}

    static WaitingReason of(Sighting seen) {
        return Stream.of(QueueReasons.of(seen), CreationReasons.of(seen), ClaimReasons.of(seen), PodReasons.of(seen))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> WaitingReason.passing(counted(seen)));
    }

    /** What the cluster has given up on. */
    static Optional<String> givenUp(List<Tree> objects) {
        return objects.stream().flatMap(object -> failed(object).stream()).findFirst();
    }

    private static Optional<String> failed(Tree object) {
        var status = object.at("status");
        return switch (object.text("kind")) {
            case "RayCluster" ->
                status.text("state").equals("failed")
                        ? Optional.of("The Ray cluster failed: " + ForeignWords.brief(status.text("reason")))
                        : Optional.empty();
            case "Job" ->
                Sighting.condition(object, "Failed")
                        .filter(condition -> condition.text("status").equals("True"))
                        .map(condition -> "The job failed: " + ForeignWords.brief(condition.text("message")));
            case "SparkApplication" -> {
                var state = status.at("applicationState");
                yield state.text("state").equals("FAILED")
                        ? Optional.of("The Spark application failed: " + ForeignWords.brief(state.text("errorMessage")))
                        : Optional.empty();
            }
            case "SparkConnect" ->
                status.text("state").equals("Failed") ? Optional.of("The Spark server failed.") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String counted(Sighting seen) {
        return seen.objects().stream()
                .flatMap(object -> counted(object).stream())
                .findFirst()
                .orElse("being made");
    }

    private static Optional<String> counted(Tree object) {
        var status = object.at("status");
        return switch (object.text("kind")) {
            case "RayCluster" ->
                Optional.of("starting: " + status.number("readyWorkerReplicas") + " of "
                        + status.number("desiredWorkerReplicas") + " workers ready");
            case "StatefulSet", "Deployment" ->
                Optional.of("starting: " + status.number("readyReplicas") + " of "
                        + object.at("spec").number("replicas") + " ready");
            case "Job" -> Optional.of("running");
            default -> Optional.empty();
        };
    }
}

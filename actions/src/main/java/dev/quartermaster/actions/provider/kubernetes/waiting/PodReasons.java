package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a pod that was made isn't running: not placed, its image, its settings, or what runs in it. */
final class PodReasons {
    private static final Set<String> IMAGE =
            Set.of("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull", "ImageInspectError", "RegistryUnavailable");
    private static final Set<String> SETTINGS =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "ContainerCannotRun");
    private static final Pattern NO_IMAGE =
            Pattern.compile("(?i)not found|manifest unknown|does not exist|name unknown|no such image");

    private PodReasons() {}

    /** What somebody has to mend before what passes by itself. */
    static Optional<WaitingReason> of(ClusterSnapshot seen) {
        var reasons = seen.pods().stream()
                .filter(pod -> !pod.at("metadata").has("deletionTimestamp"))
                .filter(pod -> !ClusterSnapshot.holds(pod, "Ready", "True"))
                .flatMap(pod -> of(pod, seen).stream())
                .toList();
        return reasons.stream()
                .filter(reason -> reason.trouble() != null)
                .findFirst()
                .or(() -> reasons.stream().findFirst());
    }

    private static Optional<WaitingReason> of(Tree pod, ClusterSnapshot seen) {
        if (pod.at("status").text("phase").equals("Failed")) {
            return Optional.of(WaitingReason.passing("the cluster stopped it ("
                    + ForeignWords.brief(pod.at("status").text("reason")) + ") and starts it again"));
        }
        return PlacingReasons.of(pod, seen)
                .or(() -> containers(pod)
                        .flatMap(each -> container(pod, each).stream())
                        .findFirst())
                .or(() -> seen.event(pod, "FailedMount", "FailedAttachVolume")
                        .map(_ -> WaitingReason.passing("starting: its volume isn't attached yet")));
    }

    private static Stream<Tree> containers(Tree pod) {
        return Stream.of("initContainerStatuses", "containerStatuses")
                .flatMap(field -> pod.at("status").items(field).stream());
    }

    private static Optional<WaitingReason> container(Tree pod, Tree container) {
        var waiting = container.at("state", "waiting");
        var reason = waiting.text("reason");
        var said = reason + ": " + waiting.text("message");
        var image = "\"" + ForeignWords.brief(container.text("image")) + "\"";
        if (reason.equals("InvalidImageName")) {
            return Optional.of(WaitingReason.passing(
                    "there can be no image named " + image + ": stop it and ask again with another one"));
        }
        if (IMAGE.contains(reason)) {
            var words = NO_IMAGE.matcher(said).find()
                    ? "there is no image " + image + ": stop it and ask again with another one, if you named it"
                    : "its image " + image + " can't be fetched";
            return Optional.of(WaitingReason.forPlatform("image-pull", words, ClusterSnapshot.quoted(pod, said)));
        }
        if (SETTINGS.contains(reason)) {
            return Optional.of(WaitingReason.forPlatform(
                    "container-settings", "its settings don't let it start", ClusterSnapshot.quoted(pod, said)));
        }
        return reason.equals("CrashLoopBackOff") ? Optional.of(stopsAgain(pod, container)) : Optional.empty();
    }

    private static WaitingReason stopsAgain(Tree pod, Tree container) {
        var last = container.at("lastState", "terminated");
        if (last.text("reason").equals("OOMKilled")) {
            return WaitingReason.passing("it runs out of memory as it starts: stop it and ask for more");
        }
        var how = last.has("exitCode") ? " (exit code " + last.number("exitCode") + ")" : "";
        return WaitingReason.forPlatform(
                "stops-again",
                "what runs in it stops again and again" + how,
                ClusterSnapshot.quoted(
                        pod, "the container " + container.text("name") + " stops again and again" + how));
    }

    /** How much of a resource a pod asks for, as its containers say it; empty where they don't. */
    static String asked(Tree pod, String resource) {
        List<Tree> containers = pod.at("spec").items("containers");
        return containers.stream()
                .map(container -> container.at("resources"))
                .flatMap(resources -> Stream.of("requests", "limits")
                        .map(kind -> resources.at(kind).text(resource))
                        .filter(amount -> !amount.isEmpty())
                        .findFirst()
                        .stream())
                .findFirst()
                .orElse("");
    }
}

package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.provider.LogLine;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.List;

/**
 * What the containers of pods that are over left in their termination messages (at most 4 KiB each,
 * <a href="https://kubernetes.io/docs/tasks/debug/debug-application/determine-reason-pod-failure/">source</a>).
 */
final class LastWords {
    private LastWords() {}

    /** The last lines of the first pod that left any, oldest first. */
    static List<String> of(List<Tree> pods, int most) {
        return pods.stream()
                .flatMap(pod -> pod.at("status").items("containerStatuses").stream())
                .map(container -> container.at("state", "terminated").text("message"))
                .filter(message -> !message.isBlank())
                .findFirst()
                .map(message -> last(message, most))
                .orElse(List.of());
    }

    private static List<String> last(String message, int most) {
        var lines = message.lines()
                .map(LogLine::clean)
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }
}

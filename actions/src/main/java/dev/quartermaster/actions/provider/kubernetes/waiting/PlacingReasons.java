package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.kubernetes.manifest.ForeignWords;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why no node takes a pod, from the scheduler's words in its condition {@code PodScheduled} (seen with 1.36):
 * {@code 0/5 nodes are available: 3 Insufficient nvidia.com/gpu, 2 node(s) didn't match Pod's node affinity/selector.}
 */
final class PlacingReasons {
    private static final Pattern WHOLE =
            Pattern.compile("^0/(\\d{1,6}) nodes are available: (.{1,2000})", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("^(\\d{1,6}) (.*)$", Pattern.DOTALL);
    private static final Pattern SHORT = Pattern.compile("^Insufficient (\\S+?)[.,]?$");
    /** What is full now may be free in a while; what is full for longer than this wants more nodes. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private record Why(int nodes, String what) {}

    private PlacingReasons() {}

    static Optional<WaitingReason> of(Tree pod, ClusterSnapshot seen) {
        var scheduled = ClusterSnapshot.condition(pod, "PodScheduled")
                .filter(condition -> condition.text("status").equals("False"));
        if (scheduled.isEmpty()) {
            return Optional.empty();
        }
        if (scheduled.get().text("reason").equals("SchedulingGated")) {
            return Optional.of(WaitingReason.passing("held back until the queue lets it in"));
        }
        if (seen.event(pod, "TriggeredScaleUp").isPresent()) {
            return Optional.of(WaitingReason.passing("a node for it is being added"));
        }
        return Optional.of(reason(pod, scheduled.get(), seen));
    }

    private static WaitingReason reason(Tree pod, Tree condition, ClusterSnapshot seen) {
        var said = condition.text("message");
        var todo = "The scheduler can't place " + ClusterSnapshot.quoted(pod, said);
        if (said.contains("unbound immediate PersistentVolumeClaims")) {
            return WaitingReason.passing("waiting for its volume");
        }
        if (said.contains("no nodes available")) {
            return WaitingReason.forPlatform("no-nodes", "the cluster has no node", todo);
        }
        var whys = whys(said);
        var scarce = whys.stream().flatMap(why -> shortOf(why).stream()).findFirst();
        if (scarce.isPresent()) {
            var words = "waiting for room: no node" + offering(pod, " with ") + " has " + amount(pod, scarce.get())
                    + " free at the moment";
            return seen.olderThan(condition.text("lastTransitionTime"), PATIENCE)
                    ? WaitingReason.forPlatform("no-room", words, todo)
                    : WaitingReason.passing(words);
        }
        if (whys.stream().anyMatch(why -> why.what().contains("node affinity/selector"))) {
            return WaitingReason.forPlatform(
                    "no-node",
                    "no node offers" + wanted(pod),
                    todo + " Label a node with" + wanted(pod) + ", or correct the golden path.");
        }
        if (whys.stream().anyMatch(why -> why.what().contains("taint"))) {
            return WaitingReason.forPlatform("reserved-nodes", "every node is kept for other work", todo);
        }
        return seen.olderThan(condition.text("lastTransitionTime"), PATIENCE)
                ? WaitingReason.forPlatform("not-placed", "no node takes it", todo)
                : WaitingReason.passing("waiting for a node that takes it");
    }

    /** A taint may hold a comma, so only a number begins a new clause. What follows the first sentence repeats it. */
    private static List<Why> whys(String said) {
        var whole = WHOLE.matcher(said);
        if (!whole.find()) {
            return List.of();
        }
        var all = whole.group(2);
        var end = all.indexOf(" preemption:");
        var whys = new ArrayList<Why>();
        for (var piece : (end < 0 ? all : all.substring(0, end)).split(", (?=\\d)")) {
            var clause = CLAUSE.matcher(piece.strip());
            if (clause.matches()) {
                whys.add(new Why(Integer.parseInt(clause.group(1)), clause.group(2)));
            }
        }
        return whys;
    }

    private static Optional<String> shortOf(Why why) {
        var found = SHORT.matcher(why.what());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static String amount(Tree pod, String resource) {
        var asked = ForeignWords.brief(PodReasons.asked(pod, resource));
        return switch (resource) {
            case "cpu" -> asked.isEmpty() ? "CPU" : asked + " CPU";
            case "memory" -> asked.isEmpty() ? "memory" : asked + " of memory";
            default ->
                resource.endsWith("/gpu")
                        ? asked.isEmpty() || asked.equals("1") ? "a GPU" : asked + " GPUs"
                        : ForeignWords.brief(resource);
        };
    }

    private static String wanted(Tree pod) {
        var labels = labels(pod);
        return labels.isEmpty() ? " what it asks for" : " " + labels;
    }

    private static String offering(Tree pod, String before) {
        var labels = labels(pod);
        return labels.isEmpty() ? "" : before + labels;
    }

    /** Labels of nodes that the pod is bound to, by its selector and by what its affinity requires. */
    private static String labels(Tree pod) {
        var selected = pod.at("spec", "nodeSelector").fields().entrySet().stream()
                .map(label -> ForeignWords.brief(label.getKey() + "=" + label.getValue()))
                .sorted();
        var required = pod
                .at("spec", "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                .items("nodeSelectorTerms")
                .stream()
                .map(PlacingReasons::term)
                .filter(term -> !term.isEmpty())
                .collect(Collectors.joining(" or "));
        return Stream.concat(selected, Stream.of(required).filter(each -> !each.isEmpty()))
                .collect(Collectors.joining(" and "));
    }

    private static String term(Tree term) {
        return term.items("matchExpressions").stream()
                .filter(each -> each.text("operator").equals("In"))
                .map(each -> ForeignWords.brief(each.text("key") + "=" + values(each.words("values"))))
                .collect(Collectors.joining(" and "));
    }

    private static String values(List<String> values) {
        return values.size() < 2
                ? String.join("", values)
                : values.getFirst() + " (or " + (values.size() - 1) + (values.size() == 2 ? " other)" : " others)");
    }
}

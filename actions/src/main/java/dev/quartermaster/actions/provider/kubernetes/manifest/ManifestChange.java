package dev.quartermaster.actions.provider.kubernetes.manifest;

import dev.quartermaster.actions.provider.Resize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What it means that the objects of a part change while it runs. */
public record ManifestChange(Manifests before, Manifests after) {
    /** Source: Kueue, which suspends an admitted workload whose pods change, and queues it again. */
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private static final String ANEW = " Ask for a new one of that size and stop this one.";
    private static final String QUEUED = "It was let in from the cluster's queue in its size; changed, it would go back"
            + " there and lose what runs in it." + ANEW;
    private static final String KEPT = "It keeps the size it was made with." + ANEW;

    /** Why nothing that runs in it ever changes its size; empty: something of it can. */
    public static Optional<String> fixed(Manifests manifests) {
        List<Map<String, Object>> running = manifests.all().stream()
                .filter(each -> ObjectKinds.known().runs(kind(each)))
                .toList();
        boolean some = running.stream()
                .anyMatch(each -> !queued(each)
                        && ObjectKinds.known()
                                .resized(kind(each))
                                .filter(resized -> !resized.fields().isEmpty())
                                .isPresent());
        return some ? Optional.empty() : Optional.of(running.stream().anyMatch(ManifestChange::queued) ? QUEUED : KEPT);
    }

    public Resize effect() {
        if (!before.missingFrom(after).isEmpty()) {
            return new Resize.Impossible("Some of it would have to be taken away." + ANEW);
        }
        var words = new TreeSet<String>();
        for (var manifest : after.all()) {
            switch (effect(manifest)) {
                case Resize.Impossible impossible -> {
                    return impossible;
                }
                case Resize.Interrupts(var interruption) -> words.add(interruption);
                case Resize.InPlace inPlace -> {}
            }
        }
        return words.isEmpty() ? new Resize.InPlace() : new Resize.Interrupts(String.join(" ", words));
    }

    private Resize effect(Map<String, Object> manifest) {
        var kind = kind(manifest);
        var same = before.refs().indexOf(after.refs().get(after.all().indexOf(manifest)));
        if (same < 0 || before.all().get(same).equals(manifest)) {
            return new Resize.InPlace();
        }
        var old = before.all().get(same);
        if (queued(old) || queued(manifest)) {
            return new Resize.Impossible(QUEUED);
        }
        var runs = ObjectKinds.known().runs(kind);
        var resized = ObjectKinds.known().resized(kind);
        if (resized.isEmpty()) {
            return runs ? new Resize.Impossible(KEPT) : new Resize.InPlace();
        }
        if (!without(old, resized.get().fields())
                .equals(without(manifest, resized.get().fields()))) {
            return new Resize.Impossible(runs ? KEPT : "Its storage keeps the size it was made with." + ANEW);
        }
        return resized.get().words().isEmpty()
                ? new Resize.InPlace()
                : new Resize.Interrupts(resized.get().words());
    }

    private static String kind(Map<String, Object> manifest) {
        return Tree.of(manifest).text("kind");
    }

    /** Whether Kueue lets it in, and changes it when it does. */
    static boolean queued(Map<String, Object> manifest) {
        return Tree.of(manifest).at("metadata", "labels").has(QUEUE);
    }

    private static Map<String, Object> without(Map<String, Object> manifest, List<String> fields) {
        var spec = new LinkedHashMap<>(Tree.of(manifest).at("spec").fields());
        fields.forEach(spec::remove);
        var rest = new LinkedHashMap<>(manifest);
        rest.put("spec", spec);
        return rest;
    }
}

package dev.quartermaster.actions.provider.kubernetes.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What somebody else has changed of an object that we say, as the API server keeps it ({@code metadata.managedFields}): a
 * field of the manifest that another has, by whatever kind of write, and we have no more. What controllers add is theirs, and stays.
 * Source: Kubernetes, "Server-Side Apply", field management.
 */
public final class HandChanges {
    private static final int MOST = 3;

    /** Kinds whose fields nobody's controller has a word in: of others, their operators and Kueue change what we say. */
    private static final Set<String> OURS_ALONE = Set.of("v1", "apps/v1", "batch/v1", "networking.k8s.io/v1");

    private final String us;
    private final List<String> changed = new ArrayList<>();

    private HandChanges(String us) {
        this.us = us;
    }

    /**
     * @param us the name under which we write
     * @return fields and who changed them, for people: {@code spec.replicas (kubectl-edit)}; empty: nothing of ours
     */
    public static String of(Map<String, Object> manifest, Map<String, Object> live, String us) {
        if (!OURS_ALONE.contains(Tree.of(manifest).text("apiVersion")) || ManifestChange.queued(manifest)) {
            return "";
        }
        var changes = new HandChanges(us);
        var entries = Tree.of(live).at("metadata").items("managedFields");
        var ours = entries.stream()
                .filter(entry -> entry.text("manager").equals(us))
                .map(entry -> entry.at("fieldsV1"))
                .toList();
        entries.stream()
                .filter(changes::anothers)
                .forEach(entry -> changes.walk(entry.at("fieldsV1"), ours, manifest, "", entry.text("manager")));
        var words = new TreeSet<>(changes.changed);
        return String.join(", ", words.stream().limit(MOST).toList())
                + (words.size() > MOST ? " and " + (words.size() - MOST) + " more" : "");
    }

    private boolean anothers(Tree entry) {
        return !entry.text("manager").equals(us) && !entry.text("subresource").equals("status");
    }

    private void walk(Tree theirs, List<Tree> ours, @Nullable Object said, String at, String who) {
        theirs.fields().forEach((step, below) -> {
            Object inner = said(said, step);
            if (inner == null) {
                return;
            }
            var name = step.startsWith("f:") ? (at.isEmpty() ? "" : at + ".") + step.substring(2) : at;
            var mine = ours.stream()
                    .filter(each -> each.has(step))
                    .map(each -> each.at(step))
                    .toList();
            var further = Tree.of(below).fields().keySet().stream().anyMatch(key -> !key.equals("."));
            if (further) {
                walk(Tree.of(below), mine, inner, name, who);
            } else if (mine.isEmpty()) {
                changed.add(ForeignWords.brief(name) + " (" + ForeignWords.brief(who) + ")");
            }
        });
    }

    /** What the manifest has there; null: it says nothing of it. */
    private static @Nullable Object said(@Nullable Object said, String step) {
        if (step.startsWith("f:") && said instanceof Map<?, ?> map) {
            return map.get(step.substring(2));
        }
        if (step.startsWith("k:") && said instanceof List<?> list) {
            Object key = new Yaml().load(step.substring(2));
            return list.stream()
                    .filter(item -> item instanceof Map<?, ?> fields
                            && key instanceof Map<?, ?> wanted
                            && wanted.entrySet().stream()
                                    .allMatch(each -> same(each.getValue(), fields.get(each.getKey()))))
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    /** A port's protocol is TCP where nothing is said. */
    private static boolean same(@Nullable Object wanted, @Nullable Object said) {
        return said == null ? "TCP".equals(wanted) : said.toString().equals(String.valueOf(wanted));
    }
}

package dev.quartermaster.actions.provider.kubernetes.image;

import dev.quartermaster.actions.cluster.FoundObject;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.ImageRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Images of what is made, by digest where the registry tells it. What was made stays as it was made, whatever its tag
 * means by now: the cluster itself is where that is remembered.
 */
public final class PinnedImages {
    private static final String NOTE = "quartermaster.dev/images";

    private static final String BY_TAG = "by tag: ";

    private final ImageDigests digests;

    public PinnedImages(Supplier<ImageRules> rules) {
        this(new ImageDigests(rules, new RegistryClient(), InstantSource.system()));
    }

    PinnedImages(ImageDigests digests) {
        this.digests = digests;
    }

    /** Asks registries, for a few seconds at most where they don't answer. @param seen what is there of them */
    public Manifests in(Manifests manifests, List<FoundObject> seen) {
        if (!digests.wanted()) {
            return manifests;
        }
        Map<ObjectRef, Map<String, Object>> live = new HashMap<>();
        seen.stream()
                .filter(FoundObject.Ours.class::isInstance)
                .map(found -> ((FoundObject.Ours) found).tree())
                .forEach(tree -> live.put(ObjectRef.of(tree, manifests.namespace()), tree));
        return new Manifests(
                manifests.namespace(),
                manifests.all().stream()
                        .map(manifest ->
                                ObjectKinds.known().runs(Tree.of(manifest).text("kind"))
                                        ? pinned(manifest, live.get(ObjectRef.of(manifest, manifests.namespace())))
                                        : manifest)
                        .toList());
    }

    /**
     * What people should know of objects that run: which images a registry told no digest of. Nothing where none is asked.
     *
     * @param there as they are in the cluster
     */
    public String byTag(List<Map<String, Object>> there) {
        var images = (digests.wanted() ? there : List.<Map<String, Object>>of())
                .stream()
                        .map(object ->
                                Tree.of(object).at("metadata", "annotations").text(NOTE))
                        .filter(note -> note.startsWith(BY_TAG))
                        .flatMap(note ->
                                Stream.of(note.substring(BY_TAG.length()).split(", ")))
                        .distinct()
                        .sorted()
                        .toList();
        return images.isEmpty()
                ? ""
                : (images.size() == 1 ? "image " : "images ") + String.join(", ", images) + " by tag, may change";
    }

    private Map<String, Object> pinned(Map<String, Object> manifest, @Nullable Map<String, Object> live) {
        var byTag = new TreeSet<String>();
        var next = new LinkedHashMap<String, Object>(
                Tree.of(within(manifest, live, byTag)).fields());
        var metadata = new LinkedHashMap<>(Tree.of(next.get("metadata")).fields());
        var annotations =
                new LinkedHashMap<>(Tree.of(metadata.get("annotations")).fields());
        annotations.put(NOTE, byTag.isEmpty() ? "by digest" : BY_TAG + String.join(", ", byTag));
        metadata.put("annotations", annotations);
        next.put("metadata", metadata);
        return next;
    }

    private Object within(Object node, @Nullable Object live, TreeSet<String> byTag) {
        if (node instanceof Map<?, ?> map) {
            var there = Tree.of(live).fields();
            var next = new LinkedHashMap<String, Object>();
            map.forEach((name, value) -> next.put(
                    String.valueOf(name),
                    name.equals("image") && value instanceof String image
                            ? image(image, there.get("image"), byTag)
                            : within(value, there.get(String.valueOf(name)), byTag)));
            return next;
        }
        if (node instanceof List<?> list) {
            var there = live instanceof List<?> others ? others : List.of();
            var next = new ArrayList<Object>();
            for (var index = 0; index < list.size(); index++) {
                next.add(within(list.get(index), index < there.size() ? there.get(index) : null, byTag));
            }
            return next;
        }
        return node;
    }

    private String image(String image, @Nullable Object live, TreeSet<String> byTag) {
        if (image.contains("@")) {
            return image;
        }
        if (live instanceof String made && made.startsWith(image + "@sha256:")) {
            return made;
        }
        var digest = image.equals(live) ? java.util.Optional.<String>empty() : digests.of(image);
        if (digest.isEmpty()) {
            byTag.add(image);
        }
        return digest.map(each -> image + "@" + each).orElse(image);
    }
}

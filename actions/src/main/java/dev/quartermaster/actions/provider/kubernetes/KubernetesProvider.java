package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterResult.Late;
import dev.quartermaster.actions.cluster.ClusterResult.Refused;
import dev.quartermaster.actions.cluster.ClusterResult.Unreachable;
import dev.quartermaster.actions.cluster.FoundObject;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.LeaseObjects;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.provider.kubernetes.image.PinnedImages;
import dev.quartermaster.actions.provider.kubernetes.manifest.ManagedLabels;
import dev.quartermaster.actions.provider.kubernetes.manifest.ManifestChange;
import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamNamespace;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code provider: kubernetes}, with {@code manifests}, {@code ready} and perhaps {@code token}. What was made for the part
 * is remembered by its uid, and what is about to be made before it is: being killed anywhere leaves nothing behind that
 * the next call doesn't find, and nothing that others made is taken for ours.
 */
@Component
class KubernetesProvider implements Provider {
    private final Cluster cluster;
    private final Ownership ownership;
    private final Supplier<TeamNamespace> teamNamespace;
    private final PartStatus sight;
    private final LeftoverSearch search;
    private final PinnedImages images;
    private final LinkProbe links = new LinkProbe(InstantSource.system());
    private volatile @Nullable ClusterSurvey survey;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    KubernetesProvider(Cluster cluster, Ownership ownership, Bundles bundles) {
        this(
                cluster,
                ownership,
                () -> bundles.current().organisation().namespaces(),
                () -> bundles.current().people().teams().values().stream()
                        .map(Team::namespace)
                        .distinct()
                        .toList(),
                new PinnedImages(() -> bundles.current().organisation().images()));
    }

    /** With images as the golden paths say them. */
    KubernetesProvider(
            Cluster cluster,
            Ownership ownership,
            Supplier<TeamNamespace> teamNamespace,
            Supplier<List<String>> namespaces) {
        this(
                cluster,
                ownership,
                teamNamespace,
                namespaces,
                new PinnedImages(() -> new ImageRules(List.of(), Map.of(), false)));
    }

    KubernetesProvider(
            Cluster cluster,
            Ownership ownership,
            Supplier<TeamNamespace> teamNamespace,
            Supplier<List<String>> namespaces,
            PinnedImages images) {
        this.images = images;
        this.cluster = cluster;
        this.ownership = ownership;
        this.teamNamespace = teamNamespace;
        sight = new PartStatus(cluster, images, InstantSource.system());
        search = new LeftoverSearch(cluster, ownership, namespaces);
    }

    /** @param found how the cluster is looked at; none: nothing is known to be missing */
    @Autowired
    void looked(ObjectProvider<ClusterSurvey> found) {
        survey = found.getIfAvailable();
    }

    @Override
    public Optional<Observed.Broken> missing(Part part, String namespace) {
        var looked = survey;
        return looked == null ? Optional.empty() : looked.missing(part, namespace);
    }

    @Override
    public PartType type() {
        return new KubernetesPart();
    }

    @Override
    public Observed observe(Order order) {
        return checked(order, manifests -> seen(order, manifests));
    }

    @Override
    public Optional<Observed.Making> closed(Order order, URI link) {
        return cluster.simulated()
                ? Optional.empty()
                : links.closed(order.team().namespace() + "/" + order.lease(), link);
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return switch (wanted) {
            case RUNNING -> checked(order, manifests -> run(order, manifests));
            case STOPPED -> checked(order, manifests -> stop(order, manifests));
            case GONE -> end(order);
        };
    }

    @Override
    public boolean hasCredentials(Order order) {
        return TokenSecret.of(order).isPresent();
    }

    /** Empty as well while the cluster can't be asked: better later than a wrong one. */
    @Override
    public Optional<Credentials> credentials(Order order) {
        return TokenSecret.of(order).flatMap(token -> {
            var seen = objects(order).observe(List.of(token.ref(order.team().namespace())));
            return seen instanceof Done<List<FoundObject>>(var secrets)
                            && secrets.getFirst() instanceof FoundObject.Ours(var secret)
                    ? token.read(secret)
                    : Optional.empty();
        });
    }

    /** What its containers left as their last words: with them a role that may read pods needs no right to their logs. */
    @Override
    public List<String> lastLines(Order order, int most) {
        return cluster.list("v1", "Pod", order.team().namespace(), labels(order).ofPart())
                        instanceof Done<List<Map<String, Object>>>(var pods)
                ? LastWords.of(pods.stream().map(Tree::of).toList(), most)
                : List.of();
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        return switch (Manifests.of(order)) {
            case Manifests.Checked.Fine(var manifests) -> deeds(manifests);
            case Manifests.Checked.Escapes escapes -> ProvisioningLog.NONE;
        };
    }

    @Override
    public Optional<String> fixed(Order order) {
        return switch (Manifests.of(order)) {
            case Manifests.Checked.Fine(var manifests) -> ManifestChange.fixed(manifests);
            case Manifests.Checked.Escapes(var words) -> Optional.of(words);
        };
    }

    @Override
    public Resize resize(Order before, Order after) {
        return switch (Manifests.of(after)) {
            case Manifests.Checked.Fine(var larger)
            when Manifests.of(before) instanceof Manifests.Checked.Fine(var manifests) ->
                new ManifestChange(manifests, larger).effect();
            case Manifests.Checked.Fine changed -> Provider.super.resize(before, after);
            case Manifests.Checked.Escapes(var words) -> new Resize.Impossible(words);
        };
    }

    private static ProvisioningLog deeds(Manifests manifests) {
        List<ObjectRef> refs = manifests.refs();
        List<String> undo = new ArrayList<>();
        withoutPolicies(refs).forEach(ref -> undo.add("delete " + ref));
        refs.stream().filter(ref -> !withoutPolicies(refs).contains(ref)).forEach(ref -> undo.add("delete " + ref));
        return new ProvisioningLog(refs.stream().map(ref -> "apply " + ref).toList(), undo);
    }

    @Override
    public List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        return search.leftovers(leases);
    }

    @Override
    public List<PlatformTrouble> strangers() {
        return teamNamespace.get().create() ? search.strangers() : List.of();
    }

    /** Nothing is made while something that isn't ours stands under one of the names. */
    private Observed run(Order order, Manifests manifests) {
        var objects = objects(order);
        var names = TokenSecret.of(order)
                .map(token -> Stream.concat(Stream.of(token.ref(manifests.namespace())), manifests.refs().stream())
                        .toList())
                .orElseGet(manifests::refs);
        return after(
                cluster.namespace(manifests.namespace(), order.team().id(), teamNamespace.get()),
                _ -> after(
                        objects.observe(names),
                        seen -> PartStatus.foreign(seen)
                                .orElseGet(() -> make(order, images.in(manifests, seen), objects))));
    }

    private Observed make(Order order, Manifests manifests, LeaseObjects objects) {
        return after(
                token(order, manifests, objects),
                _ -> after(
                        objects.apply(ManagedLabels.running(manifests).all(), manifests.namespace()),
                        _ -> seen(order, manifests)));
    }

    private Observed stop(Order order, Manifests manifests) {
        var objects = objects(order);
        return after(objects.observe(manifests.stopped().refs()), there -> {
            var stopped = images.in(manifests.stopped(), there);
            return after(
                    objects.apply(ManagedLabels.stopped(stopped).all(), manifests.namespace()),
                    _ -> after(
                            objects.delete(manifests.missingFrom(stopped)),
                            _ -> stopped.all().isEmpty()
                                    ? new Observed.Stopped(manifests.ref())
                                    : seen(order, manifests)));
        });
    }

    private Observed seen(Order order, Manifests manifests) {
        return sight.of(order, manifests, objects(order), labels(order));
    }

    /**
     * By what was made and by labels, not by the manifests: those may have been made by an older plan, or be refused by
     * now. Network policies go last, when no pod is left that they hold back.
     */
    private Observed end(Order order) {
        var objects = objects(order);
        var namespace = order.team().namespace();
        return after(
                objects.remaining(namespace),
                there -> after(
                        objects.delete(withoutPolicies(there)),
                        _ -> after(
                                objects.remaining(namespace),
                                left -> withoutPolicies(left).isEmpty()
                                        ? endPolicies(objects, namespace, left)
                                        : leaving(left))));
    }

    private static Observed endPolicies(LeaseObjects objects, String namespace, List<ObjectRef> policies) {
        return after(objects.delete(policies), _ -> after(objects.remaining(namespace), KubernetesProvider::leaving));
    }

    private static Observed leaving(List<ObjectRef> left) {
        return switch (left.size()) {
            case 0 -> new Observed.Absent();
            case 1 -> new Observed.Ending("1 object is still on its way out");
            default -> new Observed.Ending(left.size() + " objects are still on their way out");
        };
    }

    private static List<ObjectRef> withoutPolicies(List<ObjectRef> refs) {
        return refs.stream().filter(ref -> !ref.kind().equals("NetworkPolicy")).toList();
    }

    private ClusterResult<Boolean> token(Order order, Manifests manifests, LeaseObjects objects) {
        return TokenSecret.of(order)
                .map(token -> objects.once(token.fresh(random), manifests.namespace()))
                .orElseGet(() -> new Done<>(true));
    }

    private LeaseObjects objects(Order order) {
        return cluster.of(labels(order), ownership);
    }

    static Labels labels(Order order) {
        return new Labels(
                order.lease(),
                order.part().name(),
                order.team().id(),
                order.owner().id(),
                order.epoch());
    }

    private static Observed checked(Order order, Function<Manifests, Observed> then) {
        return switch (Manifests.of(order)) {
            case Manifests.Checked.Fine(var manifests) -> then.apply(manifests);
            case Manifests.Checked.Escapes(var words) -> new Observed.Broken(words);
        };
    }

    static <T> Observed after(ClusterResult<T> result, Function<T, Observed> then) {
        return switch (result) {
            case Done<T>(var value) -> then.apply(value);
            case Unreachable<T> _ -> new Observed.Unreachable("the cluster");
            case Refused<T>(var status, var words) -> ClusterRefusals.broken(status, words);
            case Late<T> _ -> new Observed.Making("", "another worker has taken over");
        };
    }
}

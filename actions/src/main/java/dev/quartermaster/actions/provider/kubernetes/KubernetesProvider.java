package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterResult.Late;
import dev.quartermaster.actions.cluster.ClusterResult.Refused;
import dev.quartermaster.actions.cluster.ClusterResult.Unreachable;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Deeds;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code provider: kubernetes}, with {@code manifests}, {@code ready} and perhaps {@code token}. Whatever is found under
 * the lease's and the part's labels is this part's and nothing else is, so being killed anywhere leaves nothing behind
 * that the next call doesn't find.
 */
@Component
class KubernetesProvider implements Provider {
    private final Cluster cluster;
    private final BooleanSupplier createNamespaces;
    private final Sight sight;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    KubernetesProvider(Cluster cluster, Bundles bundles) {
        this(cluster, () -> bundles.current().organisation().createNamespaces());
    }

    KubernetesProvider(Cluster cluster, BooleanSupplier createNamespaces) {
        this.cluster = cluster;
        this.createNamespaces = createNamespaces;
        sight = new Sight(cluster);
    }

    @Override
    public String kind() {
        return "kubernetes";
    }

    @Override
    public Observed observe(Order order) {
        return checked(order, manifests -> sight.of(order, manifests));
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
        return Token.of(order).isPresent();
    }

    /** Empty as well while the cluster can't be asked: better later than a wrong one. */
    @Override
    public Optional<Credentials> credentials(Order order) {
        return Token.of(order).flatMap(token -> {
            var seen = cluster.observe(List.of(token.ref(order.team().namespace())));
            return seen instanceof Done<List<Optional<Map<String, Object>>>>(var secrets)
                    ? secrets.getFirst().flatMap(Token::read)
                    : Optional.empty();
        });
    }

    @Override
    public Deeds deeds(Order order) {
        return switch (Manifests.of(order)) {
            case Manifests.Checked.Fine(var manifests) -> deeds(manifests);
            case Manifests.Checked.Escapes escapes -> Deeds.NONE;
        };
    }

    private static Deeds deeds(Manifests manifests) {
        List<ObjectRef> refs = manifests.refs();
        List<String> undo = new ArrayList<>();
        withoutPolicies(refs).forEach(ref -> undo.add("delete " + ref));
        refs.stream().filter(ref -> !withoutPolicies(refs).contains(ref)).forEach(ref -> undo.add("delete " + ref));
        return new Deeds(refs.stream().map(ref -> "apply " + ref).toList(), undo);
    }

    private Observed run(Order order, Manifests manifests) {
        var labels = labels(order);
        var create = createNamespaces.getAsBoolean();
        return after(
                cluster.namespace(manifests.namespace(), create),
                _ -> after(
                        token(order, manifests, labels),
                        _ -> after(
                                cluster.apply(Marks.running(manifests).all(), manifests.namespace(), labels),
                                _ -> sight.of(order, manifests))));
    }

    private Observed stop(Order order, Manifests manifests) {
        var labels = labels(order);
        var stopped = manifests.stopped();
        return after(
                cluster.apply(Marks.stopped(stopped).all(), manifests.namespace(), labels),
                _ -> after(
                        cluster.delete(manifests.missingFrom(stopped), labels),
                        _ -> stopped.all().isEmpty()
                                ? new Observed.Stopped(manifests.ref())
                                : sight.of(order, manifests)));
    }

    /**
     * By labels, not by the manifests: those may have been made by an older plan, or be refused by now. Network policies
     * go last, when no pod is left that they hold back.
     */
    private Observed end(Order order) {
        return after(
                remaining(order),
                there -> after(
                        cluster.delete(withoutPolicies(there), labels(order)),
                        _ -> after(
                                remaining(order),
                                left -> withoutPolicies(left).isEmpty() ? endPolicies(order, left) : leaving(left))));
    }

    private Observed endPolicies(Order order, List<ObjectRef> policies) {
        return after(
                cluster.delete(policies, labels(order)), _ -> after(remaining(order), KubernetesProvider::leaving));
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

    private ClusterResult<List<ObjectRef>> remaining(Order order) {
        var namespace = order.team().namespace();
        var own = Map.of(
                Labels.LEASE,
                order.lease().value(),
                Labels.PART,
                order.part().name().value());
        return switch (cluster.labelled(namespace, own)) {
            case Done<List<Map<String, Object>>>(var trees) ->
                new Done<>(trees.stream()
                        .map(tree -> ObjectRef.of(tree, namespace))
                        .toList());
            case Unreachable<List<Map<String, Object>>>(var words) -> new Unreachable<>(words);
            case Refused<List<Map<String, Object>>>(var status, var words) -> new Refused<>(status, words);
            case Late<List<Map<String, Object>>> _ -> new Late<>();
        };
    }

    private ClusterResult<Boolean> token(Order order, Manifests manifests, Labels labels) {
        return Token.of(order)
                .map(token -> cluster.once(token.fresh(random), manifests.namespace(), labels))
                .orElseGet(() -> new Done<>(true));
    }

    private static Labels labels(Order order) {
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
            case Refused<T>(var status, var words) -> new Observed.Broken("The cluster refused it: " + words);
            case Late<T> _ -> new Observed.Making("", "another worker has taken over");
        };
    }
}

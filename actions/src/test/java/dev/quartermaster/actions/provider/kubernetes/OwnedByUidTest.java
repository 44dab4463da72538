package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.TeamNamespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others made in a team's namespace is never taken, changed, shown or taken away, whatever it says of itself. */
class OwnedByUidTest {
    private static final Order LAB = Orders.order(Orders.lab(Orders.pod("")), Orders.LAB_READY);

    private final SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final RememberedObjects remembered = new RememberedObjects();
    private final KubernetesProvider provider = provider(remembered);
    private final Others others = new Others(simulated.url());

    @BeforeEach
    void namespace() {
        cluster.namespace("team-growth", LAB.team().id(), TeamNamespace.CREATED);
    }

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void whatStandsThereUnderOurNameAndLabelsIsNeitherTakenNorTakenAway() {
        others.make("apps/v1", "statefulsets", copied("StatefulSet", "apps/v1"));
        var before = others.all();

        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Broken.class);
        var made = provider.converge(LAB, Wanted.RUNNING);

        assertThat(made).isInstanceOfSatisfying(Observed.Broken.class, broken -> {
            assertThat(broken.words())
                    .isEqualTo("StatefulSet team-growth/lab is there already and wasn't made for this lease, so it was"
                            + " left as it is. The platform team finds out whose it is; one of the two needs"
                            + " another name.");
            assertThat(broken.trouble()).isNotNull();
        });
        assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(others.all()).isEqualTo(before);
    }

    @Test
    void whatOthersRunInANamespaceThatWeMadeIsFlaggedAndLeftAlone() {
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.strangers()).isEmpty();
        var theirs = new TreeMap<>(Others.withoutIdentity(others.get("apps/v1", "statefulsets", "lab")));
        theirs.put("metadata", Map.of("name", "miner"));
        others.make("apps/v1", "statefulsets", theirs);

        assertThat(provider.strangers()).singleElement().satisfies(stranger -> {
            assertThat(stranger.reason()).isEqualTo("not-ours");
            assertThat(stranger.words())
                    .isEqualTo("In team-growth runs what wasn't made by us: StatefulSet team-growth/miner. It is left"
                            + " alone, nobody is charged for it, and it takes room from the team: find out whose"
                            + " it is.");
        });
        assertThat(provider.strangers()).isEqualTo(provider.strangers());
        assertThat(others.get("apps/v1", "statefulsets", "miner")).isNotNull();
    }

    @Test
    void deletedByHandAndMadeAgainFromACopyIsNotOurs() {
        provider.converge(LAB, Wanted.RUNNING);
        var copy = others.get("apps/v1", "statefulsets", "lab");
        others.delete("apps/v1", "statefulsets", "lab");
        others.make("apps/v1", "statefulsets", Others.withoutIdentity(copy));
        var theirs = others.get("apps/v1", "statefulsets", "lab");

        assertThat(provider.observe(LAB)).isInstanceOf(Observed.Broken.class);
        assertThat(provider.converge(LAB, Wanted.STOPPED)).isInstanceOf(Observed.Broken.class);
        assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(others.get("apps/v1", "statefulsets", "lab")).isEqualTo(theirs);
        assertThat(others.all()).hasSize(1);
    }

    @Test
    void somebodyElsesSecretIsNeverShownAsCredentials() {
        var secret = copied("Secret", "v1");
        secret.put("data", Map.of("token", "c29tZWJvZHktZWxzZXM="));
        named(secret, "lab-token");
        others.make("v1", "secrets", secret);

        assertThat(provider.credentials(LAB)).isEmpty();
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        assertThat(others.all()).hasSize(1);
    }

    @Test
    void killedBeforeHearingOfTheUidItIsStillOurs() {
        var killed = new Disturbed() {
            @Override
            public Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
                throw new IllegalStateException("killed");
            }
        };
        provider(killed).converge(LAB, Wanted.RUNNING);
        assertThat(others.all()).hasSize(1);
        var secret = uid("v1", "secrets", "lab-token");

        provider.converge(LAB, Wanted.RUNNING);

        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Ready("team-growth/lab"));
        assertThat(uid("v1", "secrets", "lab-token")).isEqualTo(secret);
        assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(others.all()).isEmpty();
    }

    @Test
    void whoIsFasterBetweenOurLookAndOurMakingKeepsTheName() {
        var raced = new Disturbed() {
            @Override
            public String intend(ObjectRef ref, Labels labels) {
                if (ref.kind().equals("StatefulSet")) {
                    others.make("apps/v1", "statefulsets", copied("StatefulSet", "apps/v1"));
                }
                return super.intend(ref, labels);
            }
        };
        provider(raced).converge(LAB, Wanted.RUNNING);
        var theirs = others.get("apps/v1", "statefulsets", "lab");

        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        provider.converge(LAB, Wanted.GONE);
        assertThat(others.all()).containsExactly(theirs);
    }

    @Test
    void whatWasReplacedBetweenOurLookAndOurWriteIsNotWrittenTo() {
        for (var wanted : List.of(Wanted.STOPPED, Wanted.GONE)) {
            provider.converge(LAB, Wanted.RUNNING);
            var once = new AtomicBoolean();
            var raced = new Disturbed() {
                @Override
                public Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
                    var mark = super.mark(ref, labels, identity);
                    if (ref.kind().equals("StatefulSet") && !once.getAndSet(true)) {
                        var copy = others.get("apps/v1", "statefulsets", "lab");
                        others.delete("apps/v1", "statefulsets", "lab");
                        others.make("apps/v1", "statefulsets", Others.withoutIdentity(copy));
                    }
                    return mark;
                }
            };
            provider(raced).converge(LAB, wanted);
            var theirs = others.get("apps/v1", "statefulsets", "lab");
            assertThat(once).isTrue();
            assertThat(Tree.of(theirs).at("spec").number("replicas")).isEqualTo(1);

            provider.converge(LAB, Wanted.GONE);
            assertThat(others.all()).containsExactly(theirs);
            others.delete("apps/v1", "statefulsets", "lab");
        }
    }

    @Test
    void whatAStalledWorkerMadeAfterTheEndIsTakenAwayAndWhatOthersCopiedIsOnlyTold() {
        provider.converge(LAB, Wanted.RUNNING);
        var copy = Others.withoutIdentity(others.get("networking.k8s.io/v1", "networkpolicies", "lab"));
        named(copy, "copied");
        others.make("networking.k8s.io/v1", "networkpolicies", copy);

        assertThat(provider.leftovers(lease -> Standing.OPEN)).isEmpty();
        var unknown = provider.leftovers(lease -> Standing.UNKNOWN);
        assertThat(unknown).hasSize(5).noneMatch(Leftover::removed);
        assertThat(others.all()).hasSize(5);

        var over = provider.leftovers(lease -> Standing.OVER);
        assertThat(over).filteredOn(Leftover::removed).hasSize(4);
        assertThat(over)
                .filteredOn(leftover -> !leftover.removed())
                .extracting(Leftover::what)
                .containsExactly("NetworkPolicy team-growth/copied");
        assertThat(others.all()).hasSize(1);
        assertThat(provider.leftovers(lease -> Standing.OVER)).hasSize(1);
    }

    @Test
    void nothingIsMadeInANamespaceThatIsNotTheTeams() {
        others.makeNamespace(
                "of-risk", Map.of("quartermaster.dev/team", "risk", "app.kubernetes.io/managed-by", "quartermaster"));
        others.makeNamespace("somebodys", Map.of());
        for (var namespace : List.of("kube-system", "kube-anything", "default", "of-risk", "somebodys")) {
            var order = Orders.in(namespace, LAB);
            assertThat(provider.converge(order, Wanted.RUNNING))
                    .as(namespace)
                    .isInstanceOfSatisfying(
                            Observed.Broken.class,
                            broken -> assertThat(broken.words()).contains("The namespace " + namespace));
        }
        assertThat(others.all()).isEmpty();
    }

    @Test
    void whatIsLeftInANamespaceThatIsNoTeamsAnyMoreIsFoundAsWell() {
        provider.converge(LAB, Wanted.RUNNING);
        var later = new KubernetesProvider(
                cluster, remembered, () -> TeamNamespace.CREATED, () -> List.of("team-elsewhere"));

        assertThat(later.leftovers(lease -> Standing.OVER)).isNotEmpty().allMatch(Leftover::removed);

        assertThat(others.all()).isEmpty();
    }

    @Test
    void aNamespaceThatIsThereIsUsedWhereTheyAreMadeByOthers() {
        others.makeNamespace("somebodys", Map.of());
        var existing = new KubernetesProvider(cluster, remembered, () -> TeamNamespace.EXISTING, List::of);
        existing.converge(Orders.in("somebodys", LAB), Wanted.RUNNING);
        assertThat(existing.observe(Orders.in("somebodys", LAB))).isEqualTo(new Observed.Ready("somebodys/lab"));
    }

    private class Disturbed implements Ownership {
        @Override
        public List<String> namespaces() {
            return remembered.namespaces();
        }

        @Override
        public String intend(ObjectRef ref, Labels labels) {
            return remembered.intend(ref, labels);
        }

        @Override
        public Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
            return remembered.mark(ref, labels, identity);
        }

        @Override
        public List<ObjectRef> made(Labels labels) {
            return remembered.made(labels);
        }
    }

    private KubernetesProvider provider(Ownership ownership) {
        return new KubernetesProvider(cluster, ownership, () -> TeamNamespace.CREATED, () -> List.of("team-growth"));
    }

    private String uid(String apiVersion, String plural, String name) {
        return Tree.of(others.get(apiVersion, plural, name)).at("metadata").text("uid");
    }

    /** As somebody makes it who copied our manifest with its labels. */
    private static Map<String, Object> copied(String kind, String apiVersion) {
        return Others.named(kind, apiVersion, "lab", LAB.lease().value());
    }

    private static void named(Map<String, Object> manifest, String name) {
        Map<String, Object> metadata = new TreeMap<>();
        ((Map<?, ?>) manifest.get("metadata")).forEach((key, value) -> metadata.put((String) key, value));
        metadata.put("name", name);
        manifest.put("metadata", metadata);
    }
}

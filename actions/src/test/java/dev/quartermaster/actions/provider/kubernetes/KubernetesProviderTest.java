package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.RememberedObjects;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.provider.kubernetes.image.PinnedImages;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.ImageRules;
import dev.quartermaster.intents.people.TeamNamespace;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class KubernetesProviderTest {
    private static final Order LAB = Orders.order(Orders.lab(Orders.pod("")), Orders.LAB_READY);
    private static final Map<String, String> OURS = Map.of("quartermaster.dev/lease", "lease-abcdefghij");

    private SimulatedCluster simulated = SimulatedCluster.start(0, Timings.immediate());
    private final Cluster cluster = Cluster.simulatedAt(simulated.url());
    private final RememberedObjects remembered = new RememberedObjects();
    private final KubernetesProvider provider = provider(cluster);

    @AfterEach
    void close() {
        cluster.close();
        simulated.close();
    }

    @Test
    void madeTwiceIsTheSame() {
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Absent());
        provider.converge(LAB, Wanted.RUNNING);
        var made = simulated.objects(OURS);
        provider.converge(LAB, Wanted.RUNNING);
        var first = simulated.objects(OURS);
        assertThat(first)
                .extracting(KubernetesProviderTest::uid)
                .isEqualTo(made.stream().map(KubernetesProviderTest::uid).toList());
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isEqualTo(new Observed.Ready("team-growth/lab"));

        assertThat(simulated.objects(OURS)).isEqualTo(first).hasSize(4);
        assertThat(first)
                .allSatisfy(object -> assertThat(
                                Tree.of(object).at("metadata", "labels").fields())
                        .containsEntry("app.kubernetes.io/managed-by", "quartermaster")
                        .containsEntry("quartermaster.dev/team", "growth")
                        .containsEntry("quartermaster.dev/owner", "ana"));
        assertThat(first)
                .extracting(object -> Tree.of(object).at("metadata").text("namespace"))
                .containsOnly("team-growth");
    }

    @Test
    void stoppedKeepsWhatIsStoredAndRunsAgain() {
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.converge(LAB, Wanted.STOPPED)).isEqualTo(new Observed.Stopped("team-growth/lab"));
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Stopped("team-growth/lab"));
        assertThat(kinds()).contains("PersistentVolumeClaim", "StatefulSet");

        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Ready("team-growth/lab"));
    }

    @Test
    void anotherSizeIsRolledOutAndWhatStandsInAQueueKeepsItsOwn() {
        provider.converge(LAB, Wanted.RUNNING);
        var larger = Orders.order(
                Orders.lab(Orders.pod("").replace("name: main,", "name: main, resources: {limits: {memory: 8Gi}},")),
                Orders.LAB_READY);
        assertThat(provider.resize(LAB, LAB)).isEqualTo(new Resize.InPlace());
        assertThat(provider.resize(LAB, larger))
                .isInstanceOfSatisfying(
                        Resize.Interrupts.class,
                        interrupts -> assertThat(interrupts.words()).contains("restarts", "stay"));
        assertThat(provider.observe(larger))
                .as("what runs before looks as ready")
                .isInstanceOf(Observed.Ready.class);
        provider.converge(larger, Wanted.RUNNING);
        assertThat(provider.observe(larger)).isEqualTo(new Observed.Ready("team-growth/lab"));
        assertThat(simulated.objects(OURS).toString()).contains("memory=8Gi");

        var disk = Orders.order(Orders.lab(Orders.pod("")).replace("storage: 1Gi", "storage: 2Gi"), Orders.LAB_READY);
        assertThat(provider.resize(LAB, disk)).isInstanceOf(Resize.Impossible.class);
        var service = Orders.order(Orders.lab(Orders.pod("")).replace("serviceName: lab", "serviceName: b"), null);
        assertThat(provider.resize(LAB, service)).isInstanceOf(Resize.Impossible.class);
        assertThat(provider.resize(Orders.order(Orders.ray(2), null), Orders.order(Orders.ray(3), null)))
                .isInstanceOfSatisfying(
                        Resize.Impossible.class, no -> assertThat(no.words()).contains("queue", "Ask for a new one"));
        assertThat(provider.resize(LAB, Orders.order(Orders.job(), null))).isInstanceOf(Resize.Impossible.class);
    }

    /** Of an image that the organisation does not allow no registry is asked, so none tells a digest. */
    @Test
    void whatIsReadySaysWhichImagesStayedByTagWhereDigestsAreWanted() {
        var asking = new KubernetesProvider(
                cluster,
                remembered,
                () -> TeamNamespace.CREATED,
                () -> List.of("team-growth"),
                new PinnedImages(() -> new ImageRules(List.of("other.example/"), Map.of(), true)));
        asking.converge(LAB, Wanted.RUNNING);
        assertThat(asking.observe(LAB))
                .isEqualTo(new Observed.Ready(
                        "team-growth/lab", Map.of(), "image registry.example/lab:1 by tag, may change"));
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Ready("team-growth/lab"));
    }

    @Test
    void whatIsQueuedOrDoneAnewKeepsItsSizeAndSaysWhatToDoInstead() {
        assertThat(provider.fixed(LAB)).isEmpty();
        assertThat(provider.fixed(Orders.order(Orders.ray(2), null)).orElseThrow())
                .contains("queue", "Ask for a new one");
        assertThat(provider.fixed(Orders.order(Orders.job(), null)).orElseThrow())
                .contains("keeps the size", "Ask for a new one");
    }

    @Test
    void whatIsBeingRolledOutIsNotReadyWhateverItsNumbersSay() {
        var kinds = ObjectKinds.known();
        assertThat(kinds.outdated(tree("kind: StatefulSet\nmetadata: {generation: 2}\nspec: {replicas: 1}\n"
                        + "status: {observedGeneration: 1, readyReplicas: 1}")))
                .isTrue();
        assertThat(kinds.outdated(tree("kind: StatefulSet\nmetadata: {generation: 2}\nspec: {replicas: 1}\n"
                        + "status: {observedGeneration: 2, readyReplicas: 1, currentRevision: a, updateRevision: b}")))
                .isTrue();
        assertThat(kinds.outdated(tree("kind: StatefulSet\nmetadata: {generation: 2}\nspec: {replicas: 1}\n"
                        + "status: {observedGeneration: 2, readyReplicas: 1, currentRevision: b, updateRevision: b}")))
                .isFalse();
        assertThat(kinds.outdated(tree("kind: Deployment\nmetadata: {generation: 2}\nspec: {replicas: 2}\n"
                        + "status: {observedGeneration: 2, readyReplicas: 2, updatedReplicas: 1}")))
                .isTrue();
    }

    private static Tree tree(String yaml) {
        return Tree.of(new Yaml().load(yaml));
    }

    @Test
    void rayClusterIsTakenAwayWhenStopped() {
        var ray = Orders.order(Orders.ray(2), Orders.RAY_READY);
        provider.converge(ray, Wanted.RUNNING);
        assertThat(provider.observe(ray)).isEqualTo(new Observed.Ready("team-growth/ray"));
        assertThat(provider.converge(ray, Wanted.STOPPED)).isEqualTo(new Observed.Stopped("team-growth/ray"));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aJobThatHasSucceededIsDone() {
        var job = Orders.order(Orders.job(), null);
        provider.converge(job, Wanted.RUNNING);
        assertThat(provider.observe(job)).isEqualTo(new Observed.Done("team-growth/fit"));
        assertThat(provider.converge(job, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(kinds()).isEmpty();
    }

    @Test
    void goneIsGoneAndStaysSo() {
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(provider.converge(LAB, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(simulated.objects(OURS)).isEmpty();
    }

    @Test
    void whatOthersHaveThereStays() {
        var other = Orders.order("lease-zzzzzzzzzz", Orders.lab(Orders.pod("")), Orders.LAB_READY);
        provider.converge(other, Wanted.RUNNING);
        assertThat(provider.converge(LAB, Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("wasn't made for this lease"));
        provider.converge(LAB, Wanted.GONE);
        assertThat(provider.observe(other)).isEqualTo(new Observed.Ready("team-growth/lab"));
    }

    @Test
    void partlyMadeIsFinished() {
        provider.converge(LAB, Wanted.RUNNING);
        simulated.close();
        simulated = SimulatedCluster.start(simulated.url().getPort(), Timings.immediate());
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Absent());
        assertThat(provider.converge(LAB, Wanted.RUNNING)).isInstanceOf(Observed.class);
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Ready("team-growth/lab"));
    }

    @Test
    void waitsForAClusterThatIsAwayAndGoesOn() {
        var port = simulated.url().getPort();
        simulated.close();
        for (var wanted : Wanted.values()) {
            assertThat(provider.converge(LAB, wanted)).isEqualTo(new Observed.Unreachable("the cluster"));
        }
        assertThat(provider.credentials(LAB)).isEmpty();
        simulated = SimulatedCluster.start(port, Timings.immediate());
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.observe(LAB)).isEqualTo(new Observed.Ready("team-growth/lab"));
    }

    @Test
    void saysWhatIsBeingWaitedFor() {
        var slow = new Timings(Duration.ofDays(1), Duration.ZERO, Duration.ZERO, 2);
        try (var away = SimulatedCluster.start(0, slow);
                var other = Cluster.simulatedAt(away.url())) {
            var waiting = provider(other);
            waiting.converge(LAB, Wanted.RUNNING);
            assertThat(waiting.observe(LAB))
                    .isEqualTo(new Observed.Making("team-growth/lab", "starting: 0 of 1 ready"));
            waiting.converge(LAB, Wanted.GONE);

            var first = Orders.order(Orders.ray(2), Orders.RAY_READY);
            waiting.converge(first, Wanted.RUNNING);
            assertThat(waiting.observe(first))
                    .isEqualTo(new Observed.Making("team-growth/ray", "starting: 0 of 2 workers ready"));
            var second = Orders.order(
                    "lease-zzzzzzzzzz", Orders.ray(1).replace("name: ray,", "name: ray2,"), Orders.RAY_READY);
            waiting.converge(second, Wanted.RUNNING);
            assertThat(waiting.observe(second))
                    .isEqualTo(new Observed.Making(
                            "team-growth/ray2", "queued: waiting for 1 more GPU, position 1 in the queue"));
            waiting.converge(first, Wanted.GONE);
            assertThat(waiting.observe(second))
                    .isEqualTo(new Observed.Making("team-growth/ray2", "starting: 0 of 1 workers ready"));
        }
    }

    @Test
    void tokenIsMadeOnceAndShownOnlyAsCredentials() {
        assertThat(provider.hasCredentials(LAB)).isTrue();
        assertThat(provider.credentials(LAB)).isEmpty();
        provider.converge(LAB, Wanted.RUNNING);
        var token = provider.credentials(LAB).orElseThrow().lines().get("Token");
        assertThat(token).hasSize(32);
        provider.converge(LAB, Wanted.RUNNING);
        assertThat(provider.credentials(LAB).orElseThrow().lines()).containsEntry("Token", token);
        assertThat(cluster.objects("team-growth", "lease-abcdefghij").toString())
                .contains("lab-token", "(hidden)")
                .doesNotContain(java.util.Base64.getEncoder().encodeToString(token.getBytes()));
    }

    /** Read back as RFC 5656 and RFC 4253 say. */
    @Test
    void keyForSshOpensWhatItsOtherHalfLetsIn() throws GeneralSecurityException {
        var token = new TokenSecret("lab-token", "jovyan@ssh-lab.example.com:22");
        for (int i = 0; i < 50; i++) {
            var made = token.fresh(new SecureRandom());
            var lines = token.read(made).orElseThrow().lines();
            assertThat(lines)
                    .containsEntry("Command line", "ssh -i FILE -p 22 jovyan@ssh-lab.example.com")
                    .containsValue("jetbrains-gateway://connect#type=ssh&host=ssh-lab.example.com&port=22&user=jovyan");
            var pem = lines.get("Key for SSH, to save as a file that only you can read")
                    .replaceAll("-----.*-----|\n", "");
            var authorised = new String(
                    Base64.getDecoder().decode(Tree.of(made).at("data").text("authorized_keys")));
            assertThat(authorised).startsWith("ecdsa-sha2-nistp256 ").endsWith("\n");
            var point = Base64.getDecoder().decode(authorised.strip().split(" ")[1]);

            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
            signer.update(point);
            var verifier = Signature.getInstance("SHA256withECDSA");
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            verifier.initVerify(KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(
                            new ECPoint(
                                    new BigInteger(1, point, point.length - 64, 32),
                                    new BigInteger(1, point, point.length - 32, 32)),
                            parameters.getParameterSpec(ECParameterSpec.class))));
            verifier.update(point);
            assertThat(verifier.verify(signer.sign())).isTrue();
        }
    }

    @Test
    void namespaceThatMustExistIsAskedFor() {
        var strict =
                new KubernetesProvider(cluster, remembered, () -> TeamNamespace.EXISTING, () -> List.of("team-growth"));
        assertThat(strict.converge(LAB, Wanted.RUNNING))
                .isEqualTo(ClusterRefusals.broken(
                        404, "The namespace team-growth doesn't exist; the platform team makes it."));
    }

    @Test
    void brokenReadyIsSaidSo() {
        var wrong = Orders.order(Orders.lab(Orders.pod("")), "objects[");
        provider.converge(wrong, Wanted.RUNNING);
        assertThat(provider.observe(wrong))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).startsWith("The golden path's \"ready\" can't be read:"));
    }

    private static String uid(Map<String, Object> object) {
        return Tree.of(object).at("metadata").text("uid");
    }

    private KubernetesProvider provider(Cluster other) {
        return new KubernetesProvider(other, remembered, () -> TeamNamespace.CREATED, () -> List.of("team-growth"));
    }

    private List<String> kinds() {
        return simulated.objects(OURS).stream()
                .map(object -> Tree.of(object).text("kind"))
                .toList();
    }
}

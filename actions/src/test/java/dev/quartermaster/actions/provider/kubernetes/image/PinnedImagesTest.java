package dev.quartermaster.actions.provider.kubernetes.image;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.headRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.quartermaster.actions.cluster.FoundObject;
import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.ImageRules;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Against a stub of the OCI distribution specification 1.1, and the token flow of Docker's registry, as published. */
class PinnedImagesTest {
    private static final String DIGEST = "sha256:" + "a1".repeat(32);
    private static final String LAB = "quay.io/jupyter/scipy-notebook:2025-03-14";
    private static final String PATH = "/v2/jupyter/scipy-notebook/manifests/2025-03-14";

    private final WireMockServer registry = new WireMockServer(wireMockConfig().dynamicPort());
    private final List<String> hosts = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @BeforeEach
    void start() {
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop();
    }

    @Test
    void aTagBecomesTheDigestThatTheRegistryTells() {
        registry.stubFor(head(urlEqualTo(PATH)).willReturn(ok().withHeader("Docker-Content-Digest", DIGEST)));

        assertThat(image(LAB)).isEqualTo(LAB + "@" + DIGEST);
        assertThat(note(LAB)).isEqualTo("by digest");
        registry.verify(headRequestedFor(urlEqualTo(PATH)));
        assertThat(hosts).containsOnly("quay.io");
    }

    @Test
    void aRegistryThatWantsATokenEvenOfStrangersGetsIt() {
        registry.stubFor(
                head(urlEqualTo(PATH))
                        .willReturn(
                                aResponse()
                                        .withStatus(401)
                                        .withHeader(
                                                "WWW-Authenticate",
                                                "Bearer realm=\""
                                                        + registry.baseUrl().replace("localhost", "127.0.0.1")
                                                        + "/token\",service=\"quay.io\",scope=\"repository:jupyter/scipy-notebook:pull\"")));
        registry.stubFor(get(anyUrl())
                .withQueryParam("service", equalTo("quay.io"))
                .withQueryParam("scope", equalTo("repository:jupyter/scipy-notebook:pull"))
                .willReturn(okJson("{\"token\": \"t0k3n\"}")));
        registry.stubFor(head(urlEqualTo(PATH))
                .withHeader("Authorization", equalTo("Bearer t0k3n"))
                .willReturn(ok().withHeader("Docker-Content-Digest", DIGEST)));

        assertThat(image(LAB)).isEqualTo(LAB + "@" + DIGEST);
    }

    @Test
    void aRegistryThatSendsElsewhereIsNotFollowed() {
        for (var realm : List.of(
                "http://169.254.169.254/token",
                "http://evil.example/token",
                "http://127.0.0.1:1/token",
                "http://a@127.0.0.1:" + registry.port() + "/token",
                "file:///etc/passwd",
                "no realm at all")) {
            registry.resetAll();
            registry.stubFor(head(urlEqualTo(PATH))
                    .willReturn(aResponse()
                            .withStatus(401)
                            .withHeader("WWW-Authenticate", "Bearer realm=\"" + realm + "\"")));
            now = now.plus(Duration.ofHours(1));
            assertThat(image(LAB)).as(realm).isEqualTo(LAB);
            assertThat(registry.getAllServeEvents()).as(realm).hasSize(1);
        }
        registry.stubFor(head(urlEqualTo(PATH))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "http://evil.example/")));
        now = now.plus(Duration.ofHours(1));
        assertThat(image(LAB)).isEqualTo(LAB);
    }

    @Test
    void whatTheRegistryDoesNotTellStaysByTagAndIsSaidSo() {
        registry.stubFor(head(urlEqualTo(PATH)).willReturn(ok().withHeader("Docker-Content-Digest", "sha256:short")));
        assertThat(image(LAB)).isEqualTo(LAB);
        assertThat(note(LAB)).isEqualTo("by tag: " + LAB);
        var made = deployed(LAB, null, true).all();
        assertThat(pinned.byTag(made)).isEqualTo("image " + LAB + " by tag, may change");
        assertThat(pinned(false).byTag(made))
                .as("no registry is asked any more")
                .isEmpty();

        registry.stubFor(head(urlEqualTo(PATH)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        now = now.plus(Duration.ofHours(1));
        assertThat(image(LAB)).isEqualTo(LAB);
    }

    @Test
    void onlyAllowedRegistriesAreAskedAndOnlyWhereThatIsWanted() {
        for (var image : List.of(
                "evil.example/jupyter/x:1",
                "quay.io/jupyter/../../x:1",
                "169.254.169.254/latest/meta-data:1",
                LAB + "@" + DIGEST)) {
            assertThat(image(image)).isEqualTo(image);
        }
        assertThat(deployed(LAB, null, false)).isEqualTo(manifests(LAB));
        assertThat(hosts).isEmpty();
        assertThat(registry.getAllServeEvents()).isEmpty();
    }

    @Test
    void whatWasMadeStaysAsItWasMade() {
        var other = "sha256:" + "b2".repeat(32);
        registry.stubFor(head(urlEqualTo(PATH)).willReturn(ok().withHeader("Docker-Content-Digest", DIGEST)));
        assertThat(image(deployed(LAB, LAB + "@" + other, true))).isEqualTo(LAB + "@" + other);
        assertThat(image(deployed(LAB, LAB, true))).as("made by tag, and still").isEqualTo(LAB);
        assertThat(registry.getAllServeEvents()).isEmpty();
    }

    private final PinnedImages pinned = pinned(true);

    @Test
    void anAnswerIsRememberedForAWhile() {
        registry.stubFor(head(urlEqualTo(PATH)).willReturn(ok().withHeader("Docker-Content-Digest", DIGEST)));
        image(LAB);
        now = now.plus(Duration.ofMinutes(9));
        image(LAB);
        assertThat(registry.getAllServeEvents()).hasSize(1);
        now = now.plus(Duration.ofMinutes(2));
        image(LAB);
        assertThat(registry.getAllServeEvents()).hasSize(2);
    }

    private String image(String image) {
        return image(deployed(image, null, true));
    }

    private String note(String image) {
        return Tree.of(deployed(image, null, true).all().getFirst())
                .at("metadata", "annotations")
                .text("quartermaster.dev/images");
    }

    private static String image(Manifests manifests) {
        return Tree.of(manifests.all().getFirst())
                .at("spec", "template", "spec")
                .items("containers")
                .getFirst()
                .text("image");
    }

    private Manifests deployed(String image, @org.jspecify.annotations.Nullable String live, boolean resolve) {
        List<FoundObject> seen = live == null
                ? List.of(new FoundObject.Absent())
                : List.of(new FoundObject.Ours(manifests(live).all().getFirst()));
        return (resolve ? pinned : pinned(false)).in(manifests(image), seen);
    }

    private PinnedImages pinned(boolean resolve) {
        var rules = new ImageRules(List.of("quay.io/jupyter/"), Map.of(), resolve);
        var client = new RegistryClient(host -> {
            hosts.add(host);
            return URI.create(registry.baseUrl().replace("localhost", "127.0.0.1"));
        });
        return new PinnedImages(new ImageDigests(() -> rules, client, () -> now));
    }

    private static Manifests manifests(String image) {
        Map<String, Object> tree = new Yaml().load("""
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: lab},
                 spec: {template: {spec: {containers: [{name: main, image: "%s"}]}}}}""".formatted(image));
        return new Manifests("team-growth", List.of(tree));
    }
}

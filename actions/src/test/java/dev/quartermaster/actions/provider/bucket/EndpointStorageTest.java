package dev.quartermaster.actions.provider.bucket;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.quartermaster.actions.CannotStart;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against what AWS publishes of AssumeRole (STS API version 2011-06-15) and HeadBucket; no endpoint was asked. */
class EndpointStorageTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final WireMockServer amazon = new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void start() {
        amazon.start();
        amazon.stubFor(head(urlEqualTo("/acme-data")).willReturn(aResponse().withStatus(200)));
        // It remembers how many it gave.
        amazon.stubFor(post(urlEqualTo("/"))
                .inScenario("sessions")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("one given")
                .willReturn(session("one")));
        amazon.stubFor(post(urlEqualTo("/"))
                .inScenario("sessions")
                .whenScenarioStateIs("one given")
                .willReturn(session("two")));
    }

    @AfterEach
    void stop() {
        amazon.stop();
    }

    @Test
    void aWritersSessionReachesItsPrefixAndNothingElseUntilTheEnd() {
        Map<String, String> keys = storage().keys(key(true, Duration.ofDays(2)));

        assertThat(keys)
                .containsEntry("Bucket", "acme-data")
                .containsEntry("Prefix", "lease-aaaaaaaaaa-bucket/nps-raw/")
                .containsEntry("Access key", "ASIAone")
                .containsEntry("Secret key", "secret-one")
                .containsEntry("Session token", "token-one");
        Map<String, String> asked = asked();
        assertThat(asked)
                .containsEntry("Action", "AssumeRole")
                .containsEntry("RoleArn", "arn:aws:iam::123456789012:role/buckets")
                .containsEntry("RoleSessionName", "lease-aaaaaaaaaa")
                .containsEntry("DurationSeconds", "3600");
        JsonNode policy = JsonMapper.shared().readTree(asked.get("Policy"));
        JsonNode objects = policy.path("Statement").get(0);
        assertThat(objects.path("Resource").asString())
                .isEqualTo("arn:aws:s3:::acme-data/lease-aaaaaaaaaa-bucket/nps-raw/*");
        assertThat(objects.path("Action").toString()).contains("s3:GetObject", "s3:PutObject", "s3:DeleteObject");
        JsonNode listing = policy.path("Statement").get(1);
        assertThat(listing.at("/Condition/StringLike/s3:prefix").asString())
                .isEqualTo("lease-aaaaaaaaaa-bucket/nps-raw/*");
        assertThat(policy.path("Statement"))
                .allSatisfy(statement -> assertThat(statement
                                .at("/Condition/DateLessThan/aws:CurrentTime")
                                .asString())
                        .isEqualTo("2026-11-24T10:00:00Z"));
        assertThat(asked.get("Policy")).doesNotContain("\"*\"", "s3:*");
    }

    @Test
    void aReadersSessionWritesNothing() {
        storage().keys(key(false, Duration.ofDays(2)));
        assertThat(asked().get("Policy")).contains("s3:GetObject").doesNotContain("s3:Put", "s3:Delete", "s3:Abort");
    }

    @Test
    void aSessionIsNoLongerThanWhatIsLeft() {
        storage().keys(key(true, Duration.ofMinutes(20)));
        assertThat(asked()).containsEntry("DurationSeconds", "1200");
        storage().keys(key(true, Duration.ofMinutes(2)));
        assertThat(asked()).as("the shortest there is; its policy ends it").containsEntry("DurationSeconds", "900");
        assertThat(asked().get("Policy")).contains("2026-11-22T10:02:00Z");
    }

    @Test
    void eachShowingIsASessionOfItsOwn() {
        EndpointStorage storage = storage();
        storage.keys(key(true, Duration.ofDays(2)));
        assertThat(storage.keys(key(true, Duration.ofDays(2)))).containsEntry("Session token", "token-two");
    }

    @Test
    void whoRefusesOrIsAwayIsWaitedForAndSaysNoSecret() {
        amazon.stubFor(
                post(urlEqualTo("/")).willReturn(aResponse().withStatus(403).withBody("""
                        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
                        <Code>AccessDenied</Code><Message>not you</Message></Error><RequestId>r</RequestId></ErrorResponse>""")));
        amazon.stubFor(head(urlEqualTo("/acme-data")).willReturn(aResponse().withStatus(404)));

        assertThatThrownBy(() -> storage().keys(key(true, Duration.ofDays(2))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("gives no session")
                .hasMessageNotContaining("platform-secret");
        assertThatThrownBy(() -> storage().open("lease-aaaaaaaaaa-bucket", "nps-raw"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void whatIsThereOpensAndItsFilesStayAtTheEnd() {
        EndpointStorage storage = storage();
        storage.open("lease-aaaaaaaaaa-bucket", "nps-raw");
        storage.retire("lease-aaaaaaaaaa-bucket");
        assertThat(amazon.getAllServeEvents()).hasSize(1);
        assertThat(storage.toRetire("lease-aaaaaaaaaa-bucket")).isFalse();
        assertThat(storage.address(key(true, Duration.ofDays(2))))
                .startsWith("s3://acme-data/lease-aaaaaaaaaa-bucket/nps-raw/ at http://");
    }

    @Test
    void halfAConfigurationDoesNotStart() {
        assertThatThrownBy(() -> EndpointSettings.of(
                        new MockEnvironment().withProperty("QUARTERMASTER_S3_ENDPOINT", "http://127.0.0.1:1")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QUARTERMASTER_S3_BUCKET, QUARTERMASTER_S3_ROLE");
        assertThatThrownBy(() -> EndpointSettings.none(
                        new MockEnvironment().withProperty("QUARTERMASTER_S3_BUCKET", "acme-data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QUARTERMASTER_S3_ENDPOINT missing");
    }

    private EndpointStorage storage() {
        EndpointSettings settings = EndpointSettings.of(new MockEnvironment()
                .withProperty("QUARTERMASTER_S3_ENDPOINT", amazon.baseUrl())
                .withProperty("QUARTERMASTER_S3_BUCKET", "acme-data")
                .withProperty("QUARTERMASTER_S3_ROLE", "arn:aws:iam::123456789012:role/buckets")
                .withProperty("QUARTERMASTER_S3_ACCESS_KEY", "platform")
                .withProperty("QUARTERMASTER_S3_SECRET_KEY", "platform-secret"));
        assertThat(settings.toString()).doesNotContain("platform-secret");
        assertThat(settings.stsEndpoint()).isEqualTo(URI.create(amazon.baseUrl()));
        return new EndpointStorage(settings, settings.s3(), settings.sts(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static BucketKey key(boolean writes, Duration left) {
        return new BucketKey(
                "lease-aaaaaaaaaa",
                "bucket",
                "lease-aaaaaaaaaa-bucket",
                "nps-raw",
                writes,
                1 << 30,
                NOW.plus(left),
                1,
                "QMAAAAAAAAAAAAAAAAAA",
                1,
                false);
    }

    /** The last one, with who signed it. */
    private Map<String, String> asked() {
        var sent = amazon.findAll(postRequestedFor(urlEqualTo("/"))).getLast();
        assertThat(sent.getHeader("Authorization")).startsWith("AWS4-HMAC-SHA256 Credential=platform/");
        List<String> pairs = Arrays.asList(sent.getBodyAsString().split("&"));
        return pairs.stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder session(String name) {
        return aResponse().withHeader("Content-Type", "text/xml").withBody("""
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
                <AssumedRoleUser><AssumedRoleId>A:b</AssumedRoleId><Arn>arn:aws:sts::1:x</Arn></AssumedRoleUser>
                <Credentials><AccessKeyId>ASIA%1$s</AccessKeyId><SecretAccessKey>secret-%1$s</SecretAccessKey>
                <SessionToken>token-%1$s</SessionToken><Expiration>2026-11-22T11:00:00Z</Expiration></Credentials>
                </AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></AssumeRoleResponse>
                """.formatted(name));
    }
}

package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;

/** A bucket from the sentence to its end, used with Amazon's own client. */
@Sharing("asking")
@Order(5)
class BucketStoryTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void itIsAskedForInASentenceUsedSharedAndEnds() {
        program.tells("dan", "new bucket nps-raw, 50g, 30d");
        String request = live("dan");
        program.eventually(() -> program.card("dan", "status:" + request).contains("s3://nps-raw"));
        assertThat(program.card("dan", "status:" + request))
                .contains("this machine's own storage")
                .contains("Show credentials");
        assertThat(keys("dan", request).get("May")).contains("more than 50 GiB in all is refused");
        S3Client dan = client("dan", request);
        dan.putObject(each -> each.bucket("nps-raw").key("june.csv"), RequestBody.fromString("1,2,3"));
        assertThat(read(dan)).isEqualTo("1,2,3");

        program.types("dan", "launch bucket --name nps-raw --access read --duration 2d");
        S3Client reader = client("dan", live("dan"));
        assertThat(read(reader)).isEqualTo("1,2,3");
        assertThatThrownBy(
                        () -> reader.deleteObject(each -> each.bucket("nps-raw").key("june.csv")))
                .isInstanceOf(S3Exception.class);

        String lease = lease(request);
        program.types("dan", "stop " + lease);
        program.eventually(() -> program.state(request).equals("ended"));
        assertThatThrownBy(() -> read(dan)).isInstanceOf(S3Exception.class);
        program.eventually(() -> has("dan", "The keys of the bucket work no more."));
        assertThatThrownBy(() -> read(reader)).isInstanceOf(S3Exception.class);
    }

    @Test
    void oneThatIsGivenNoNameIsCalledAsItsLease() {
        program.tells("pat", "bucket pls");
        String request = live("pat");
        assertThat(keys("pat", request)).containsEntry("Bucket", lease(request));
    }

    @Test
    void itKeepsItsSizeSoNothingOffersAnotherAndWhoeverAsksReadsWhatToDoInstead() {
        WorkspaceUser omar = new WorkspaceUser(program, "omar");
        program.types("omar", "launch bucket --name keeps-its-size --duration 2d");
        String lease = lease(live("omar"));
        JsonNode card = omar.sees("s3://keeps-its-size");
        assertThat(card.toString()).contains("Stop").doesNotContain("Change size");

        omar.says("/qm resize " + lease);
        assertThat(omar.form().toString())
                .contains("A bucket keeps the size it was made with", "Ask for another one")
                .doesNotContain("Ask for it");
        omar.closes();
        omar.says("/qm resize " + lease + " --storage 20Gi");
        JsonNode refused = omar.sees("storage 10Gi → 20Gi");
        assertThat(refused.toString())
                .contains("A bucket keeps the size it was made with", "Ask for another one")
                .doesNotContain("Change it in a form");
        program.types("omar", "stop " + lease);
    }

    @Test
    void aNameThatIsNoneIsRefusedWhenItIsAskedFor() {
        program.types("raj", "launch bucket --name ../../platform --duration 2d");
        program.eventually(() -> has("raj", "lower case letters, digits and single dashes"));
    }

    /** What reads XML in the program is the bucket server's alone. */
    @Test
    void theApiSpeaksNoXml() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(program.address() + "/actuator/health"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> browser = http.send(
                    HttpRequest.newBuilder(URI.create(program.address() + "/api/leases"))
                            .header("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
            assertThat(browser.headers().firstValue("Content-Type").orElse("")).contains("json");
        }
    }

    private static boolean has(String person, String words) {
        return program.told(person).stream().anyMatch(message -> message.contains(words));
    }

    private static String live(String person) {
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request;
    }

    private static String lease(String request) {
        return program.jdbc()
                .sql("select id from lease where request = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private static Map<String, String> keys(String person, String request) {
        return program.context()
                .getBean(Leases.class)
                .reveal(new LeaseId(lease(request)), new PartName("bucket"), new PersonId(person))
                .orElseThrow()
                .lines();
    }

    private static S3Client client(String person, String request) {
        Map<String, String> keys = keys(person, request);
        return S3Client.builder()
                .endpointOverride(URI.create(keys.get("Endpoint")))
                .region(Region.of(keys.get("Region")))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(keys.get("Access key"), keys.get("Secret key"))))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static String read(S3Client client) {
        return client.getObjectAsBytes(each -> each.bucket("nps-raw").key("june.csv"))
                .asUtf8String();
    }
}

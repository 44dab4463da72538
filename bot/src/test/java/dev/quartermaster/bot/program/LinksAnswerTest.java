package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is handed over for a sentence or a command: each link answers when it is opened, until it is ended. */
@Sharing("asking")
@Order(9)
class LinksAnswerTest {
    private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+)\\|([^>]+)>");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void oneSentenceGivesFiveLinksAndEachAnswers() throws IOException, InterruptedException {
        program.tells(
                "mia", "launch an environment that will allow me to build an experimental machine learning model");
        String request = live("mia");
        assertThat(opened("mia", request))
                .containsExactly("JupyterLab", "VS Code", "Repository", "Bucket (how to reach it)", "SQL query page");
        ends("mia", request);
    }

    @Test
    void pycharmFromASentenceShowsTheKeyAndTheLinkForGateway() throws IOException, InterruptedException {
        program.tells("raj", "please launch a pycharm backend with 8 cores and 32 GB");
        String request = live("raj");
        assertThat(opened("raj", request)).containsExactly("JupyterLab", "Repository");
        LeaseId lease = new LeaseId(request.replace("req-", "lease-"));
        Map<String, String> shown = program.context()
                .getBean(Leases.class)
                .reveal(lease, new PartName("home"), new PersonId("raj"))
                .orElseThrow()
                .lines();
        assertThat(shown.values())
                .anyMatch(line -> line.startsWith("-----BEGIN PRIVATE KEY-----"))
                .anyMatch(line ->
                        line.startsWith("jetbrains-gateway://connect#type=ssh&host=ssh-" + lease + ".quartermaster."));
        ends("raj", request);
    }

    @Test
    void streamsFromACommandAreMadeAndGoneAgain() throws IOException, InterruptedException {
        program.types("lee", "launch ml-stream --size medium --duration 2h");
        String request = live("lee");
        assertThat(opened("lee", request)).containsExactly("JupyterLab", "Repository");
        ends("lee", request);
    }

    private static String live(String person) {
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        program.eventually(
                () -> LINK.matcher(program.card(person, "status:" + request)).find());
        return request;
    }

    /** Opens each link of a card. @return their titles */
    private static List<String> opened(String person, String request) throws IOException, InterruptedException {
        List<String> titles = new ArrayList<>();
        Matcher found = LINK.matcher(program.card(person, "status:" + request));
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (found.find()) {
                titles.add(found.group(2));
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(found.group(1))).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(found.group()).isEqualTo(200);
                assertThat(answer.body()).isNotBlank();
            }
        }
        return titles;
    }

    private static void ends(String person, String request) {
        program.types(person, "stop " + request.replace("req-", "lease-"));
        program.eventually(() -> program.state(request).equals("ended"));
    }
}

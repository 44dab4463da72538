package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The file of a team's charges, and bills beside it: where they are fetched and sent, by whom, and how they are refused. */
@Sharing("asking")
@Order(15)
class FocusStoryTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aMemberFetchesTheFileWhereTheCommandSays() throws Exception {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        raj.says("/qm focus risk october 2026");
        raj.sees("/api/focus?team=risk&amp;from=2026-10-01&amp;to=2026-11-01");

        raj.sees("focus-1.4-risk-2026-10-01-2026-11-01.csv");
        HttpResponse<String> file = get("raj", "/api/focus?team=risk&from=2026-10-01&to=2026-11-01");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("focus-1.4-risk-2026-10-01-2026-11-01.csv");
        assertThat(file.body()).startsWith("BilledCost,BillingAccountId,");
    }

    @Test
    void theFileIsAskedForInASentence() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        for (String said : List.of(
                "export our spend as FOCUS for september 2026",
                "can I get the focus file of september 2026?",
                "I need what we were charged in september 2026 in FOCUS format")) {
            assertThat(program.answers(() -> program.tells("raj", said)))
                    .as(said)
                    .anyMatch(answer -> answer.contains("/api/focus?team=risk&amp;from=2026-09-01&amp;to=2026-10-01"));
        }
        assertThat(program.answers(() -> program.tells("raj", "what did growth spend in FOCUS format?")))
                .noneMatch(answer -> answer.contains("/api/focus"));
        assertThat(program.answers(() -> program.tells("raj", "what did we spend on the focus group study?")))
                .noneMatch(answer -> answer.contains("/api/focus"));
        raj.sees("focus-1.4-risk-2026-09-01-2026-10-01.csv");
    }

    @Test
    void whatIsNoTeamOfOursIsNamedAndAnotherTeamsIsRefused() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        raj.says("/qm focus marketing october");
        raj.sees("no team and no time of these words: marketing");
        raj.says("/qm focus growth october");
        raj.sees("What growth spends is seen by its members");
    }

    @Test
    void refusalsAreProblemDetails() throws Exception {
        problem(403, "growth spends is seen by", get("raj", "/api/focus?team=growth"));
        problem(404, "no team of that name", get("raj", "/api/focus?team=marketing"));
        problem(400, "from and to are dates", get("raj", "/api/focus?team=risk&from=october"));
        problem(400, "fewer than 36 months", get("raj", "/api/focus?team=risk&from=2001-01-01&to=2026-01-01"));
    }

    @Test
    void aBillIsAddedByAPlatformLeadOnceAndWholeAndComparedForTheTeam() throws Exception {
        String bill = "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,"
                + "ServiceName,Tags\n"
                + "4.5,4.5,EUR,2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,2026-09-03T00:00:00Z,vm,\"{\"\"quartermaster.dev/team\"\":\"\"risk\"\"}\"\n";
        problem(404, "There is no bill of 2026-09", get("raj", "/api/bills/difference?team=risk&month=2026-09"));
        problem(403, "Only platform leads", post("raj", bill));
        problem(422, "Line 2: BilledCost is not a number.", post("omar", bill.replaceFirst("4.5", "much")));
        problem(413, "20 MiB", post("omar", "x".repeat(20 * 1024 * 1024 + 1)));
        assertThat(post("omar", bill).body()).contains("\"again\":false", "\"lines\":1");
        assertThat(post("omar", bill).body()).contains("\"again\":true");

        var risk = JsonMapper.shared()
                .readTree(get("raj", "/api/bills/difference?team=risk&month=2026-09")
                        .body());
        assertThat(risk.path("billed").asString("")).isEqualTo("4.5");
        assertThat(risk.path("unlabelled").path("amount").asString("")).isEqualTo("4.5");
        problem(403, "growth spends is seen by", get("raj", "/api/bills/difference?team=growth&month=2026-09"));
        problem(400, "OpenCost's address is not set", post("omar", "", "?month=2026-09"));
        problem(400, "Say which month", post("omar", "{\"data\": []}", "", "application/json"));
        problem(422, "no charge in it", post("omar", "{\"data\": []}", "?month=2026-09", "application/json"));
    }

    private static HttpResponse<String> post(String person, String bill) throws Exception {
        return post(person, bill, "");
    }

    private static HttpResponse<String> post(String person, String bill, String query) throws Exception {
        return post(person, bill, query, "text/csv");
    }

    private static HttpResponse<String> post(String person, String bill, String query, String type) throws Exception {
        return send(
                person,
                HttpRequest.newBuilder(URI.create(program.address() + "/api/bills" + query))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(bill)));
    }

    private static void problem(int status, String words, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").asString(""))
                .contains(words);
    }

    private static HttpResponse<String> get(String person, String path) throws Exception {
        return send(person, HttpRequest.newBuilder(URI.create(program.address() + path)));
    }

    private static HttpResponse<String> send(String person, HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = "";
            for (var account : program.page("state?as=" + person).path("people")) {
                if (account.path("account").asString("").equals(person)) {
                    token = account.path("token").asString("");
                }
            }
            return http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

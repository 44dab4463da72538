package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The file of a team's charges: where it is fetched, by whom, and how it is refused. */
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

        HttpResponse<String> file = get("raj", "/api/focus?team=risk&from=2026-10-01&to=2026-11-01");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("focus-1.4-risk-2026-10-01-2026-11-01.csv");
        assertThat(file.body()).startsWith("BilledCost,BillingAccountId,");
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

    private static void problem(int status, String words, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").asString(""))
                .contains(words);
    }

    private static HttpResponse<String> get(String person, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String token = "";
            for (var account : program.page("state?as=" + person).path("people")) {
                if (account.path("account").asString("").equals(person)) {
                    token = account.path("token").asString("");
                }
            }
            return http.send(
                    HttpRequest.newBuilder(URI.create(program.address() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

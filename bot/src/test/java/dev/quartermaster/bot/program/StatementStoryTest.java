package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A closed month as the API and the folder give it, to whom, and what is said of a changed one. */
@Sharing("asking")
@Order(40)
class StatementStoryTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Long before whatever else stands in the program: of a month that no other test asks about. */
    private static final YearMonth MONTH =
            YearMonth.now(ZoneId.of("Europe/London")).minusMonths(7);

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
        program.jdbc().sql("""
                insert into account (lease, team, person, path, purpose, per_hour, currency)
                values ('lease-statement00', 'commerce', 'dan', 'ray-cluster', '=price study', 2, 'EUR')""").update();
        program.jdbc()
                .sql("insert into usage (lease, team, from_at, to_at, per_hour)"
                        + " values ('lease-statement00', 'commerce', ?::timestamptz, ?::timestamptz, 2)")
                .params(MONTH + "-10T08:00:00Z", MONTH + "-10T11:30:00Z")
                .update();
    }

    @Test
    void aClosedMonthIsReadByWhoMayAndByNobodyElse() throws Exception {
        String path = "/api/statements?team=commerce&month=" + MONTH;
        WorkspaceUser omar = new WorkspaceUser(program, "omar");
        WorkspaceUser dan = new WorkspaceUser(program, "dan");
        assertThat(dan.api(path, "{}").path("status").asInt()).isEqualTo(403);
        assertThat(omar.api("/api/statements?team=commerce&month=" + MONTH.plusYears(5), "{}")
                        .path("detail")
                        .asString(""))
                .contains("is not over yet");
        program.runs("month-closing");

        JsonNode statement = dan.api(path);
        assertThat(statement.path("total").asString("")).isEqualTo("7");
        assertThat(statement.path("intact").asBoolean()).isTrue();
        assertThat(statement.path("lines").toString())
                .contains("\"lease\":\"lease-statement00\"")
                .contains("\"seconds\":12600");
        assertThat(omar.api(path, "{}").path("hash")).isEqualTo(statement.path("hash"));
        assertThat(program.home().resolve("statements/" + MONTH + "/commerce.json"))
                .content()
                .contains(statement.path("hash").asString());

        assertThat(get(dan, path, "text/csv").headers().firstValue("Content-Type"))
                .contains("text/csv;charset=UTF-8");
        assertThat(get(dan, path + "&format=csv", "*/*").body())
                .isEqualTo(get(dan, path, "text/csv").body())
                .contains(",'=price study,", ",12600,7,EUR,");

        for (String accept : new String[] {"application/json", "text/csv"}) {
            HttpResponse<String> refused = get(new WorkspaceUser(program, "raj"), path, accept);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("Ask one of them").doesNotContain("lease-statement00");
        }
        assertThat(dan.api("/api/statements?month=soon").path("detail").asString(""))
                .contains("such as ?month=2026-03");
        assertThat(dan.api("/api/statements?month=" + MONTH.minusYears(1))
                        .path("detail")
                        .asString(""))
                .contains("The first statement is of");

        program.jdbc().sql("alter table statement_line disable trigger user").update();
        program.jdbc()
                .sql("update statement_line set amount = 6 where lease = 'lease-statement00'")
                .update();
        assertThat(dan.api(path).path("fault").asString("")).contains("was changed after it was closed");
        assertThat(get(dan, path, "text/csv").statusCode()).isEqualTo(409);
        program.jdbc()
                .sql("update statement_line set amount = 7 where lease = 'lease-statement00'")
                .update();
        program.jdbc().sql("alter table statement_line enable trigger user").update();
    }

    private static HttpResponse<String> get(WorkspaceUser user, String path, String accept)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(program.address() + path))
                        .header("Authorization", "Bearer " + user.token())
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }
}

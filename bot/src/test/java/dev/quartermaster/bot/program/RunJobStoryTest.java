package dev.quartermaster.bot.program;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listed job from the sentence to its end, in an Airflow that is a stub. */
class RunJobStoryTest {
    private static final String RUNS = "/api/v2/dags/nightly_churn/dagRuns";
    private static final WireMockServer AIRFLOW = new WireMockServer(options().dynamicPort());

    private static RunningProgram program;

    @BeforeAll
    static void start() {
        AIRFLOW.start();
        program = RunningProgram.start(
                "--quartermaster.airflow.url=" + AIRFLOW.baseUrl(),
                "--quartermaster.airflow.token=t0ken",
                "--quartermaster.airflow.pause=100ms");
    }

    @AfterAll
    static void stop() {
        program.close();
        AIRFLOW.stop();
    }

    /** A run is there once it was triggered, and then ends in this state. */
    private static void airflow(String state) {
        AIRFLOW.resetAll();
        AIRFLOW.stubFor(get(urlMatching(RUNS + "/[^/]+"))
                .inScenario("run")
                .whenScenarioStateIs(STARTED)
                .willReturn(notFound()));
        AIRFLOW.stubFor(post(RUNS)
                .inScenario("run")
                .whenScenarioStateIs(STARTED)
                .willSetStateTo("triggered")
                .willReturn(okJson("{\"state\":\"queued\"}")));
        AIRFLOW.stubFor(post(RUNS)
                .inScenario("run")
                .whenScenarioStateIs("triggered")
                .willReturn(aResponse().withStatus(409)));
        AIRFLOW.stubFor(get(urlMatching(RUNS + "/[^/]+"))
                .inScenario("run")
                .whenScenarioStateIs("triggered")
                .willReturn(okJson("{\"state\":\"" + state
                        + "\",\"start_date\":\"2026-11-20T10:00:00Z\",\"end_date\":\"2026-11-20T10:12:00Z\"}")));
        AIRFLOW.stubFor(get(urlPathMatching(RUNS + "/[^/]+/taskInstances"))
                .willReturn(okJson("{\"task_instances\":[{\"task_id\":\"score\",\"state\":\"" + state
                        + "\",\"map_index\":-1,\"try_number\":1,\"end_date\":\"2026-11-20T10:12:00Z\"}]}")));
        AIRFLOW.stubFor(get(urlPathMatching(RUNS + "/[^/]+/taskInstances/score/logs/1"))
                .willReturn(aResponse()
                        .withBody(
                                "{\"event\":\"scored 12 customers <!channel>\"}\n{\"event\":\"password=hunter2\"}\n")));
    }

    @BeforeEach
    void succeeds() {
        airflow("success");
    }

    @Test
    void aSentenceIsAskedOfTheOwnerRunOnceDoneAndNotCharged() {
        program.tells("ana", "run the nightly churn job");
        String request = program.request("ana");
        assertThat(program.state(request)).isEqualTo("waiting");
        assertThat(AIRFLOW.countRequestsMatching(
                                postRequestedFor(urlMatching(RUNS)).build())
                        .getCount())
                .isZero();

        program.types("ana", "approve " + request);
        program.types("raj", "approve " + request);
        assertThat(program.state(request)).isEqualTo("waiting");
        program.types("mia", "approve " + request);
        program.eventually(() -> program.state(request).equals("ended"));

        assertThat(lease(request, "done")).isEqualTo("true");
        assertThat(spent(request)).isZero();
        AIRFLOW.verify(1, postRequestedFor(urlMatching(RUNS)));
        program.eventually(() -> has("ana", "succeeded after 12 minutes"));
        program.eventually(() -> has("ana", "scored 12 customers"));
        assertThat(program.told("ana"))
                .noneMatch(message -> message.contains("hunter2") || message.contains("<!channel>"));
        assertThat(program.told("raj")).noneMatch(message -> message.contains("scored 12 customers"));
    }

    @Test
    void whoLooksAfterAJobRunsItAtOnceAndHearsThatItFailed() {
        airflow("failed");
        program.types("mia", "run nightly-churn");
        String request = program.request("mia");
        program.eventually(() -> program.state(request).equals("failed"));
        AIRFLOW.verify(1, postRequestedFor(urlMatching(RUNS)));
        assertThat(spent(request)).isZero();
        program.eventually(() -> has("mia", "failed in Airflow in the task score after 12 minutes"));
        program.eventually(() -> has("mia", "scored 12 customers"));
    }

    @Test
    void whatIsNotListedIsAnsweredWithWhatIs() {
        program.types("raj", "run nightly-chrun");
        program.eventually(() -> has("raj", "Did you mean nightly-churn?") && has("raj", "orders-refresh"));
        program.types("raj", "run payroll");
        program.eventually(() -> has("raj", "There is no job called"));
        assertThat(program.jdbc()
                        .sql("select count(*) from request where asker = 'raj'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String lease(String request, String column) {
        return program.jdbc()
                .sql("select " + column + "::text from lease where request = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private static long spent(String request) {
        return program.jdbc()
                .sql("select coalesce(sum(per_hour), 0) from lease where request = ?")
                .param(request)
                .query(Long.class)
                .single();
    }

    private static boolean has(String person, String words) {
        return program.told(person).stream().anyMatch(message -> message.contains(words));
    }
}

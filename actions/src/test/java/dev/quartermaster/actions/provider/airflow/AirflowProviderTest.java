package dev.quartermaster.actions.provider.airflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a stub of Airflow's API v2 (3.0); no real one was asked. */
class AirflowProviderTest {
    private static final String ID = "quartermaster-lease-aaaaaaaaaa-run";
    private static final Order ORDER = order("nightly_churn");

    private final AirflowStub airflow = new AirflowStub();
    private final WireMockServer server = airflow.served();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final AirflowProvider provider = provider();

    private AirflowProvider provider() {
        return new AirflowProvider(settings(server.baseUrl(), "quartermaster", AirflowStub.PASSWORD, ""), () -> now);
    }

    private static AirflowSettings settings(String url, String username, String password, String token) {
        return new AirflowSettings(url, username, password, token, Duration.ofSeconds(10));
    }

    private static Order order(String dag) {
        return Orders.of("aaaaaaaaaa", "run", "airflow", Map.of("dag", dag)).order();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void itIsTriggeredOnceFollowedAndDone() {
        assertThat(provider.observe(ORDER)).isEqualTo(new Observed.Absent());
        assertThat(words(provider.converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
        airflow.runs.put(ID, "running");
        assertThat(words(provider.observe(ORDER))).isEqualTo("running in Airflow, 1 of 2 tasks are over");
        airflow.runs.put(ID, "success");
        assertThat(provider.converge(ORDER, Wanted.RUNNING)).isEqualTo(new Observed.Done(ID));
        assertThat(provider.farewell(ORDER))
                .isEqualTo("The run " + ID + " of nightly_churn succeeded after 12 minutes.");
        assertThat(provider.converge(ORDER, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(airflow.runs).containsExactly(Map.entry(ID, "success"));
        assertThat(airflow.triggered).isEqualTo(1);
        assertThat(airflow.logins).isEqualTo(1);
    }

    /** Killed after Airflow had it and before anything here knew; and by two workers at once. */
    @Test
    void aRunThatWasTriggeredBeforeIsFoundAndNotTriggeredAgain() {
        airflow.losesAnswers = true;
        assertThat(provider.converge(ORDER, Wanted.RUNNING)).isEqualTo(new Observed.Unreachable("Airflow"));
        assertThat(words(provider().converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
        assertThat(words(provider().converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
        assertThat(airflow.triggered).isEqualTo(1);
    }

    @Test
    void anotherLeaseIsAnotherRun() {
        provider.converge(ORDER, Wanted.RUNNING);
        provider.converge(
                Orders.of("bbbbbbbbbb", "run", "airflow", Map.of("dag", "nightly_churn"))
                        .order(),
                Wanted.RUNNING);
        assertThat(airflow.triggered).isEqualTo(2);
    }

    @Test
    void oneThatFailedSaysWhichTaskDid() {
        provider.converge(ORDER, Wanted.RUNNING);
        airflow.runs.put(ID, "failed");
        assertThat(provider.converge(ORDER, Wanted.RUNNING))
                .isEqualTo(new Observed.Broken("The run of nightly_churn failed in Airflow in the task score after 12"
                        + " minutes. Its id there is " + ID + "."));
        assertThat(airflow.triggered).isEqualTo(1);
    }

    @Test
    void oneThatIsStoppedIsEndedInAirflow() {
        provider.converge(ORDER, Wanted.RUNNING);
        assertThat(provider.converge(ORDER, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(airflow.runs).containsEntry(ID, "failed");
        assertThat(provider.farewell(ORDER)).isEmpty();
    }

    /** Nothing here waits for ever for a right it does not get, and nobody is told that it ended. */
    @Test
    void oneThatThisAccountMayNotEndIsSaidToGoOn() {
        provider.converge(ORDER, Wanted.RUNNING);
        airflow.method = "PATCH";
        airflow.instead = 403;
        assertThat(provider.converge(ORDER, Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(provider.farewell(ORDER)).contains("goes on in Airflow");
    }

    @ParameterizedTest
    @CsvSource({"401, airflow-login", "403, airflow-rights", "404, no-such-dag"})
    void whatOnlyThePlatformCanMendIsToldToThem(int status, String reason) {
        airflow.instead = status;
        var seen = (Observed.Broken) provider.converge(ORDER, Wanted.RUNNING);
        assertThat(seen.trouble()).isNotNull();
        assertThat(seen.trouble().reason()).isEqualTo(reason);
        assertThat(seen.words()).endsWith("The platform team was told.");
    }

    @Test
    void aDagThatAirflowDoesNotHaveIsNamed() {
        assertThat(provider.converge(order("gone"), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("Airflow has no DAG called gone"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void whatAirflowRefusesIsSaidInItsWords(int status) {
        airflow.instead = status;
        assertThat(provider.converge(ORDER, Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("(" + status + "): the stub says " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whatPassesByItselfIsWaitedFor(int status) {
        airflow.instead = status;
        assertThat(provider.converge(ORDER, Wanted.RUNNING)).isEqualTo(new Observed.Unreachable("Airflow"));
        airflow.instead = 0;
        assertThat(words(provider.converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
    }

    @Test
    void whoAsksTooOftenIsQuietForAsLongAsItIsTold() {
        airflow.instead = 429;
        assertThat(provider.converge(ORDER, Wanted.RUNNING)).isEqualTo(new Observed.Unreachable("Airflow"));
        airflow.instead = 0;
        int before = server.getAllServeEvents().size();
        assertThat(provider.converge(ORDER, Wanted.RUNNING)).isEqualTo(new Observed.Unreachable("Airflow"));
        assertThat(server.getAllServeEvents()).hasSize(before);
        now = now.plusSeconds(31);
        assertThat(words(provider.converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
    }

    @Test
    void aTokenThatIsOverIsAskedForAnew() {
        provider.converge(ORDER, Wanted.RUNNING);
        airflow.token = "second-token";
        assertThat(words(provider.observe(ORDER))).isEqualTo("queued in Airflow");
        assertThat(airflow.logins).isEqualTo(2);
    }

    @Test
    void aTokenOfTheSettingsIsUsedAsItIs() {
        var settled = new AirflowProvider(settings(server.baseUrl(), "", "", "first-token"), () -> now);
        assertThat(words(settled.converge(ORDER, Wanted.RUNNING))).isEqualTo("queued in Airflow");
        assertThat(airflow.logins).isZero();
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForLong() {
        airflow.delay = 20_000;
        assertThat(provider.observe(ORDER)).isEqualTo(new Observed.Unreachable("Airflow"));
    }

    @Test
    void theEndOfTheLogIsBoundedAndHoldsNoSecret() {
        provider.converge(ORDER, Wanted.RUNNING);
        airflow.runs.put(ID, "success");
        airflow.log = "{\"event\":\"early\"}\n".repeat(500)
                + "{\"event\":\"\\u001b[31mpassword=hunter2 and token: abc.def and Authorization: Bearer xyz\\u001b[0m\"}\n"
                + "{\"event\":\"postgresql://me:hunter2@db/churn eyJhbGciOi.eyJzdWIiOi.sig\"}\n"
                + "{\"content\":\"" + "long ".repeat(200) + "\"}\n"
                + "{\"event\":\"key " + "Ab1/".repeat(16) + "\"}\n"
                + "not JSON at all\n";
        assertThat(provider.lastLines(ORDER, 5))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(201)
                        .doesNotContain("hunter2", "abc.def", "xyz", "eyJ", "Ab1/", "\u001b"))
                .last()
                .isEqualTo("not JSON at all");
        airflow.log = "x".repeat(5 * 1024 * 1024);
        assertThat(provider.lastLines(ORDER, 4))
                .containsExactly("Its log could not be read from here. Airflow has it under " + ID + ".");
    }

    @Test
    void withoutAnAirflowItSaysSo() {
        var none = new AirflowProvider(settings("", "", "", ""), () -> now);
        assertThat(none.missing())
                .hasValueSatisfying(why -> assertThat(why.words()).contains("No Airflow is connected"));
        assertThat(provider.missing()).isEmpty();
        assertThat(none.converge(ORDER, Wanted.GONE)).isEqualTo(new Observed.Absent());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, me, secret, -, QUARTERMASTER_AIRFLOW_URL missing",
                "-, -, -, token, QUARTERMASTER_AIRFLOW_URL missing",
                "https://airflow, -, -, -, 'QUARTERMASTER_AIRFLOW_USERNAME, QUARTERMASTER_AIRFLOW_PASSWORD missing'",
                "https://airflow, me, -, -, QUARTERMASTER_AIRFLOW_PASSWORD missing",
                "https://airflow, me, secret, token, two accounts",
                "ftp://airflow, me, secret, -, no address",
                "https://me:secret@airflow, me, secret, -, no address",
            })
    void halfASettingDoesNotStartAndSaysWhich(String url, String name, String password, String token, String words) {
        List<String> said = java.util.stream.Stream.of(url, name, password, token)
                .map(each -> each == null ? "" : each)
                .toList();
        assertThatThrownBy(() -> settings(said.get(0), said.get(1), said.get(2), said.get(3)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("secret ");
    }

    private static String words(Observed seen) {
        assertThat(seen).isInstanceOf(Observed.Making.class);
        assertThat(((Observed.Making) seen).pause()).isEqualTo(Duration.ofSeconds(10));
        return ((Observed.Making) seen).words();
    }
}

package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.browser.Browser;
import dev.quartermaster.bot.browser.Page;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** SQL querying asked for in words, opened with its token, used and ended, against the running program. */
@Started
class SqlQueryingTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aSentenceGivesALinkAPsqlLineAndAPageThatReadsAndEnds() throws SQLException {
        WorkspaceUser ana = new WorkspaceUser(program, "ana");
        ana.says("just wanna run selects, no compute");
        String request = live(ana, "ana");
        String lease = request.replace("req-", "lease-");
        JsonNode card = ana.sees("SQL query page");
        assertThat(card.toString()).contains("/query/" + lease).contains("Show credentials");

        String form = credentials(ana, card);
        assertThat(form)
                .contains("psql -h 127.0.0.1 -p")
                .contains("-d warehouse -U qm_person_ana")
                .contains("jdbc:postgresql://127.0.0.1:");
        assertThat(line(form, "Command line")).doesNotContain(line(form, "Password"));
        readsDirectly(form);

        QueryBrowser page = new QueryBrowser(program, lease);
        assertThat(page.page().headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.state().path("state").asString()).isEqualTo("closed");
        assertThat(page.runs("select 1").path("state").asString()).isEqualTo("closed");
        assertThat(page.opens("wrong").path("words").asString()).isEqualTo("That is not the token of this page.");
        JsonNode open = page.opens(line(form, "Token of the query page"));
        assertThat(open.path("state").asString()).isEqualTo("open");
        assertThat(open.path("datasets").toString())
                .isEqualTo("[\"synthetic.customers\",\"synthetic.products\",\"synthetic.transactions\"]");
        assertThat(page.cookie().orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/query/" + lease);

        JsonNode rows = page.runs("select customer_id, name from synthetic.customers order by 1 limit 2");
        assertThat(rows.path("rows").toString()).isEqualTo("[[\"1\",\"Hugo Abbot\"],[\"2\",\"Elif Abbot\"]]");
        assertThat(page.runs("select * from synthetic.customers").path("note").asString())
                .isEqualTo("The first 1,000 rows of more.");
        JsonNode refused = page.runs("select * from customer.accounts");
        assertThat(refused.path("words").asString()).isEqualTo("permission denied for schema customer");
        assertThat(refused.path("next").asString())
                .contains("synthetic.customers")
                .contains("/qm grant");
        assertThat(page.runs("update synthetic.customers set name = 'x'")
                        .path("words")
                        .asString())
                .isEqualTo("syntax error at or near \"update\"");
        assertThat(page.runs("reset role").path("ok").asBoolean(true)).isFalse();
        assertThat(page.runs("select set_config('role', 'warehouse', false)")
                        .path("words")
                        .asString())
                .isEqualTo("permission denied to set role \"warehouse\"");
        assertThat(page.runs("select 1; drop table synthetic.customers")
                        .path("words")
                        .asString())
                .isEqualTo("These are several statements.");
        assertThat(page.runs("select pg_sleep(60)").path("words").asString())
                .isEqualTo("It took longer than 10 seconds and was stopped.");
        assertThat(page.runs("select n from generate_series(1, 10000000) n")
                        .path("rows")
                        .size())
                .isEqualTo(1_000);

        program.types("ana", "stop " + lease);
        program.eventually(() -> page.state().path("state").asString().equals("over"));
        assertThat(page.runs("select 1").path("words").asString()).startsWith("It is over");
        assertThat(page.opens(line(form, "Token of the query page"))
                        .path("state")
                        .asString())
                .isEqualTo("over");
        program.eventually(() -> nothingIsLeftOf(lease));
    }

    @Test
    void customersAreReadMaskedAndTheirTableIsRefused() {
        WorkspaceUser kim = new WorkspaceUser(program, "kim");
        String request = asked(
                kim,
                "kim",
                "/qm break-glass grant customer.accounts read --duration 1h --reason \"payments are down\"");
        String form = credentials(kim, kim.sees("Show credentials"));
        assertThat(line(form, "Tables")).isEqualTo("masked_customer.accounts");
        QueryBrowser page = new QueryBrowser(program, request.replace("req-", "lease-"));
        assertThat(page.opens(line(form, "Token of the query page"))
                        .path("datasets")
                        .toString())
                .isEqualTo("[\"masked_customer.accounts\"]");
        assertThat(page.runs("select holder, email, iban from masked_customer.accounts where account_id = 1")
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"Q. K.\",\"a***@example.org\",\"***7919\"]]");
        assertThat(page.runs("select * from customer.accounts").path("words").asString())
                .isEqualTo("permission denied for schema customer");
    }

    @Test
    void aPageOpensWithItsOwnTokenAndFromItsOwnAddressOnly() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        String first = asked(raj, "raj", "/qm launch sql-querying --duration 2h");
        String tokenOfFirst =
                line(credentials(raj, raj.sees(first.replace("req-", "/query/lease-"))), "Token of the query page");
        WorkspaceUser lee = new WorkspaceUser(program, "lee");
        String second = asked(lee, "lee", "/qm launch sql-querying --duration 3h");
        QueryBrowser firsts = new QueryBrowser(program, first.replace("req-", "lease-"));
        QueryBrowser seconds = new QueryBrowser(program, second.replace("req-", "lease-"));

        assertThat(seconds.opens(tokenOfFirst).path("state").asString()).isEqualTo("closed");
        assertThat(firsts.opens(tokenOfFirst).path("state").asString()).isEqualTo("open");
        seconds.takes(firsts);
        assertThat(seconds.runs("select 1").path("state").asString()).isEqualTo("closed");

        assertThat(firsts.posts("/run", "sql", "select 1", "https://evil.example.org")
                        .body())
                .doesNotContain("rows");
        assertThat(asAnotherHost(first.replace("req-", "lease-"))).startsWith("HTTP/1.1 403");

        String again =
                line(credentials(raj, raj.sees(first.replace("req-", "/query/lease-"))), "Token of the query page");
        assertThat(again).isNotEqualTo(tokenOfFirst);
        assertThat(firsts.runs("select 1").path("state").asString()).isEqualTo("closed");
        assertThat(firsts.opens(tokenOfFirst).path("state").asString()).isEqualTo("closed");
        assertThat(firsts.opens(again).path("state").asString()).isEqualTo("open");
    }

    @Test
    void whoGoesAwayStopsTheirQueryAndWhoHasOneRunningWaitsForIt() throws IOException {
        WorkspaceUser mia = new WorkspaceUser(program, "mia");
        String request = asked(mia, "mia", "/qm launch sql-querying --duration 2h");
        String lease = request.replace("req-", "lease-");
        QueryBrowser page = new QueryBrowser(program, lease);
        page.opens(line(credentials(mia, mia.sees("/query/" + lease)), "Token of the query page"));

        try (Socket gone = new Socket()) {
            gone.connect(new InetSocketAddress("127.0.0.1", port()));
            String body = "{\"sql\": \"select pg_sleep(60)\"}";
            gone.getOutputStream()
                    .write(("POST /query/" + lease + "/run HTTP/1.1\r\nHost: 127.0.0.1:" + port()
                                    + "\r\nContent-Type: application/json\r\nCookie: "
                                    + page.cookie().orElseThrow().split(";")[0] + "\r\nContent-Length: " + body.length()
                                    + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            program.eventually(() -> sleeping(lease) == 1);
            assertThat(page.runs("select 1").path("words").asString()).isEqualTo("A query of yours is still running.");
        }
        program.eventually(() -> sleeping(lease) == 0);
        program.eventually(() -> page.runs("select 1").path("rows").toString().equals("[[\"1\"]]"));
        assertThat(program.context()
                        .getBean(MeterRegistry.class)
                        .counter("quartermaster.queries", "outcome", "stopped")
                        .count())
                .isPositive();
    }

    @Test
    void thePageIsReadTypedOnAndLookedAt() {
        WorkspaceUser dan = new WorkspaceUser(program, "dan");
        String request = asked(dan, "dan", "/qm launch sql-querying --duration 2h");
        String lease = request.replace("req-", "lease-");
        String token = line(credentials(dan, dan.sees("/query/" + lease)), "Token of the query page");
        try (Browser browser = Browser.start();
                Page page = browser.open(program.address() + "/query/" + lease)) {
            page.waitFor("#words", "Paste the token of this page");
            page.screenshot(SHOTS.resolve("200-query-closed.png"));
            page.type("#token", token);
            page.press("Enter");
            page.waitFor("#sql");
            page.screenshot(SHOTS.resolve("201-query-empty.png"));
            page.click("#datasets button", "synthetic.customers");
            page.click("#run");
            page.waitFor("#note", "100 rows.");
            page.screenshot(SHOTS.resolve("202-query-rows.png"));
            page.type(
                    "#sql",
                    "select '<img src=x onerror=alert(1)>' as name, case when n < 4 then repeat('long ', 900) end as text, null as gone, '=1+1'"
                            + " as formula, n from generate_series(1, 2000) n");
            page.evaluate("document.getElementById('sql').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter',"
                    + " ctrlKey: true, bubbles: true, cancelable: true}))");
            page.waitFor("#note", "The first 1,000 rows of more");
            assertThat(page.count("#rows img")).isZero();
            assertThat(page.text("#rows td", "<img")).isEqualTo("<img src=x onerror=alert(1)>");
            page.screenshot(SHOTS.resolve("207-query-long.png"));
            page.type("#sql", "select *\nfrom customer.accounts");
            page.click("#run");
            page.waitFor("#refusal", "permission denied for schema customer");
            page.screenshot(SHOTS.resolve("203-query-refused.png"));
            page.type("#sql", "select pg_sleep(30)");
            page.click("#run");
            page.waitFor("#progress", "Running");
            page.screenshot(SHOTS.resolve("204-query-running.png"));
            page.click("#cancel");
            page.waitFor("#refusal", "It was cancelled.");
            page.size(390, 800);
            page.type("#sql", "select * from synthetic.customers limit 5");
            page.click("#run");
            page.waitFor("#note", "5 rows.");
            assertThat(page.evaluate("document.documentElement.scrollWidth").intValue())
                    .isLessThanOrEqualTo(390);
            page.screenshot(SHOTS.resolve("205-query-phone.png"));
            page.dark();
            page.screenshot(SHOTS.resolve("208-query-dark.png"));
            program.types("dan", "stop " + lease);
            program.eventually(() -> program.state(request).equals("ended") || !isLive(lease));
            page.click("#run");
            page.waitFor("#words", "It is over");
            page.screenshot(SHOTS.resolve("206-query-over.png"));
            assertThat(page.problems()).isEmpty();
        }
    }

    private static boolean isLive(String lease) {
        return new QueryBrowser(program, lease).state().path("state").asString().equals("closed");
    }

    private static String asked(WorkspaceUser user, String person, String command) {
        user.says(command);
        return live(user, person);
    }

    private static String live(WorkspaceUser user, String person) {
        program.eventually(() -> program.jdbc()
                        .sql("select count(*) from request where asker = ?")
                        .param(person)
                        .query(Integer.class)
                        .single()
                > 0);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request;
    }

    private static String credentials(WorkspaceUser user, JsonNode card) {
        user.presses(card, "reveal");
        return user.form().toString();
    }

    /** What stands under a label in the private form. */
    private static String line(String form, String label) {
        Matcher line = Pattern.compile("\\*" + Pattern.quote(label) + "\\*\\\\n```([^`]*)```")
                .matcher(form);
        assertThat(line.find()).as(label + " in " + form).isTrue();
        return line.group(1);
    }

    private static void readsDirectly(String form) throws SQLException {
        try (Connection warehouse =
                        DriverManager.getConnection(line(form, "JDBC"), line(form, "User"), line(form, "Password"));
                Statement statement = warehouse.createStatement()) {
            assertThat(statement
                            .executeQuery("select 1 from synthetic.customers limit 1")
                            .next())
                    .isTrue();
        }
    }

    /** The embedded server's own, to look from outside. */
    private static JdbcClient server() {
        String own = program.jdbc()
                .sql("select current_setting('port')")
                .query(String.class)
                .single();
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + own + "/postgres", "postgres", secret("postgres")));
    }

    private static String secret(String name) {
        try {
            return Files.readString(program.home().resolve(name + ".secret")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int sleeping(String lease) {
        return server().sql("select count(*) from pg_stat_activity where usename = ? and state = 'active'")
                .param(lease.replace("lease-", "qm_query_"))
                .query(Integer.class)
                .single();
    }

    private static boolean nothingIsLeftOf(String lease) {
        String id = lease.substring("lease-".length());
        List<String> roles = server().sql("select rolname from pg_roles where rolname like ?")
                .param("%" + id + "%")
                .query(String.class)
                .list();
        int rows = program.jdbc()
                .sql("select (select count(*) from query_token where lease = :lease)"
                        + " + (select count(*) from query_session where lease = :lease)")
                .param("lease", lease)
                .query(Integer.class)
                .single();
        return roles.isEmpty() && rows == 0;
    }

    private static int port() {
        return Integer.parseInt(program.context().getEnvironment().getProperty("server.port"));
    }

    /** As a name that somebody pointed at this machine. */
    private static String asAnotherHost(String lease) {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream()
                    .write(("GET /query/" + lease
                                    + "/state HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

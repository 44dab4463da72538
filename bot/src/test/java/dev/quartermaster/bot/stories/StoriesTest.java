package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.bot.browser.Page;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Started;
import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The stories a newcomer tries, by typing and clicking. They share one program and no order. Pictures are left in target/screenshots. */
@Started
class StoriesTest {
    private static final String NOTEBOOK =
            "launch an environment that will allow me to build an experimental machine learning model";

    private static BrowserProgram office;

    @BeforeAll
    static void open(RunningProgram program) {
        office = BrowserProgram.open(program);
    }

    @AfterAll
    static void close() {
        if (office == null) return;
        try (BrowserProgram closing = office) {
            List<JsonNode> cards = closing.blocksSeenBy("ana", "iris", "mia", "raj", "lee", "dan", "omar");
            assertThat(cards).hasSizeGreaterThan(10);
            for (JsonNode blocks : cards)
                assertThat(BlockLimits.problems(blocks)).as(blocks.toString()).isEmpty();
        }
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(office.program().parked()).isEmpty();
    }

    @Test
    void oneSentenceBecomesAnEnvironment() {
        try (BrowserUser ana = office.seat("ana")) {
            ana.says(NOTEBOOK);
            String card = ana.sees("JupyterLab");
            ana.photographs("21-environment-ready");
            assertThat(card)
                    .contains("0.88 EUR")
                    .contains("synthetic.customers")
                    .contains("Ends");
            Page simulated = ana.follows("JupyterLab");
            simulated.waitFor("body", "Simulated");
            simulated.click("summary", "StatefulSet");
            simulated.waitFor("pre", "quartermaster.dev/lease");
            simulated.screenshot(Path.of("target", "screenshots", "22-simulated.png"));
            simulated.backTo(ana.page());
            assertThat(ana.reveals("JupyterLab", "23-token")).contains("Token");
            ana.photographs("24-token-shown");
            ana.presses("stop", "JupyterLab");
            ana.page().waitFor("[data-testid=confirm]", "Data science experimentation");
            ana.photographs("25-stop-asked");
            ana.page().click("[data-testid=confirm-yes]");
            ana.sees("Stopped by Ana Ferreira");
            ana.photographs("26-stopped");
        }
    }

    @Test
    void gpusNeedTwoOtherPeople() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("spin up 4 A100s for three days for the churn model");
            String request = firstIn(seat.sees("4 a100 GPUs, 3 days"), "req-[a-z2-7]{10}");
            seat.photographs("30-gpus-asked");
            seat.goesTo("approvals");
            assertThat(seat.sees(request))
                    .contains("Ana Ferreira")
                    .contains("EUR")
                    .doesNotContain("Budget of");
            seat.photographs("31-gpus-in-approvals");
            seat.presses("approve", request);
            seat.sees("somebody else has to decide");
            seat.photographs("32-own-click");
            seat.becomes("omar");
            seat.goesTo("approvals");
            seat.presses("approve", request);
            seat.sees("Omar Haddad approved");
            seat.photographs("33-omar-approved");
            seat.becomes("mia");
            seat.goesTo("quartermaster");
            assertThat(seat.sees(request)).contains("Budget of growth");
            seat.photographs("34-mia-asked");
            seat.presses("approve", request);
            seat.sees("Mia Lindqvist approved");
            seat.photographs("35-mia-approved");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            seat.sees("Ray dashboard");
            seat.photographs("36-gpus-ready");
            seat.threadUnder(request);
            seat.seesInThread("Ready until");
            seat.photographs("37-gpus-thread");
        }
    }

    @Test
    void grantedDataCanBeReadAndNothingElse() throws Exception {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("grant me read on sales.orders for two weeks, churn study");
            String request = firstIn(seat.sees("Read on sales.orders, 14 days"), "req-[a-z2-7]{10}");
            seat.photographs("40-grant-asked");
            seat.becomes("dan");
            seat.goesTo("quartermaster");
            seat.sees(request);
            seat.photographs("41-dan-asked");
            seat.presses("approve", request);
            seat.sees("Dan Kowalski approved");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            String secret = seat.reveals(request, "42-credentials");
            try (Connection warehouse = login(secret);
                    Statement statement = warehouse.createStatement()) {
                ResultSet orders = statement.executeQuery("select count(*) from sales.orders");
                orders.next();
                assertThat(orders.getLong(1)).isPositive();
                assertThatThrownBy(() -> statement.executeQuery("select * from customer.accounts"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    @Test
    void managerReadsEverythingHandedOutAndItAddsUp() {
        try (BrowserUser seat = office.seat("iris")) {
            seat.says("/qm launch data-science-experimentation --duration 2h --purpose \"first steps\"");
            seat.sees("JupyterLab");
            seat.becomes("mia");
            seat.goesTo("quartermaster");
            seat.says("/qm list team");
            String open = seat.sees("Growth: ");
            seat.photographs("50-list");
            seat.says("provide me with an itemised breakdown of my team's usage and spend");
            String report = seat.sees("Total so far");
            seat.photographs("51-spend");
            assertThat(report).contains("Iris Novak").contains("first steps");
            assertThat(report).contains(all(open, "lease-[a-z2-7]{10}"));
            BigDecimal sum = all(report, "[0-9.]+(?=\\s+[0-9.]+\\s+lease-)").stream()
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(firstIn(report, "(?<=Total so far: )[0-9.]+"));
        }
    }

    @Test
    void misspeltNamesBecomeButtonsThatWork() {
        try (BrowserUser seat = office.seat("raj")) {
            seat.page().waitFor("[data-testid=example]");
            seat.photographs("60-empty");
            seat.says("/qm launch jupiter-lab");
            seat.presses("command:");
            seat.photographs("61-unknown-path");
            seat.sees("ready");
            seat.says("grant me read on sales.ordres");
            seat.sees("sales.orders");
            seat.photographs("62-unknown-dataset");
            seat.presses("command:0");
            seat.sees("It needs a yes from");
            seat.photographs("63-nearest-chosen");
        }
    }

    @Test
    void whatIsAssumedIsShownBeforeAnythingIsMade() {
        try (BrowserUser seat = office.seat("kim")) {
            seat.says("I want a machine with 4 GB for a quick pandas join");
            assertThat(seat.sees("Shall I ask for it?"))
                    .contains("is assumed")
                    .contains("4 GB")
                    .contains("Yes");
            seat.photographs("80-assumed");
            seat.says("yes");
            seat.sees("JupyterLab");
            seat.photographs("81-made");
            seat.says("how long does it take to give someone an isolated environment with 2 cores and 2GB ram? What"
                    + " about 16 cores? What about 64?");
            assertThat(seat.sees("64 cores")).contains("16 cores").contains("until it is ready");
            seat.photographs("82-sizes");
            seat.says("stop the R environment");
            assertThat(seat.sees("Nothing of yours fits")).contains("R");
            seat.photographs("83-no-such-target");
        }
    }

    @Test
    void wordsThatSayMoreThanYesBringTheButtonsBack() {
        try (BrowserUser seat = office.seat("raj")) {
            seat.says("/qm launch ray-cluster --gpus 1 --duration 1h --purpose \"one gpu\"");
            String request = firstIn(seat.sees("Ray cluster, 1 a100 GPU, 1 hour"), "req-[a-z2-7]{10}");
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.sees(request);
            seat.says("approve the smaller one, reject the other");
            seat.sees("I decide nothing from words alone");
            seat.photographs("90-buttons-again");
            seat.presses("deny", request);
            seat.fills("words", "No GPUs are free this week.");
            seat.sendsInWell();
            seat.sees("Pat Moreau denied");
        }
    }

    @Test
    void homeShowsWhatOneHasAndStopTakesItBack() throws Exception {
        try (BrowserUser seat = office.seat("lee")) {
            seat.turnsTo("home");
            seat.page().waitFor("[data-testid=home]", "Nothing yet");
            seat.photographs("70-home-empty");
            seat.turnsTo("messages");
            seat.says("grant me read on synthetic.customers for one day, to try it");
            String secret = seat.reveals("Read on synthetic.customers", "71-credentials");
            login(secret).close();
            seat.turnsTo("home");
            seat.page().waitFor("[data-testid=home]", "lease-");
            seat.photographs("72-home");
            seat.turnsTo("messages");
            seat.says("stop");
            seat.sees("Everything made for it is taken back");
            seat.photographs("73-stop");
            seat.presses("command:0", "Everything made for it is taken back");
            seat.sees("Ended");
            seat.photographs("75-stopped");
            assertThatThrownBy(() -> login(secret)).isInstanceOf(SQLException.class);
        }
    }

    private static Connection login(String secret) throws SQLException {
        return DriverManager.getConnection(
                valueOf("JDBC", secret), valueOf("User", secret), valueOf("Password", secret));
    }

    /** What stands below a label in the form. */
    private static String valueOf(String label, String form) {
        List<String> lines =
                form.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i + 1 < lines.size(); i++)
            if (lines.get(i).toLowerCase().contains(label.toLowerCase())) return lines.get(i + 1);
        throw new AssertionError("no " + label + " in the form");
    }

    private static String firstIn(String text, String pattern) {
        return all(text, pattern).getFirst();
    }

    private static List<String> all(String text, String pattern) {
        List<String> all = Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(all).as("%s in %s", pattern, text).isNotEmpty();
        return all;
    }
}

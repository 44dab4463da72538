package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.budget.BudgetAlerts;
import dev.quartermaster.actions.budget.ThresholdCrossing;
import dev.quartermaster.bot.announce.budget.BudgetAlertCards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Budgets that fill up and are used up, in an organisation whose teams want different things then; one clock for all. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BudgetStoryTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

    @TempDir
    static Path organisation;

    private static RunningProgram program;

    @BeforeAll
    static void open() throws IOException {
        Path sample = Path.of("..", "deploy", "config");
        try (Stream<Path> files = Files.walk(sample)) {
            files.forEach(file -> copy(file, organisation.resolve(sample.relativize(file))));
        }
        Path people = organisation.resolve("people.yaml");
        Files.writeString(
                people,
                Files.readString(people)
                        .replace("{perMonth: 2000, owner: mia,", "{perMonth: 10, owner: mia,")
                        .replace("{perMonth: 1500, owner: lee,", "{perMonth: 1, atCap: stop, grace: 1h, owner: lee,")
                        .replace("{perMonth: 800, owner: dan,", "{perMonth: 0.6, atCap: stop, grace: 1h, owner: dan,")
                        .replace(
                                "{perMonth: 5000, owner: omar,",
                                "{perMonth: 5000, perPurpose: {Tuning: 0.5}, owner: omar,"));
        // Their own tests are about other budgets.
        try (Stream<Path> rules = Files.list(organisation.resolve("policies"))) {
            rules.forEach(BudgetStoryTest::untested);
        }
        program = RunningProgram.start("--quartermaster.config=" + organisation);
        program.clock(TUESDAY);
    }

    @AfterAll
    static void close() {
        if (program != null) program.close();
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(program.parked()).isEmpty();
    }

    /** 85 hours are 9.35 EUR of 10; whoever looks for what is due looks with four replicas at once, and again later. */
    @Test
    @Order(1)
    void ninetyPerCentAreToldOnceWithWhatDrivesThemAndItsButtonsWork() throws Exception {
        String small = live("ana", "--duration 5h --purpose nps");
        String large = live("ana", "--duration 80h --purpose \"churn study\"");
        List<ThresholdCrossing> due =
                program.context().getBean(BudgetAlerts.class).due();
        assertThat(due).singleElement().matches(crossing -> crossing.step() == 90);
        try (var replicas = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> send = () -> {
                program.context().getBean(BudgetAlertCards.class).send(due.getFirst());
                return true;
            };
            for (var replica : replicas.invokeAll(List.of(send, send, send, send))) {
                assertThat(replica.get()).isTrue();
            }
        }
        program.runs("budgets");
        program.runs("budgets");

        WorkspaceUser mia = new WorkspaceUser(program, "mia");
        JsonNode alert = mia.sees("has reached 90 %");
        assertThat(program.cards("budget-alert:%")).hasSize(1);
        assertThat(alert.toString())
                .contains("9.35 EUR of 10.00 EUR are used or reserved")
                .contains("0.65 EUR left")
                .contains("Ana Ferreira, data-science-experimentation, churn study")
                .contains("8.80 EUR still to come");
        mia.presses(alert, "budget:raise");
        mia.sees("Kim Sato or Omar Haddad or Pat Moreau can change");

        String card = program.cards("budget-alert:%").getFirst();
        program.presses("raj", card, "budget:stop", id(card) + "|" + lease(large));
        program.presses("raj", card, "budget:raise", id(card));
        program.presses("raj", card, "budget:leave", id(card));
        program.eventually(() -> has("raj", "not your team's budget") && has("raj", "for whoever owns the budget"));
        assertThat(program.state(large)).isEqualTo("live");

        assertThat(alert.toString()).contains("Stop this?").contains(lease(large));
        mia.presses(alert, "budget:stop");
        program.eventually(() -> program.state(large).equals("ended"));
        assertThat(program.state(small)).isEqualTo("live");
        mia.presses(alert, "budget:leave");
        program.eventually(() -> program.card("mia", card).contains("Left as it is by Mia Lindqvist"));
        assertThat(program.card("mia", card)).doesNotContain("budget:leave");
    }

    @Test
    @Order(2)
    void whileTheOwnerIsAwayTheirDeputyIsToldAndAPurposeHasABudgetOfItsOwn() {
        program.types("omar", "away until Friday");
        String tuning = live("kim", "--duration 4h --purpose \"tuning\"");
        program.runs("budgets");

        WorkspaceUser pat = new WorkspaceUser(program, "pat");
        assertThat(pat.sees("*Tuning* may take of the budget").toString()).contains("has reached 75 %");
        program.types("kim", "launch data-science-experimentation --duration 1h --purpose Tuning");
        String more = program.request("kim");
        assertThat(program.state(more)).isEqualTo("waiting");
        program.eventually(() -> has("pat", "It would go over what Tuning may take"));
        program.types("kim", "withdraw " + more);
        program.types("kim", "stop " + lease(tuning));
    }

    /** Two run at 0.11 EUR an hour each: after four hours and forty minutes 1.03 EUR are used, of 1. */
    @Test
    @Order(3)
    void whatRunsIsStoppedAfterItsGraceAndWhatIsSavedStays() {
        String stopped = live("raj", "--duration 8h --purpose forecasts");
        program.types("raj", "launch data-science-experimentation --duration 5h --purpose backtest");
        String short5 = program.request("raj");
        program.eventually(() -> program.state(short5).equals("waiting"));
        agreed("lee", short5);
        program.types("dan", "launch data-science-experimentation --duration 8h --purpose prices");
        String left = program.request("dan");
        program.types("omar", "back");
        agreed("omar", left);
        program.runs("budgets");
        assertThat(program.cards("budget-alert:%")).hasSize(4);

        program.clock(TUESDAY.plus(Duration.ofMinutes(280)));
        program.runs("budgets");
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        assertThat(raj.sees("It is stopped Tue 24 Nov").toString())
                .contains("the budget of Risk for November is used up")
                .contains("Lee Okafor leaves it running")
                .contains("Kept after that: what is pushed to the repository")
                .contains("the files in its bucket");
        JsonNode told = new WorkspaceUser(program, "lee").sees("is used up: 1.0");
        assertThat(told.toString()).contains(lease(stopped)).contains("to be stopped Tue 24 Nov");
        assertThat(stops(short5)).isEmpty();
        assertThat(program.state(stopped)).isEqualTo("live");

        program.clock(TUESDAY.plus(Duration.ofMinutes(350)));
        unreadable(() -> program.runs("budgets"));
        assertThat(program.state(stopped)).isEqualTo("live");
        assertThat(stops(stopped)).containsExactly("waits");
        program.runs("budgets");
        program.eventually(() -> program.state(stopped).equals("ended"));
        assertThat(facts(stopped)).containsSubsequence("stop-announced", "lease-ending", "stopped-at-cap");
        program.eventually(() -> has("raj", "is used up, as was announced before"));
        assertThat(raj.sees("as was announced before").toString())
                .contains("stays with the team risk")
                .contains("Its files are not deleted");
    }

    @Test
    @Order(4)
    void whatTheOwnerLeavesRunningIsNotStopped() {
        String left = program.request("dan");
        WorkspaceUser dan = new WorkspaceUser(program, "dan");
        dan.sees("It is stopped Tue 24 Nov");
        JsonNode told = dan.sees("is used up: 0.6");
        String card = program.cards("budget-alert:%").stream()
                .filter(each -> program.card("dan", each).contains("is used up: 0.6"))
                .findFirst()
                .orElseThrow();
        program.presses("raj", card, "budget:leave", id(card));
        dan.presses(told, "budget:leave");
        dan.sees("It is not stopped after all: Dan Kowalski left it running");

        program.clock(TUESDAY.plus(Duration.ofMinutes(440)));
        program.runs("budgets");
        assertThat(stops(left)).containsExactly("left");
        assertThat(program.state(left)).isEqualTo("live");
    }

    private static String live(String person, String said) {
        program.types(person, "launch data-science-experimentation " + said);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request;
    }

    private static void agreed(String person, String request) {
        new WorkspaceUser(program, person).sees(request);
        program.types(person, "approve " + request);
        program.eventually(() -> program.state(request).equals("live"));
    }

    private static boolean has(String person, String words) {
        return program.told(person).stream().anyMatch(each -> each.contains(words));
    }

    private static String lease(String request) {
        return request.replace("req-", "lease-");
    }

    private static String id(String card) {
        return card.replace("budget-alert:", "");
    }

    private static List<String> stops(String request) {
        return program.jdbc()
                .sql("select outcome from budget_stop where lease = ?")
                .param(lease(request))
                .query(String.class)
                .list();
    }

    private static List<String> facts(String request) {
        return program.jdbc()
                .sql("select what from fact where request = ? order by number")
                .param(request)
                .query(String.class)
                .list();
    }

    /** Nobody can read what any team has used. */
    private static void unreadable(Runnable work) {
        program.jdbc().sql("alter table model_call rename to model_call_away").update();
        try {
            work.run();
        } finally {
            program.jdbc()
                    .sql("alter table model_call_away rename to model_call")
                    .update();
        }
    }

    private static void untested(Path rules) {
        try {
            Files.writeString(rules, Files.readString(rules).replaceFirst("(?s)\\ntests:\\n.*", "\ntests: []\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.isDirectory(from)) {
                Files.createDirectories(to);
            } else {
                Files.copy(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

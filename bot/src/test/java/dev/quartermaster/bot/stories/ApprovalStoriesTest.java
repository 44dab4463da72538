package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.program.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens between an ask and a yes, by typing and clicking, in an organisation whose files change meanwhile. The
 * stories that move the clock come last, because it moves for all.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalStoriesTest {
    private static final String REQUEST = "req-[a-z2-7]{10}";

    @TempDir
    static Path organisation;

    private static RunningProgram program;
    private static BrowserProgram office;

    @BeforeAll
    static void open() throws Exception {
        Path sample = Path.of("..", "deploy", "config");
        try (Stream<Path> files = Files.walk(sample)) {
            files.forEach(file -> copy(file, organisation.resolve(sample.relativize(file))));
        }
        quietAtAnotherTimeOfDay();
        program = RunningProgram.start("--quartermaster.config=" + organisation);
        office = BrowserProgram.open(program);
    }

    @AfterAll
    static void close() {
        if (office != null) office.close();
        if (program != null) program.close();
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(program.parked()).isEmpty();
    }

    @Test
    @Order(1)
    void anInternWhoAsksForTooMuchTakesTheSmallerOneThatIsOffered() {
        try (BrowserUser iris = office.seat("iris")) {
            iris.says("/qm launch data-science-experimentation --gpus 4 --duration 3d");
            assertThat(iris.sees("Interns work without GPUs"))
                    .contains("2 days")
                    .contains("Ana Ferreira");
            iris.photographs("100-intern-refused");
            iris.presses("command:0", "Interns work without GPUs");
            assertThat(iris.sees("JupyterLab")).contains("2 days");
            iris.photographs("101-intern-smaller");
        }
    }

    @Test
    @Order(2)
    void whatOnlyTheAskerCouldApproveIsRefusedAtOnceSayingWhomToAsk() {
        edit("data.yaml", "    owner: dan\n    deputy: omar\n    warehouse: main\n    synonyms: [returns", """
                    owner: dan
                    warehouse: main
                    synonyms: [returns\
                """);
        try (BrowserUser dan = office.seat("dan")) {
            office.followsTheFiles();
            dan.says("/qm grant sales.returns read --duration 2w");
            assertThat(dan.sees("nobody but you")).contains("Kim Sato").contains("to name a deputy");
            dan.photographs("102-nobody-else");
        }
    }

    @Test
    @Order(3)
    void whoLosesTheRightBetweenCardAndClickDecidesNothing() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("/qm launch ray-cluster --gpus 1 --duration 1h --purpose \"right removed\"");
            String request = first(seat.sees("1 a100 GPU, 1 hour"));
            seat.becomes("kim");
            seat.goesTo("quartermaster");
            seat.sees(request);
            edit("people.yaml", "platform-leads: [omar, pat, kim]", "platform-leads: [omar, pat]");
            office.followsTheFiles();
            seat.presses("approve", request);
            assertThat(seat.sees("not yours to decide")).contains("Omar Haddad or Pat Moreau");
            seat.photographs("103-right-removed");
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.presses("approve", request);
            seat.sees("Pat Moreau approved");
            edit("people.yaml", "platform-leads: [omar, pat]", "platform-leads: [omar, pat, kim]");
            office.followsTheFiles();
        }
    }

    @Test
    @Order(4)
    void oneOfTwoLeadsDeniesWithAReasonAndItIsOver() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("/qm launch ray-cluster --gpus 6 --duration 1h --purpose \"six gpus\"");
            String request = first(seat.sees("6 a100 GPUs, 1 hour"));
            seat.becomes("omar");
            seat.goesTo("quartermaster");
            assertThat(seat.sees(request)).contains("2 different people");
            seat.photographs("104-six-gpus");
            seat.presses("approve", request);
            seat.sees("Omar Haddad approved");
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.opens("deny", request);
            seat.photographs("105-why-not");
            seat.fills("words", "Use two t4 instead.");
            seat.sendsInWell();
            seat.sees("Pat Moreau denied");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("Use two t4 instead")).contains("Pat Moreau");
            seat.photographs("106-denied");
        }
    }

    @Test
    @Order(5)
    void brokenGlassIsLoudAndReviewed() {
        try (BrowserUser seat = office.seat("kim")) {
            seat.says("/qm break-glass grant customer.accounts read --duration 1h --reason \"payments are down\"");
            String request = first(seat.sees("Read on customer.accounts, 1 hour"));
            seat.photographs("107-glass-broken");
            seat.becomes("lee");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("had without a yes")).contains("payments are down");
            seat.photographs("107-glass-heard");
            seat.becomes("kim");
            seat.goesTo("quartermaster");
            seat.presses("stop", request);
            seat.page().click("[data-testid=confirm-yes]");
            seat.page().waitUntilGone("[data-testid=confirm]");
            seat.sees("Stopped by Kim Sato");
            seat.becomes("lee");
            seat.goesTo("quartermaster");
            seat.presses("review:ok", "Review needed");
            seat.sees("Lee Okafor found it in order");
            seat.photographs("108-reviewed");
            seat.becomes("raj");
            seat.goesTo("quartermaster");
            seat.says("/qm break-glass grant customer.accounts read --duration 1h --reason \"just curious\"");
            assertThat(seat.sees("do not let you break the glass")).contains("Omar Haddad");
        }
    }

    @Test
    @Order(6)
    void aRuleIsTriedOnThePastProposedApprovedAndInForce() {
        try (BrowserUser seat = office.seat("raj")) {
            seat.says("/qm launch ray-cluster --gpus 4 --duration 1d --purpose \"before the change\"");
            seat.sees("4 a100 GPUs, 1 day");
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.says("/qm change compute-over-20");
            seat.opens("rule-form:change", "compute-over-20");
            String rule = seat.page()
                    .evaluate("document.querySelector(\"[data-testid=modal] textarea[data-action-id='rule']\").value")
                    .asString();
            assertThat(rule).contains("then: approve");
            seat.fills(
                    "rule",
                    rule.replaceFirst("(?m)^( *)then: approve", "$1unless: team.idd == 'risk'\n$1then: approve"));
            seat.fills("reason", "Risk answers for its own money.");
            seat.sendsIn();
            assertThat(seat.readsForm("team.id")).contains("idd");
            seat.photographs("109-rule-wrong");
            seat.fills(
                    "rule",
                    rule.replaceFirst("(?m)^( *)then: approve", "$1unless: team.id == 'risk'\n$1then: approve"));
            seat.sendsInWell();
            assertThat(seat.sees("On the last 90 days")).contains("fewer");
            seat.photographs("110-rehearsed");
            seat.presses("rule-change:propose", "Your change of");
            seat.becomes("kim");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("Rule change: approval needed")).contains("Risk answers for its own money");
            seat.photographs("111-rule-to-approve");
            seat.presses("rule-change:approve", "Rule change: approval needed");
            seat.sees("in force as");
            seat.becomes("raj");
            seat.goesTo("quartermaster");
            seat.says("/qm what if launch ray-cluster --gpus 4 --duration 1d");
            assertThat(seat.sees("Ask for it")).contains("4 GPUs").doesNotContain("over 20 EUR");
            seat.photographs("112-what-if");
        }
    }

    @Test
    @Order(90)
    void aCardLeftAloneRemindsAndLapses() {
        try (BrowserUser seat = office.seat("raj")) {
            seat.says("/qm grant sales.orders read --duration 2w --purpose \"left alone\"");
            String request = first(seat.sees("Read on sales.orders"));
            seat.becomes("dan");
            seat.goesTo("quartermaster");
            seat.sees(request);
            seat.waits(15);
            seat.threadUnder(request);
            seat.seesInThread("Still waiting");
            seat.photographs("190-reminded");
            seat.waits(1440);
            seat.waits(1440);
            seat.waits(1440);
            seat.sees("Lapsed, nobody decided in time");
            seat.photographs("191-lapsed");
            seat.becomes("raj");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("so it lapsed")).contains("Ask again");
            seat.photographs("192-told");
        }
    }

    /** Whenever this is run, its reminders are not put off until morning. */
    private static void quietAtAnotherTimeOfDay() {
        LocalTime quiet =
                LocalTime.now(ZoneId.of("Europe/London")).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        edit(
                "organisation.yaml",
                "quiet: {from: \"20:00\", to: \"07:00\"}",
                "quiet: {from: \"%s\", to: \"%s\"}".formatted(quiet, quiet.plusMinutes(1)));
    }

    private static void edit(String file, String before, String after) {
        Path path = organisation.resolve(file);
        try {
            String text = Files.readString(path);
            assertThat(text).contains(before);
            Files.writeString(path, text.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            if (!Files.isDirectory(from)) Files.copy(from, to);
            else Files.createDirectories(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String first(String text) {
        Matcher found = Pattern.compile(REQUEST).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}

package dev.quartermaster.bot.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Sharing;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What approvers do besides yes, by typing and clicking. */
@Sharing("office")
@Order(4)
class DecidingTest {
    private static BrowserProgram office;

    @BeforeAll
    static void open(RunningProgram program) {
        office = BrowserProgram.open(program);
    }

    @AfterAll
    static void close() {
        if (office != null) office.close();
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(office.program().parked()).isEmpty();
    }

    @Test
    void dataIsGrantedForLessAfterAQuestion() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("grant me read on sales.orders for two weeks, churn study");
            String request = request(seat.sees("Read on sales.orders, 14 days"));
            seat.becomes("dan");
            seat.goesTo("quartermaster");
            seat.presses("question", request);
            seat.fills("words", "Which weeks of orders?");
            seat.photographs("100-question");
            seat.sendsInWell();
            seat.sees("Which weeks of orders?");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            seat.threadUnder(request);
            seat.seesInThread("Which weeks of orders?");
            seat.page().click("[data-testid=thread-messages] [data-action-id=answer]");
            seat.fills("words", "October only.");
            seat.sendsInWell();
            seat.photographs("101-answered");
            seat.becomes("dan");
            seat.goesTo("quartermaster");
            seat.sees("October only.");
            seat.photographs("102-answer-on-the-card");
            seat.presses("less", "Approval needed");
            seat.fills("term", "21d");
            seat.sendsIn();
            assertThat(seat.readsForm("more than was asked")).contains("21 days instead of 14 days");
            seat.photographs("103-not-less");
            seat.fills("term", "7d");
            seat.sendsInWell();
            seat.sees("made it smaller");
            seat.photographs("104-made-less");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("agreed to less")).contains("7 days instead of 14 days");
            seat.presses("reveal", "Read on sales.orders, 7 days");
            seat.readsForm("For your eyes only");
            seat.page().click("[data-testid=modal-close]");
            seat.page().waitUntilGone("[data-testid=modal]");
            seat.photographs("105-granted-for-less");
        }
    }

    @Test
    void aCardIsDecidedOnHome() {
        try (BrowserUser seat = office.seat("pat")) {
            seat.turnsTo("home");
            seat.page().waitFor("[data-testid=home]", "Nothing yet");
            seat.becomes("raj");
            seat.goesTo("quartermaster");
            seat.says("/qm launch ray-cluster --gpus 1 --duration 2h --purpose \"one gpu\"");
            String request = request(seat.sees("Ray cluster, 1 a100 GPU, 2 hours"));
            seat.becomes("pat");
            seat.goesTo("quartermaster");
            seat.turnsTo("home");
            seat.page().waitFor("[data-testid=home]", request);
            seat.photographs("110-card-on-home");
            seat.presses("details");
            assertThat(seat.readsForm("What would be made")).contains("an hour").contains("Rules that spoke");
            seat.photographs("111-details");
            seat.page().click("[data-testid=modal-close]");
            seat.page().waitUntilGone("[data-testid=modal]");
            seat.presses("approve");
            seat.page().waitUntilGone("[data-testid=home] [data-action-id=approve]");
            seat.photographs("112-decided-on-home");
            seat.turnsTo("messages");
            seat.sees("Pat Moreau approved");
        }
    }

    private static String request(String text) {
        Matcher matcher = Pattern.compile("req-[a-z2-7]{10}").matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }
}

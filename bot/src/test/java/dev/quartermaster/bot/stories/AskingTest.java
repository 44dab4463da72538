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

/** Ways of asking besides plainly and for now, by typing and clicking. */
@Sharing("office")
@Order(3)
class AskingTest {
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
    void syntheticDataIsThereAtOnceAndTheCustomersJoin() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("/qm launch data-science-customer-data --duration 3h --purpose \"churn in parts\"");
            String card = seat.sees("home, repository and synthetic ready, the rest waits");
            assertThat(card).contains("JupyterLab").contains("Lee Okafor");
            seat.photographs("120-ahead-of-the-rest");
            seat.becomes("lee");
            seat.goesTo("quartermaster");
            seat.presses("approve", "churn in parts");
            seat.becomes("ana");
            seat.goesTo("quartermaster");
            seat.sees("Data science with customer data, 3 hours — ready");
            seat.photographs("121-joined");
        }
    }

    @Test
    void aSponsorAsksForTheirInternAndBothSeeIt() {
        try (BrowserUser seat = office.seat("ana")) {
            seat.says("/qm launch data-science-experimentation --for iris --duration 2h");
            assertThat(seat.sees("Data science experimentation for iris, 2 hours — ready"))
                    .doesNotContain("Show credentials");
            seat.becomes("iris");
            seat.goesTo("quartermaster");
            assertThat(seat.sees("Data science experimentation for iris, 2 hours — ready"))
                    .contains("Show credentials");
            seat.photographs("122-on-behalf");
        }
    }

    @Test
    void whatStartsLaterIsWithdrawnAndAskedForAgain() {
        try (BrowserUser seat = office.seat("raj")) {
            seat.says("/qm launch data-science-experimentation --from \"Monday 9:00\" --duration 5h");
            assertThat(seat.sees("5 hours")).contains("Starts");
            seat.photographs("123-starts-later");
            seat.presses("withdraw", "5 hours");
            String card = seat.sees("withdrew it");
            seat.presses("command", "withdrew it");
            seat.sees("It starts");
            Matcher id = Pattern.compile("req-[a-z2-7]{10}").matcher(card);
            assertThat(id.find()).isTrue();
            seat.says("/qm favourite " + id.group() + " \"five hours\"");
            seat.sees("Kept.");
            seat.turnsTo("home");
            seat.page().waitFor("[data-testid=home]", "five hours");
            seat.photographs("124-favourites");
        }
    }

    @Test
    void twoGpusAreAgreedOnBeforehand() {
        try (BrowserUser seat = office.seat("mia")) {
            seat.says("/qm preapprove growth 2 a100 until Friday");
            seat.sees("growth may run up to 2 a100 GPUs at once");
            seat.becomes("kim");
            seat.goesTo("quartermaster");
            seat.presses("beforehand-yes", "Agree beforehand?");
            seat.sees("Agreed beforehand");
            seat.photographs("125-agreed-beforehand");
            seat.becomes("mia");
            seat.goesTo("quartermaster");
            seat.sees("agreed. Launch as usual");
            seat.says("/qm launch ray-cluster --gpus 2 --duration 1h");
            assertThat(seat.sees("Ray cluster, 2 a100 GPUs, 1 hour")).contains("were agreed on beforehand");
            seat.photographs("126-used");
            seat.says("/qm preapprovals");
            seat.sees("Agreed on beforehand, or asked for");
        }
    }
}

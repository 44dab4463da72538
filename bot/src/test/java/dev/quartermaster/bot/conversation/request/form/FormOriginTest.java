package dev.quartermaster.bot.conversation.request.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.card.ActionIds.Filled;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a form was opened from comes back with it, whatever was left out of it. */
class FormOriginTest {
    private static final List<String> LEFT =
            List.of("", "Not taken over: “64 GB”.", "a|b\nc ~3~ launch x", "~5~", "“" + "x".repeat(2000));

    @Test
    void comesBackAsItWas() {
        for (String left : LEFT) {
            String kept = new Filled("", left).left();
            for (Card card : new Card[] {null, new Card("C123", "17.5", null)}) {
                for (RequestId instead : new RequestId[] {null, new RequestId("req-abcdefghij")}) {
                    comesBack(new FormOrigin(Verb.EXTEND, card, 7, instead, kept));
                }
            }
        }
    }

    private static void comesBack(FormOrigin origin) {
        assertThat(origin.data()).hasSizeLessThan(3_000);
        assertThat(FormOrigin.parse(origin.data())).contains(origin);
    }

    @Test
    void whatIsNoneOfOursIsNone() {
        for (String data :
                List.of("", "launch", "stop|||0||", "launch|||x||", "launch|||0|req-1|", "launch|C1|1.0|0|")) {
            assertThat(FormOrigin.parse(data)).as(data).isEmpty();
        }
    }

    @Test
    void aButtonCarriesTheCommandAndWhatIsNotInIt() {
        for (String command : List.of("launch rstudio", "launch x --purpose \"~3~abc\nd\"", "grant a.b read")) {
            for (String left : LEFT) {
                Filled filled = new Filled(command, left);
                assertThat(Filled.of(filled.value())).isEqualTo(filled);
            }
        }
        assertThat(Filled.of("~9~short").command()).isEqualTo("~9~short");
    }
}

package dev.quartermaster.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.request.RequestLinesCard;
import dev.quartermaster.bot.card.request.RequestLinesCard.Line;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestLinesCardTest {
    private static final Option ALL = new Option("Ask for all of it", "take all");

    /** Eight lines of anything: none of them loses its words or its buttons. */
    @Test
    void eachLineStandsWithItsButtonsWhateverIsSaidOfIt() {
        for (int seed = 0; seed < 60; seed++) {
            RandomContent anything = new RandomContent(new Random(seed));
            List<Line> lines = new ArrayList<>();
            for (int number = 0; number < 8; number++) {
                lines.add(line(number, anything));
            }
            JsonNode blocks = JsonMapper.shared()
                    .readTree(RequestLinesCard.of(Mrkdwn.said(anything.words(300)), lines, ALL)
                            .blocks());
            assertThat(BlockLimits.problems(blocks)).as("seed %d", seed).isEmpty();
            for (int number = 0; number < 8; number++) {
                assertThat(blocks.toString())
                        .contains("*" + (number + 1) + ".* *line " + number)
                        .contains("\"command:" + number + ".0\"")
                        .contains("\"form:" + number + "\"");
            }
        }
    }

    private static Line line(int number, RandomContent anything) {
        Request request = anything.request(State.WAITING);
        Mrkdwn words = RequestLinesCard.words(
                "line " + number + " " + anything.words(500),
                anything.words(500),
                "12.00 EUR in all",
                request.judgement(),
                anything.rights(),
                request.by(),
                List.of(anything.words(500)));
        return new Line(number, words, List.of(new Option("Ask for it", "take " + number)), "launch a", "");
    }

    @Test
    void whatWasAskedForHasNoButtonAnyMore() {
        Line asked = new Line(0, Mrkdwn.ours("one"), List.of(), null, "Asked for.");
        Line open = new Line(1, Mrkdwn.ours("two"), List.of(new Option("Ask for it", "take 1")), "launch b", "");
        Message card = RequestLinesCard.of(Mrkdwn.ours("Several."), List.of(asked, open), null);
        assertThat(card.blocks())
                .contains("Asked for.", "command:1.0", "form:1")
                .doesNotContain("command:0", "form:0", "command:all");
    }
}

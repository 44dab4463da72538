package dev.quartermaster.bot.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingLineTest {
    @Test
    void aScheduleIsShownAsCodeBecauseSlackEatsItsStars() {
        Candidate candidate = new Candidate(
                Verb.LAUNCH, Map.of(SlotName.of("schedule"), new Slot("0 9 * * 1-5", "every weekday at 9", true)), 1);

        assertThat(ReadingLine.line(candidate, new Evidence(Evidence.By.EMBEDDED, "1", List.of(candidate)))
                        .value())
                .isEqualTo("understood as _launch_ · schedule `0 9 * * 1-5` (“every weekday at 9”)");
    }
}

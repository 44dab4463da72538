package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.slots.Names;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FollowUpsDoNothingTest {

    private static final int FOLLOW_UPS = 5_000;
    /** Read by the whole reader, the rest by the gate alone, which a reader cannot get past: embedding takes its time. */
    private static final int READ = 1_000;

    @Test
    void whatIsNoRequestDoesNothingWhateverWasSaidBefore() {
        var followUps = new FollowUps(2_026);
        var names = new Names(Sample.KNOWN);
        var done = new ArrayList<String>();
        for (var n = 0; n < FOLLOW_UPS; n++) {
            var said = followUps.next();
            if (permitted(said, names) || picks(said) || n < READ && acts(Readers.read(said.text(), said.context()))) {
                done.add(said.text() + "   after " + said.context());
            }
        }
        System.out.println(FOLLOW_UPS + " follow-ups, " + done.size() + " effects");
        assertThat(done).isEmpty();
    }

    /** Whether the gate would let the worst reader repeat the last thing, or do a new one of any kind. */
    private static boolean permitted(FollowUps.Said said, Names names) {
        var gate = new ReadingGate(Sample.says(said.text()), said.context(), Sample.KNOWN, names);
        var last = ((Context.Last) said.context()).candidate();
        return gate.of(last, java.util.List.of(last)).atOnce();
    }

    /** An option named in passing is not picked: picking is pressing its button. */
    private static boolean picks(FollowUps.Said said) {
        return Choices.pick(said.text(), ((Context.Last) said.context()).offered())
                .isPresent();
    }

    static boolean acts(Reading reading) {
        return reading instanceof Reading.Understood understood
                && understood.from().stream()
                        .anyMatch(from -> !from.confirm()
                                && from.candidate() != null
                                && from.candidate().verb().acts());
    }
}

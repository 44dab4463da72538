package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A correction of what runs already is a change of that, shown first, and never a second one. */
@Sharing("asking")
@Order(34)
class RunningThingsAreChangedTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void anotherNumberIsAnotherSizeOfIt() {
        String lease = live("lee", "launch a spark cluster with 4 workers for 3 hours, correction-size");

        program.tells("lee", "6 not 4, sorry");

        String card = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("lee", card).contains("Change the size of"));
        assertThat(program.card("lee", card)).contains("resize " + lease).doesNotContain("\"value\":\"launch");
        program.types("lee", "stop " + lease);
    }

    @Test
    void anotherLengthCountsFromItsStart() {
        String lease = live("pat", "launch rstudio for 2 hours, correction-length");

        program.tells("pat", "make it 5 hours");

        String card = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("pat", card).contains("longer?"));
        assertThat(program.card("pat", card)).contains("extend " + lease + " --until ");
        program.types("pat", "stop " + lease);
    }

    private static String live(String person, String words) {
        program.tells(person, words);
        String request = program.request(person);
        program.eventually(() -> program.state(request).equals("live"));
        return request.replace("req-", "lease-");
    }
}

package dev.quartermaster.bot.patience;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An owner's week, as they read it on Monday. */
class DigestsTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:30Z");

    @TempDir
    static Path home;

    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        program = Program.start(home);
    }

    @AfterAll
    static void close() {
        program.close();
    }

    @Test
    void anOwnerReadsOnceOnMondayWhatTheyDecidedHowLongItTookAndWhatWaits() {
        program.clock(TUESDAY);
        program.types("ana", "grant sales.orders read --duration 2w --purpose \"churn study\"");
        String first = program.request("ana");
        program.eventually(() -> program.cards("card:" + first + ":dan").size() == 1);
        program.clock(TUESDAY.plusSeconds(1_200));
        program.presses("dan", "card:" + first + ":dan", "approve", first + "|" + program.digest(first));
        program.clock(MONDAY.minusSeconds(7_200));
        program.types("ana", "grant sales.returns read --duration 2w --purpose \"churn study\"");
        String second = program.request("ana");
        assertThat(program.cards("digest:weekly:%")).isEmpty();

        program.clock(MONDAY);
        program.runs("digests");
        program.eventually(() -> program.cards("digest:weekly:dan:2026-11-30").size() == 1);
        program.clock(MONDAY.plusSeconds(3_600));
        program.runs("digests");
        program.runs("digests");

        assertThat(program.cards("digest:weekly:%"))
                .as("nothing to say is not said")
                .containsExactlyInAnyOrder("digest:weekly:dan:2026-11-30", "digest:weekly:omar:2026-11-30");
        assertThat(program.card("dan", "digest:weekly:dan:2026-11-30"))
                .contains("You said yes once and no 0 times last week")
                .contains("20 minutes")
                .contains(second);
        assertThat(program.card("omar", "digest:weekly:omar:2026-11-30")).contains("You decided nothing", second);
        assertThat(program.cards("digest:daily:%")).isEmpty();
        MeterRegistry metrics = program.context().getBean(MeterRegistry.class);
        program.eventually(() -> metrics.find("quartermaster.approval.wait")
                        .tag("approver", "dan")
                        .gauge()
                != null);
        assertThat(metrics.get("quartermaster.approval.wait")
                        .tag("approver", "dan")
                        .gauge()
                        .value())
                .isBetween(1_190.0, 1_230.0);
    }
}

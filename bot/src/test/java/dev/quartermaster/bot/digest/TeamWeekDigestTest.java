package dev.quartermaster.bot.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Started;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A manager's Monday: what changed, what ends, what stood unused, and the bill that came; once, and nothing of a quiet week. */
@Started
class TeamWeekDigestTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-30T09:00:30Z");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aManagerIsToldOnceWhatChangedWhatEndsAndWhatTheBillSays() {
        program.clock(WEDNESDAY);
        program.types("ana", "launch bucket --storage 500Gi --duration 9d --purpose \"churn study\"");
        String request = program.request("ana");
        program.eventually(() -> program.state(request).equals("live"));
        String lease = request.replace("req-", "lease-");
        program.jdbc()
                .sql("insert into bill (hash, source, added_by, added_at) values ('h', 'focus', 'omar', ?)")
                .param(MONDAY.minusSeconds(86_400).atOffset(java.time.ZoneOffset.UTC))
                .update();
        program.jdbc().sql("""
                        insert into bill_line select id, 2, 'cloud', date '2026-10-01', '', 'growth', 'vm', 'i-1',
                            timestamptz '2026-10-05 00:00+00', timestamptz '2026-10-06 00:00+00', 12.5, 12.5 from bill""").update();

        program.clock(MONDAY);
        program.runs("digests");
        program.eventually(() -> program.cards("digest:weekly:mia:2026-11-30").size() == 1);
        program.runs("digests");

        assertThat(program.cards("digest:weekly:%")).containsExactly("digest:weekly:mia:2026-11-30");
        assertThat(program.card("mia", "digest:weekly:mia:2026-11-30"))
                .contains("Growth", "more than the week before", ": new and goes on")
                .contains("Ends within seven days", "A day longer", "extend " + lease + " 1d")
                .contains("The bill of October says 12.50 EUR where we counted 0.00 EUR (+12.50 EUR)")
                .contains("12.50 EUR stands on no lease");
    }
}

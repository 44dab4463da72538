package dev.quartermaster.bot.evaluation;

import dev.quartermaster.bot.program.RunningProgram;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A fresh morning: what ran is stopped, what waited is withdrawn, and all of it becomes that of nobody, with the money it
 * cost, so that no conversation reads or pays for the one before. The clock of the database is set to the moment that
 * times in the file count from.
 */
final class ProgramReset {
    /** Whose everything is that is over. */
    static final String OVER = "over";

    static final Instant MORNING = Instant.parse("2026-03-11T10:30:00Z");

    /** What waits for longer waits for something else, such as a free GPU. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final List<String> FORGOTTEN = List.of(
            "last_reading",
            "open_question",
            "request_line",
            "answered_question",
            "reservation",
            "allowance",
            "gathered",
            "absence",
            "preapproval",
            "favourite",
            "enquiry");

    private final RunningProgram program;

    ProgramReset(RunningProgram program) {
        this.program = program;
    }

    void morning() {
        end();
        forget();
        program.clock(MORNING);
    }

    void end() {
        end(
                "select owner, 'stop ' || id from lease where owner <> :over and state in ('providing', 'live', 'stopped')");
        end("select asker, 'withdraw ' || id from request where asker <> :over and state = 'waiting'");
    }

    private record Ending(String person, String command) {}

    private void end(String which) {
        program.jdbc()
                .sql(which)
                .param("over", OVER)
                .query((row, number) -> new Ending(row.getString(1), row.getString(2)))
                .list()
                .forEach(each -> program.types(each.person(), each.command()));
    }

    private void forget() {
        change("update notice set said_at = now() where said_at is null");
        FORGOTTEN.forEach(table -> change("delete from " + table));
        change("update talk set person = '" + OVER + "', channel = null, thread = null");
        change("delete from shown");
        change("update request set asker = '" + OVER + "', team = '" + OVER + "'");
        change("update request set beneficiary = '" + OVER + "' where beneficiary is not null");
        change("update lease set owner = '" + OVER + "', team = '" + OVER + "'");
        change("update account set person = '" + OVER + "', team = '" + OVER + "'");
    }

    private void change(String statement) {
        program.jdbc().sql(statement).update();
    }

    /** Waits until what was asked for runs, what was stopped is gone, and what is to be told of it is written. */
    void settle() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!settled() && System.nanoTime() < end) {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean settled() {
        return program.jdbc().sql("""
                        select not exists (select 1 from notice where said_at is null and trouble is null)
                            and not exists (select 1 from request where asker <> :over and state = 'approved')
                            and not exists (select 1 from lease where owner <> :over and (state = 'ending'
                                or state = 'providing' and coalesce(starts, '-infinity') <= qm_now()
                                or resizing is not null))""").param("over", OVER).query(Boolean.class).single();
    }
}

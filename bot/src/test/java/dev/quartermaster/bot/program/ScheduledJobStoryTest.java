package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A script that runs at set times, from the command to its end. */
@Sharing("asking")
@Order(6)
class ScheduledJobStoryTest {
    private static final String JOB = "launch scheduled-job --repository https://git.example.com/risk/reports.git";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void itIsAskedForShowsOwnerEndAndNextRunsAndEnds() {
        program.types("raj", JOB + " --script report.py --schedule \"every weekday at 9\"");
        String request = program.request("raj");
        program.eventually(() -> program.state(request).equals("live"));
        program.eventually(() -> program.card("raj", "status:" + request).contains("Next runs"));
        assertThat(program.card("raj", "status:" + request))
                .contains("Raj Patel", "Ends", "09:00", "(Europe/London)", "simulated: nothing runs");

        program.types(
                "raj",
                "stop "
                        + program.jdbc()
                                .sql("select id from lease where request = ?")
                                .param(request)
                                .query(String.class)
                                .single());
        program.eventually(() -> program.state(request).equals("ended"));
    }

    @Test
    void whatIsNoScheduleIsAnsweredWithExamplesBeforeAnythingIsMade() {
        int before = requests();
        program.types("raj", JOB + " --schedule \"whenever there is time\"");
        program.eventually(() -> has("mondays 7:30"));
        assertThat(requests()).isEqualTo(before);
    }

    @Test
    void aSentenceSaysWhenAndIsToldToNameARepository() {
        program.tells("raj", "please launch a scheduled job that runs report.py every weekday at 7");
        program.eventually(() -> has("0 7 "));
        program.eventually(() -> has("Say which repository (--repository)"));
    }

    /** Here no Airflow is connected: it is refused at once, and nobody is asked. */
    @Test
    void aJobThatNothingCouldRunIsNotAskedFor() {
        program.tells("raj", "run the nightly churn job");
        program.eventually(() -> has("No Airflow is connected here"));
        assertThat(program.state(program.request("raj"))).isEqualTo("refused");
    }

    private static int requests() {
        return program.jdbc()
                .sql("select count(*) from request where asker = 'raj'")
                .query(Integer.class)
                .single();
    }

    private static boolean has(String words) {
        return program.told("raj").stream().anyMatch(message -> message.contains(words));
    }
}

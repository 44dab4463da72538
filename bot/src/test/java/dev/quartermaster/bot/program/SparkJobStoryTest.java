package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.JobOutput;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A script that runs once, from the sentence to the last lines that it printed. */
@Sharing("asking")
@Order(6)
class SparkJobStoryTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void itEndsByItselfAndIsNotChargedAfter() {
        program.types(
                "raj",
                "launch spark-job --repository https://git.example.com/risk/reports.git --script exposures.py --workers 1"
                        + " --cpu 1 --memory 2Gi --for 1h");
        String request = program.request("raj");
        program.eventually(() -> program.state(request).equals("ended"));
        program.eventually(() -> program.card("raj", "status:" + request).contains("Done. Its work is done."));
        assertThat(program.jdbc()
                        .sql("select count(*) from usage where to_at is null and lease = ?")
                        .param(request.replace("req-", "lease-"))
                        .query(BigDecimal.class)
                        .single())
                .isZero();

        // No pod runs in the simulated cluster; this is what the reconciler says where one has.
        RequestId id = new RequestId(request);
        var output = new JobOutput(id.lease(), id, List.of("read 3 files", "wrote *everything*"));
        program.publishes(output);
        program.publishes(output);
        program.eventually(() -> has("the end of its log") && has("wrote"));
        assertThat(program.cards("log:" + id.lease())).hasSize(1);
    }

    private static boolean has(String words) {
        return program.told("raj").stream().anyMatch(message -> message.contains(words));
    }
}

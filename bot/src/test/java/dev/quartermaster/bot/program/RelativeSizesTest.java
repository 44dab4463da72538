package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A size that counts from what runs, asked for by others, twice, too large, of what has none, and of what has ended since. */
@Sharing("asking")
@Order(15)
class RelativeSizesTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void nothingComesOfItThatItsOwnerDidNotSeeAndPress() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        program.types("raj", "launch data-science-experimentation --duration 2h --purpose relative-sizes");
        String request = program.request("raj");
        String lease = request.replace("req-", "lease-");
        program.eventually(() -> program.state(request).equals("live"));

        program.tells("ana", "give " + lease + " 4 more cores");
        program.eventually(() -> has("ana", "There is no " + lease));
        program.tells("kim", "give " + lease + " 4 more cores");
        program.eventually(() -> has("kim", "Only Raj Patel can resize it"));

        program.types("raj", "resize " + lease + " --workers +2");
        program.eventually(() -> has("raj", "Workers of it can't be changed while it runs."));
        raj.says("give " + lease + " 100 more cores");
        assertThat(raj.sees("cpu 2 → 64?").toString()).contains("Of cpu it can have 1 to 64.");

        raj.says("give " + lease + " 2 more cores");
        JsonNode first = raj.sees("cpu 2 → 4?");
        raj.says("/qm resize " + lease + " --cpu x2 --memory +2");
        JsonNode second = raj.sees("cpu 2 → 4, memory 2Gi → 4Gi?");
        raj.presses(first, "command:");
        program.eventually(() -> rate(raj, lease).equals("0.21"));
        // Both were shown as 4 cores, so it stays at those.
        raj.presses(second, "command:");
        program.eventually(() -> rate(raj, lease).equals("0.22"));

        raj.says("/qm resize " + lease + " --cpu -2");
        JsonNode late = raj.sees("cpu 4 → 2?");
        program.types("raj", "stop " + lease);
        program.eventually(() -> program.state(request).equals("ended"));
        raj.presses(late, "command:");
        raj.sees("It has ended already");
    }

    private static String rate(WorkspaceUser person, String lease) {
        return person.api("/api/leases").path("leases").values().stream()
                .filter(each -> each.path("id").asString("").equals(lease))
                .map(each -> each.path("rate").path("amount").asString(""))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(String person, String words) {
        return program.told(person).stream().anyMatch(message -> message.contains(words));
    }
}

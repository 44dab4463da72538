package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another size of a notebook that runs: by form and by command, agreed to, refused, and charged from when it is there. */
@Sharing("asking")
@Order(14)
class ResizeStoryTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aNotebookBecomesLargerAndSmallerAgain() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        raj.says("/qm launch data-science-experimentation --duration 3h --purpose resize-story");
        String request = raj.patiently(() -> program.jdbc()
                .sql("select id from request where purpose = 'resize-story'")
                .query(String.class)
                .optional());
        String lease = request.replace("req-", "lease-");
        program.eventually(() -> program.state(request).equals("live"));
        assertThat(rate(raj, lease)).isEqualTo("0.11");

        raj.presses(raj.sees("resize " + lease), "form:");
        JsonNode form = raj.form();
        assertThat(form.toString())
                .contains("Change its size")
                .contains("as it is now: 2Gi")
                .contains("Change something below")
                .doesNotContain("when left empty");
        raj.fills(form, lease + "/--size", "medium");
        JsonNode judged = redrawn(raj, view -> view.contains("0.11 EUR → 1.12 EUR an hour"));
        assertThat(judged.toString())
                .contains("more until its end")
                .contains("It restarts")
                .contains("nobody's yes");
        assertThat(raj.sends(judged, Map.of(lease + "/--cpu", "100"))
                        .path("errors")
                        .path(lease + "/--cpu")
                        .asString(""))
                .isEqualTo("It may be 1 to 64.");
        assertThat(raj.sends(judged, Map.of(lease + "/--size", "medium"))
                        .path("errors")
                        .toString())
                .isEqualTo("");
        program.eventually(() -> rate(raj, lease).equals("1.12"));
        raj.sees("has its new size");

        raj.says("give " + lease + " 4 more cores");
        JsonNode shown = raj.sees("cpu 16 → 20?");
        assertThat(shown.toString()).contains("1.12 EUR → 1.32 EUR an hour").contains("It restarts");
        assertThat(rate(raj, lease)).isEqualTo("1.12");
        raj.presses(shown, "command:");
        program.eventually(() -> rate(raj, lease).equals("1.32"));

        raj.says("put " + lease + " back to how it was");
        raj.presses(raj.sees("cpu 20 → 16?"), "command:");
        program.eventually(() -> rate(raj, lease).equals("1.12"));
        raj.says("/qm withdraw " + lease);
        raj.sees("cpu 16 → 20?");

        raj.says("/qm resize " + lease + " --gpus 1");
        String gpu = waiting("raj", lease);
        raj.sees("gpus 0 → 1");
        JsonNode card = new WorkspaceUser(program, "kim").sees("gpus 0 → 1");
        assertThat(card.toString()).contains("1.12 EUR → 3.62 EUR an hour").contains("It restarts");
        program.types("kim", "approve " + gpu);
        program.eventually(() -> rate(raj, lease).equals("3.62"));
        assertThat(raj.api("/api/requests").toString()).contains("\"intent\":\"resize\"");

        raj.says("/qm resize " + lease + " --cpu 100");
        raj.presses(raj.sees("cpu 16 → 100"), "command:");
        String larger = waiting("raj", lease);
        new WorkspaceUser(program, "kim").sees(larger);
        program.types("kim", "approve " + larger);
        program.eventually(() -> rate(raj, lease).equals("6.02"));

        raj.says("/qm resize " + lease + " --cpu 1 --gpus 0");
        program.eventually(() -> rate(raj, lease).equals("0.37"));
        JsonNode spend = raj.api("/api/spend?team=risk&from=" + LocalDate.now().minusDays(1) + "&to="
                + LocalDate.now().plusDays(2));
        assertThat(spend.path("items").toString()).contains(lease);
        program.types("raj", "stop " + lease);
    }

    private static String waiting(String person, String lease) {
        return new WorkspaceUser(program, person)
                .patiently(() -> program.jdbc()
                        .sql("select id from request where asker = ? and extending = ? and state = 'waiting'")
                        .params(person, lease)
                        .query(String.class)
                        .optional());
    }

    private static String rate(WorkspaceUser person, String lease) {
        for (JsonNode each : person.api("/api/leases").path("leases")) {
            if (each.path("id").asString("").equals(lease)) {
                return each.path("rate").path("amount").asString("");
            }
        }
        throw new AssertionError("No " + lease);
    }

    private static JsonNode redrawn(WorkspaceUser person, Predicate<String> so) {
        return person.patiently(() -> Optional.of(person.form()).filter(form -> so.test(form.toString())));
    }
}

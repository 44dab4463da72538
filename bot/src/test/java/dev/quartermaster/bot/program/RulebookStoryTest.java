package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The real program with everything embedded; people type, press and send forms in as Slack would deliver it. */
@Started
class RulebookStoryTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @AfterEach
    void nothingWasGivenUpOn() {
        assertThat(program.parked()).isEmpty();
    }

    @Test
    void aRuleIsChangedRehearsedProposedApprovedAndInForceWithoutARestart() {
        WorkspaceUser ana = person("ana");
        WorkspaceUser omar = person("omar");
        ana.says("/qm launch data-science-experimentation --duration 200h --purpose \"churn\"");
        ana.sees("req-");
        ana.says("/qm change compute-over-20");
        ana.presses(ana.sees("Propose a change"), "rule-form:change");
        JsonNode form = ana.form();
        String rule = initial(form, "rule");
        assertThat(rule).startsWith("id: compute-over-20").contains("money(20)");

        JsonNode refused = ana.sends(form, Map.of("rule", rule.replace("money(20)", "monney(25)"), "reason", "x"));
        assertThat(refused.path("errors").path("rule").asString()).startsWith("Line 2:");

        Map<String, String> elsewhere = Map.of(
                "rule",
                rule.replace("money(20)", "money(50)"),
                "reason",
                "x",
                "tests:0",
                "- ask: {by: ana, launch: data-science-experimentation}\n  expect: {verdict: allow}");
        assertThat(ana.sends(form, elsewhere).path("ok").asBoolean()).isTrue();
        assertThat(ana.form().toString()).contains("other:0").contains("policies/budget.yaml");

        JsonNode tests = ana.sends(
                form, Map.of("rule", rule.replace("money(20)", "money(25)"), "reason", "Prices rose by a quarter."));
        assertThat(tests.path("errors").toString()).contains("This test fails");
        Map<String, String> wanted = Map.of(
                "rule",
                rule.replace("money(20)", "money(25)"),
                "reason",
                "Prices rose by a quarter.",
                "tests:0",
                initial(form, "tests:0").replace("for: 182h}", "for: 228h}").replace("for: 181h}", "for: 181h}"));
        JsonNode asked = ana.sends(form, wanted);
        assertThat(asked.path("ok").asBoolean()).as(asked.toString()).isTrue();
        JsonNode draft = ana.sees("Propose it");
        assertThat(draft.toString()).contains("+").contains("money(25)").contains("would");
        ana.presses(draft, "rule-change:propose");
        ana.sees("waits for the owner of the file");
        JsonNode card = omar.sees("wants to change the rule");
        assertThat(card.toString()).contains("Prices rose by a quarter.").contains("money(25)");
        String approvals = ana.channel("approvals");
        ana.presses(ana.sees("wants to change the rule", "approvals"), "rule-change:approve", approvals);
        ana.sees("Nobody decides on a change of their own", "approvals");
        String before = version();

        omar.presses(card, "rule-change:approve");
        ana.sees("approved");
        assertThat(ana.patiently(() -> Optional.of(version()).filter(now -> !now.equals(before))))
                .isNotEqualTo(before);
        ana.says("/qm what if launch data-science-experimentation --duration 200h");
        assertThat(ana.sees("What if").toString()).doesNotContain("compute-over-20");
    }

    @Test
    void theReasonsOfADecisionAreThoseOfTheRecordForWhoMayReadThem() {
        WorkspaceUser ana = person("ana");
        ana.says("grant me read on synthetic.customers for two days, churn study");
        String request = first(ana.sees("req-").toString(), "req-[a-z2-7]{10}");

        JsonNode why = ana.patiently(() -> Optional.of(ana.api("/api/why?request=" + request))
                .filter(each -> each.path("state").asString("").equals("live")));

        assertThat(why.path("words").asString())
                .isEqualTo("grant me read on synthetic.customers for two days, churn study");
        assertThat(why.path("read").path("by").asString()).isEqualTo("embedded");
        assertThat(why.path("read").path("version").asString()).isNotBlank();
        assertThat(why.path("parts").path(0).path("done").toString())
                .contains("grant SELECT on table synthetic.customers to qm_lease_");
        assertThat(why.path("parts").path(0).path("undo").toString())
                .contains("revoke SELECT on table synthetic.customers from qm_lease_")
                .contains("drop role qm_lease_");
        assertThat(person("raj")
                        .api("/api/why?request=" + request)
                        .path("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(person("mia")
                        .api("/api/why?request=" + request)
                        .path("request")
                        .asString())
                .isEqualTo(request);
        ana.says("/qm why " + request);
        assertThat(ana.sees("Why: ").toString())
                .contains("the built-in reader")
                .contains("churn study")
                .contains("drop role");
    }

    @Test
    void whatIfAsksForNothingAndOffersToAsk() {
        WorkspaceUser iris = person("iris");
        iris.says("/qm what if launch data-science-experimentation --gpus 2");
        JsonNode card = iris.sees("What if");
        assertThat(card.toString()).contains("it would be refused").contains("Interns work without GPUs");
        assertThat(iris.api("/api/requests").path("requests")).isEmpty();
        iris.presses(card, "command:");
        iris.sees("req-");
    }

    @Test
    void platformLeadsRehearseWholeFilesAndNobodyElse() {
        WorkspaceUser omar = person("omar");
        assertThat(person("ana")
                        .api("/api/rehearse", "{\"files\":{\"policies/compute.yaml\":\"x\"}}")
                        .path("status")
                        .asInt())
                .isEqualTo(403);
        JsonNode broken = omar.api("/api/rehearse", "{\"files\":{\"policies/compute.yaml\":\"rules: 7\"}}");
        assertThat(broken.path("detail").asString()).contains("policies/compute.yaml:1");
        JsonNode none = omar.api(
                "/api/rehearse",
                "{\"files\":{\"policies/new.yaml\":\"apiVersion: quartermaster/v1\\nkind: Policy\\n"
                        + "metadata: {name: new, title: New, owner: platform}\\nrules:\\n  - id: nothing-at-all\\n"
                        + "    when: request.gpus > 1000\\n    then: allow\\n"
                        + "    because: It is very large.\\ntests: []\\n\"}}");
        assertThat(none.path("words").asString()).as(none.toString()).contains("none would come out differently");
    }

    private static WorkspaceUser person(String account) {
        return new WorkspaceUser(program, account);
    }

    private static String version() {
        return program.jdbc()
                .sql("select hash from bundle_in_force")
                .query(String.class)
                .single();
    }

    private static String initial(JsonNode form, String block) {
        for (JsonNode each : form.path("blocks")) {
            if (each.path("block_id").asString("").equals(block)) {
                return each.path("element").path("initial_value").asString("");
            }
        }
        throw new AssertionError("No input " + block + " in " + form);
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}

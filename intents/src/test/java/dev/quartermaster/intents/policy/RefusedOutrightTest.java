package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Verdict.Reason;
import dev.quartermaster.intents.policy.Verdict.Refused;
import dev.quartermaster.intents.policy.rule.Variant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What no rule could allow, and rules that speak without allowing anything. */
class RefusedOutrightTest {
    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void whatIsNeitherALaunchNorAGrantIsNotJudged() {
        assertThat(reason(asking.judge("ana", new Intent.Help(""))))
                .extracting(Reason::words)
                .asString()
                .contains("Only launching, extending and access to data are judged.");
    }

    @Test
    void somebodyUnknownCannotBeAskedFor() {
        Intent.Grant own = (Intent.Grant) read("sales.orders", 14);
        Intent ghost = new Intent.Grant(own.dataset(), Access.READ, own.term(), "", new PersonId("ghost"));
        assertThat(reason(asking.judge("ana", ghost)))
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo("bounds"))
                .satisfies(reason -> assertThat(reason.words()).contains("ghost"));
    }

    @Test
    void tenYearsAreARulesBusinessAndMoreIsNot() {
        assertThat(reason(asking.judge("ana", read("sales.orders", 3_650))).rule())
                .isEqualTo("grant-over-90-days");
        Intent minuteMore = new Intent.Grant(
                new DatasetName("sales.orders"),
                Access.READ,
                new Term.For(Duration.ofDays(3_650).plusMinutes(1)),
                "",
                null);
        assertThat(reason(asking.judge("ana", minuteMore)))
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo("bounds"))
                .satisfies(reason -> assertThat(reason.words()).contains("ten years"));
    }

    @Test
    void tellingSomebodyAllowsNothing() {
        Asking telling = Asking.withRules("""
            rules:
              - {id: told, when: "true", then: tell, by: manager, because: They hear of it.}
            """);
        assertThat(reason(telling.judge("ana", read("sales.orders", 1))).rule()).isEqualTo("nothing-allows");
    }

    @Test
    void aRuleForEmergenciesWithoutAnAnswerIsARefusal() {
        Asking broken = Asking.withRules("""
            rules:
              - {id: all, when: "true", then: allow, because: Yes.}
              - {id: glass, when: "true", then: break-glass, by: "person:kim", longest: 1h, because: Kim may.}
              - {id: pane, when: "p.workers > 3", then: break-glass, by: "person:kim", longest: 1h, because: Kim may.}
            """);
        Intent hour = Variant.lasting(read("sales.orders", 1), Duration.ofHours(1));
        assertThat(broken.judge("kim", hour).verdict()).isInstanceOf(Verdict.Allowed.class);
        Emergency emergency = broken.bundle().judge().emergency(broken.asked("kim", hour, null));
        assertThat(reason(emergency.judgement()).words()).contains("The rule pane has no answer");
    }

    private static Reason reason(Judgement judgement) {
        return ((Refused) judgement.verdict()).reasons().getFirst();
    }
}

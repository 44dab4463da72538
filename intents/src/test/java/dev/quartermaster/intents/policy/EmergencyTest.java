package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.eur;
import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.policy.Verdict.Refused;
import dev.quartermaster.intents.policy.rule.Variant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Breaking the glass: who may, for how long, and who hears of it. */
class EmergencyTest {
    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void aLeadGoesAheadAndThoseWhoWouldHaveBeenAskedAreNamed() {
        Emergency emergency = emergency("kim", hours(4));
        assertThat(emergency.given()).isTrue();
        assertThat(emergency.waived())
                .extracting(Stage::deciders)
                .containsExactly(new Deciders.OwnerOfData(new DatasetName("customer.accounts")));
        assertThat(emergency.judgement().rules())
                .extracting(Judgement.Matched::then)
                .containsExactly("approve", "break-glass");
    }

    @Test
    void longerThanTheRuleLetsIsRefusedAndTheLongestOffered() {
        Refused refused = refused("kim", hours(5));
        assertThat(refused.reasons())
                .containsExactly(new Verdict.Reason(
                        "break-glass",
                        "Break-glass is for 4 hours at most. Ask for less now, and for the rest the usual way.",
                        "5 hours",
                        "4 hours",
                        ""));
        assertThat(refused.alternatives())
                .extracting(Verdict.Alternative::intent)
                .containsExactly(hours(4));
    }

    @Test
    void whereNoLengthIsSaidItIsTheLongest() {
        Intent unsaid =
                new Intent.Grant(new DatasetName("customer.accounts"), Access.READ, new Term.Unsaid(), "", null);
        Judgement judgement = emergency("kim", unsaid).judgement();
        assertThat(judgement.plan().term()).isEqualTo(Duration.ofHours(4));
        assertThat(judgement.intent()).isEqualTo(Variant.lasting(unsaid, Duration.ofHours(4)));
    }

    @Test
    void aLongerRuleForSomethingOrSomebodyElseIsNoneOfTheirs() {
        Asking several = Asking.withRules("""
            rules:
              - {id: ask, when: "true", then: approve, by: owner-of-data, because: Ask.}
              - {id: glass, when: "true", then: break-glass, by: "person:kim", longest: 4h, because: Kim may.}
              - {id: orders, datasets: [sales.orders], when: "true", then: break-glass, by: "person:kim", longest: 24h, because: So.}
              - {id: night, when: "false", then: break-glass, by: "person:kim", longest: 12h, because: So.}
              - {id: omar, when: "true", then: break-glass, by: "person:omar", longest: 8h, because: Omar may.}
            """);
        assertThat(unsaid(several, "kim", "customer.accounts")).isEqualTo(Duration.ofHours(4));
        assertThat(unsaid(several, "kim", "sales.orders")).isEqualTo(Duration.ofHours(24));
        assertThat(unsaid(several, "kim", "sales.*")).isEqualTo(Duration.ofHours(4));
        assertThat(unsaid(several, "omar", "sales.orders")).isEqualTo(Duration.ofHours(8));
    }

    private static Duration unsaid(Asking asking, String by, String dataset) {
        Intent wish = new Intent.Grant(new DatasetName(dataset), Access.READ, new Term.Unsaid(), "", null);
        Emergency emergency = asking.bundle().judge().emergency(asking.asked(by, wish, null));
        assertThat(emergency.judgement().verdict()).as("%s on %s", by, dataset).isInstanceOf(Verdict.Allowed.class);
        return emergency.judgement().plan().term();
    }

    @Test
    void somebodyElseIsToldWhoMay() {
        Refused refused = refused("ana", hours(1));
        assertThat(refused.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.words()).contains("Kim Sato, Omar Haddad or Pat Moreau"))
                .satisfies(reason -> assertThat(reason.lift()).contains("Kim Sato"));
        assertThat(emergency("ana", hours(1)).waived()).isEmpty();
        assertThat(emergency("ana", hours(1)).given()).isFalse();
    }

    @Test
    void whatIsRefusedStaysRefusedAndMoneyIsGuarded() {
        Intent write = Asking.write("customer.accounts", 1);
        assertThat(refused("kim", Variant.lasting(write, Duration.ofHours(1))).reasons())
                .extracting(Verdict.Reason::rule)
                .contains("write-other-data", "break-glass");
        Intent notebook = asking.launch("data-science-experimentation", Duration.ofHours(4));
        Emergency over = asking.used("5000", "0")
                .bundle()
                .judge()
                .emergency(asking.used("5000", "0").asked("kim", notebook, null));
        assertThat(((Verdict.Allowed) over.judgement().verdict()).guards())
                .extracting(Guard::limit)
                .containsExactly(eur("7500"));
        assertThat(over.waived())
                .extracting(Stage::because)
                .singleElement()
                .asString()
                .contains("overrun");
    }

    @Test
    void nobodyBeingThereToAskIsNoObstacle() {
        Asking alone = Asking.withRules("""
            rules:
              - {id: ask, when: "true", then: approve, by: "person:kim", because: Ask Kim.}
              - {id: glass, when: "true", then: break-glass, by: "person:kim", longest: 1h, because: Kim may.}
              - {id: pane, when: "true", then: break-glass, by: "person:kim", longest: 2h, because: Kim may longer.}
            """);
        Intent wish = Variant.lasting(read("sales.orders", 1), Duration.ofHours(2));
        assertThat(alone.judge("kim", wish).verdict()).isInstanceOf(Refused.class);
        Emergency given = alone.bundle().judge().emergency(alone.asked("kim", wish, null));
        assertThat(given.given()).isTrue();
        assertThat(given.judgement().rules())
                .extracting(Judgement.Matched::rule)
                .containsExactly("ask", "pane");
    }

    @Test
    void anOrdinaryQuestionKnowsNothingOfBrokenGlass() {
        assertThat(asking.judge("kim", hours(1)).rules())
                .extracting(Judgement.Matched::rule)
                .containsExactly("owned-data");
        Asking only = Asking.withRules("""
            rules:
              - {id: glass, when: "true", then: break-glass, by: "person:kim", longest: 1h, because: Kim may.}
            """);
        assertThat(only.judge("kim", hours(1)).verdict()).isInstanceOf(Refused.class);
        assertThat(only.bundle()
                        .judge()
                        .emergency(only.asked("kim", hours(1), null))
                        .given())
                .isFalse();
    }

    @Test
    void withoutARuleForItThereIsNone() {
        Asking none = Asking.withRules("rules:\n  - {id: all, when: 'true', then: allow, because: Yes.}\n");
        Emergency emergency = none.bundle().judge().emergency(none.asked("kim", hours(1), null));
        assertThat(emergency.given()).isFalse();
        Judge bare = asked -> none.judge("kim", hours(1));
        assertThat(bare.emergency(none.asked("kim", hours(1), null)).given()).isFalse();
        assertThat(bare.warnings()).isEmpty();
    }

    private static Intent hours(long hours) {
        return Variant.lasting(read("customer.accounts", 1), Duration.ofHours(hours));
    }

    private Emergency emergency(String by, Intent wish) {
        return asking.bundle().judge().emergency(asking.asked(by, wish, null));
    }

    private Refused refused(String by, Intent wish) {
        return (Refused) emergency(by, wish).judgement().verdict();
    }
}

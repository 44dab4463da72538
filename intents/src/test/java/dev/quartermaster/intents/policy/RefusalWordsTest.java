package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.policy.Verdict.Reason;
import dev.quartermaster.intents.policy.Verdict.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal says whose yes is missing, what would do, and whom to ask, once. */
class RefusalWordsTest {
    private final Asking asking = Asking.defaultOrganisation();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        owner-of-data                          | whoever owns sales.orders, from 10 persons, and besides you there is only Dan Kowalski or Omar Haddad.
        owner-of-budget                        | the owner of Growth's budget, from 10 persons, and besides you there is only Mia Lindqvist or Omar Haddad.
        manager                                | your manager, from 10 persons, and besides you there is only Mia Lindqvist.
        'group:platform-leads'                 | the group platform-leads, from 10 persons, and besides you there is only Kim Sato, Omar Haddad or Pat Moreau.
        'person:kim'                           | Kim Sato, from 10 persons, and besides you there is only Kim Sato.
        'person:ana'                           | Ana Ferreira, and there is nobody but you who could give it.
        sponsor                                | your sponsor, and there is nobody but you who could give it.
        owner-of-path                          | the owner of grant, and there is nobody but you who could give it.
        {any: [manager, 'person:ana']}         | your manager or Ana Ferreira, from 10 persons, and besides you there is only Mia Lindqvist.
        """)
    void whoseYesIsMissing(String by, String words) {
        Asking strict = Asking.withRules(
                "rules:\n  - {id: only, when: 'true', then: approve, by: " + by + ", needed: 10, because: Ask.}\n");
        assertThat(reasons(strict.judge("ana", read("sales.orders", 1))))
                .singleElement()
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo("nobody-could-approve"))
                .satisfies(reason -> assertThat(reason.words())
                        .isEqualTo("Ask. That needs a yes of " + words
                                + " Ask the platform team (Kim Sato, Omar Haddad or Pat Moreau) to name a deputy."))
                .satisfies(reason -> assertThat(reason.lift()).isEqualTo("Kim Sato, Omar Haddad or Pat Moreau"));
    }

    @Test
    void whoCanLiftSeveralRefusalsIsSaidOnceAfterTheLast() {
        List<Reason> reasons = reasons(
                asking.judge("iris", asking.launch("data-science-experimentation", Duration.ofDays(3), "gpus=4")));
        assertThat(reasons)
                .hasSize(3)
                .allSatisfy(reason -> assertThat(reason.lift()).isEqualTo("Ana Ferreira"));
        assertThat(reasons.subList(0, 2))
                .noneSatisfy(reason -> assertThat(reason.words()).contains("If it has to be"));
        assertThat(reasons.getLast().words()).endsWith(" If it has to be, ask Ana Ferreira.");
    }

    @Test
    void whereNobodyCanLiftItNobodyIsNamed() {
        Asking alone = Asking.withRules(
                "rules:\n  - {id: no, when: 'true', then: refuse, lift: 'person:ana', because: It is not done.}\n");
        assertThat(reasons(alone.judge("ana", read("sales.orders", 1))))
                .containsExactly(new Reason("no", "It is not done.", "", "", ""));
    }

    @Test
    void theTimeThatRanIsSaidToCountOnlyWhereThereWasSome() {
        var fifteen = asking.launch("data-science-experimentation", Duration.ofDays(15));
        assertThat(reasons(asking.judge("ana", fifteen)).getFirst().words()).doesNotContain("has run counts");
        Judgement extended = asking.extend("ana", fifteen, Duration.ofDays(2), Duration.ofDays(1));
        assertThat(reasons(extended).getFirst())
                .satisfies(reason -> assertThat(reason.words()).endsWith(" The time it has run counts."))
                .satisfies(reason -> assertThat(reason.value()).isEqualTo("15d"))
                .satisfies(reason -> assertThat(reason.limit()).isEqualTo("14d"));
        var gpus = asking.launch("data-science-experimentation", Duration.ofDays(1), "gpus=12");
        assertThat(reasons(asking.extend("ana", gpus, Duration.ofHours(2), Duration.ofHours(1)))
                        .getFirst()
                        .words())
                .doesNotContain("has run counts");
    }

    private static List<Reason> reasons(Judgement judgement) {
        return ((Refused) judgement.verdict()).reasons();
    }
}

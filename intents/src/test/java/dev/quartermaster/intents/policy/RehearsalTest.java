package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rehearsal.Change;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a changed rule would have done to what was asked before. */
class RehearsalTest {
    private static final String COMPUTE = "policies/compute.yaml";

    private final Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
    private final Asking now = Asking.ofFiles(files);

    RehearsalTest() throws IOException {}

    @Test
    void nothingChangesUnderTheSameRules() {
        Rehearsal.Result result = over(now, questions());
        assertThat(result.changed()).isEmpty();
        assertThat(result.cards()).isEmpty();
        assertThat(result.words()).isEqualTo("Of 5 requests none would come out differently.");
    }

    @Test
    void aLowerLimitMeansMoreYesesAndMoreCardsForTheOwnerOnly() {
        Rehearsal.Result result = over(changed("money(20)", "money(0.5)"), questions());
        assertThat(result.changed())
                .extracting(Rehearsal.Changed::change)
                .containsExactly(Change.NOW_APPROVAL, Change.OTHER_APPROVAL);
        assertThat(result.cards()).isEqualTo(Map.of(new PersonId("mia"), 2));
        assertThat(result.words())
                .isEqualTo("Of 5 requests, 1 would now need approval, 1 would be approved differently;"
                        + " approvers get 2 more cards.");
    }

    @Test
    void aHigherLimitMeansFewerCards() {
        Rehearsal.Result result = over(changed("money(20)", "money(200)"), questions());
        assertThat(result.count(Change.NOW_ALLOWED)).isEqualTo(1);
        assertThat(result.cards()).isEqualTo(Map.of(new PersonId("mia"), -1));
        assertThat(result.cardsInAll()).isEqualTo(-1);
        assertThat(result.words()).isEqualTo("Of 5 requests, 1 would go through at once; approvers get 1 fewer card.");
    }

    @Test
    void whatIsRefusedFromNowOnIsCounted() {
        Rehearsal.Result result = over(changed("request.gpus > 8\n", "request.gpus > 0\n"), questions());
        assertThat(result.count(Change.NOW_REFUSED)).isEqualTo(1);
        assertThat(result.cards().values()).containsOnly(-1);
        assertThat(over(now, changed("request.gpus > 8\n", "request.gpus > 0\n"), questions())
                        .count(Change.NOW_ASKABLE))
                .isEqualTo(1);
    }

    private List<EvaluationRequest> questions() {
        return List.of(
                asked("ana", notebook(Duration.ofHours(8))),
                asked("ana", notebook(Duration.ofHours(182))),
                asked("ana", asking("gpus=4")),
                asked("ana", Asking.read("sales.orders", 14)),
                asked("iris", asking("gpus=1")));
    }

    private Intent notebook(Duration length) {
        return now.launch("data-science-experimentation", length);
    }

    private Intent asking(String said) {
        return now.launch("data-science-experimentation", Duration.ofHours(1), said);
    }

    private EvaluationRequest asked(String by, Intent intent) {
        return now.asked(by, intent, null);
    }

    /** The default organisation with a rule changed, and without tests, which would not agree. */
    private Asking changed(String from, String to) {
        Map<String, String> other = new TreeMap<>(files);
        assertThat(files.get(COMPUTE)).contains(from);
        other.put(COMPUTE, files.get(COMPUTE).replace(from, to));
        other.replaceAll((file, text) ->
                file.startsWith("policies/") ? text.replaceAll("(?s)\ntests:.*", "\ntests: []\n") : text);
        return Asking.ofFiles(other);
    }

    private Rehearsal.Result over(Asking after, List<EvaluationRequest> past) {
        return over(after, now, past);
    }

    private static Rehearsal.Result over(Asking after, Asking before, List<EvaluationRequest> past) {
        return new Rehearsal(side(before), side(after)).over(past);
    }

    private static Rehearsal.Side side(Asking asking) {
        return new Rehearsal.Side(
                asking.bundle().judge(),
                new Rights(asking.bundle().people(), asking.bundle().catalogue()));
    }
}

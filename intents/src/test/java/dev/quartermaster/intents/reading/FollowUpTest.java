package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final Candidate CLUSTER = new Candidate(
            Verb.LAUNCH, Map.of("path", slot("ray-cluster"), "gpus", slot(4L), "for", slot("PT72H")), 0.9);

    private static Slot slot(Object value) {
        return new Slot(value, value.toString(), true);
    }

    private static Intent after(Candidate last, String text, String... offered) {
        var reading = Readers.read(text, new Context.Last(last, List.of(offered)));
        return ((Reading.Understood) reading).intents().getFirst();
    }

    @Test
    void aNumberAloneReplacesTheOneThatWasSaid() {
        var launch = (Intent.Launch) after(CLUSTER, "make it 8 instead");
        assertThat(launch.parameters()).containsEntry("gpus", new Value.Whole(8));
        assertThat(launch.path()).isEqualTo(new PathName("ray-cluster"));
    }

    @Test
    void anotherLengthReplacesTheOneThatWasSaid() {
        assertThat(((Intent.Launch) after(CLUSTER, "only for two days")).term())
                .isEqualTo(new Term.For(Duration.ofDays(2)));
    }

    @Test
    void yesConfirmsWhatWasShown() {
        var stop = new Candidate(Verb.STOP, Map.of("target", slot("env-77")), 0.6);
        assertThat(after(stop, "yes kill it", "yes", "no")).isEqualTo(new Intent.Stop(new Target.Id("env-77")));
    }

    @Test
    void noLeavesEverythingAsItIs() {
        var stop = new Candidate(Verb.STOP, Map.of("target", slot("env-77")), 0.6);
        assertThat(Readers.read("no", new Context.Last(stop, List.of("yes", "no"))))
                .isInstanceOf(Reading.Answer.class);
    }

    @Test
    void anOfferedAnswerFillsWhatWasOpen() {
        var launch = new Candidate(Verb.LAUNCH, Map.of("gpus", slot(1L)), 0.9);
        assertThat(((Intent.Launch) after(launch, "the second one", "sql-querying", "ray-cluster")).path())
                .isEqualTo(new PathName("ray-cluster"));
        assertThat(((Intent.Launch) after(launch, "ray-cluster", "sql-querying", "ray-cluster")).path())
                .isEqualTo(new PathName("ray-cluster"));
    }

    @Test
    void moreTimeForWhatRunsIsAnExtension() {
        assertThat(after(CLUSTER, "plus 30m"))
                .isEqualTo(new Intent.Extend(new Target.Last(), new Term.For(Duration.ofMinutes(30))));
    }

    @Test
    void aNewRequestIsNoFollowUp() {
        assertThat(after(CLUSTER, "what did we spend last week?")).isInstanceOf(Intent.Spend.class);
    }
}

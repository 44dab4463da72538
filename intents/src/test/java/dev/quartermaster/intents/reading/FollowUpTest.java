package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {

    private static final Candidate CLUSTER = new Candidate(
            Verb.LAUNCH,
            Map.of(KnownSlot.PATH, slot("ray-cluster"), KnownSlot.GPUS, slot(4L), KnownSlot.FOR, slot("PT72H")),
            0.9);

    private static Slot slot(Object value) {
        return new Slot(value, value.toString(), true);
    }

    private static Intent after(Candidate last, String text, String... offered) {
        var reading = Readers.read(text, new Context.Last(last, List.of(offered)));
        return ((Reading.Understood) reading).intents().getFirst();
    }

    @Test
    void anEndThatIsToComeSoonerIsAnsweredWithAStopOfWhatWasMeant() {
        var ask = (Reading.Ask) Readers.read("extend lease-abcdefghij for a shorter time, 2 days", new Context.None());
        assertThat(ask.options()).containsExactly(new Reading.Option("Stop lease-abcdefghij", "stop lease-abcdefghij"));
    }

    @Test
    void whatTookTooLongIsNoEndThatIsToComeSooner() {
        var reading = Readers.read(
                "the training took far too long; extend lease-abcdefghij by 2 days please", new Context.None());
        assertThat(((Reading.Understood) reading).intents()).hasOnlyElementsOfType(Intent.Extend.class);
    }

    @Test
    void aNumberAloneReplacesTheOneThatWasSaid() {
        var launch = (Intent.Launch) after(CLUSTER, "make it 8 instead");
        assertThat(launch.parameters()).containsEntry("gpus", new Value.Whole(8));
        assertThat(launch.path()).isEqualTo(new PathName("ray-cluster"));
    }

    /** What was done has no purpose, size or end to give to what is asked for next. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llm key pls                  | shared-llm
            pycharm backend 8c 32g       | pycharm
            static site, name acme-demo  | website
            """)
    void anotherGoldenPathAfterOneThatWasDoneIsARequestOfItsOwn(String text, String path) {
        var slots = new HashMap<>(CLUSTER.slots());
        slots.put(KnownSlot.PURPOSE, slot("churn model"));
        var done = new Context.Last(new Candidate(Verb.LAUNCH, slots, 0.9), List.of(), true);
        var launch = (Intent.Launch)
                ((Reading.Understood) Readers.read(text, done)).intents().getFirst();
        assertThat(launch.path()).isEqualTo(new PathName(path));
        assertThat(launch.purpose()).isEmpty();
        assertThat(launch.parameters()).doesNotContainKey("gpus");
        assertThat(launch.term()).isEqualTo(new Term.Unsaid());
    }

    /** Nor may a word that only says which one ask for a click. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a dbt environment for 2 hours please                                                    | data-engineering
            launch an environment that will allow me to build an experimental machine learning model | data-science-experimentation
            """)
    void aRequestOfItsOwnIsDoneAtOnceWhateverWasDoneBefore(String text, String path) {
        var done = new Context.Last(new Candidate(Verb.LAUNCH, CLUSTER.slots(), 0.9), List.of(), true);
        var understood = (Reading.Understood) Readers.read(text, done);
        var launch = (Intent.Launch) understood.intents().getFirst();
        assertThat(launch.path()).isEqualTo(new PathName(path));
        assertThat(launch.parameters()).doesNotContainKey("gpus");
    }

    /** Not done yet, it is that launch with another golden path. */
    @Test
    void anotherGoldenPathBeforeItIsDoneIsAChange() {
        var reading = Readers.read("no, rstudio", new Context.Last(CLUSTER, List.of(), false));
        assertThat(((Intent.Launch) ((Reading.Understood) reading).intents().getFirst()).path())
                .isEqualTo(new PathName("rstudio"));
    }

    @Test
    void anotherLengthReplacesTheOneThatWasSaid() {
        assertThat(((Intent.Launch) after(CLUSTER, "only for two days")).term())
                .isEqualTo(new Term.For(Duration.ofDays(2)));
    }

    @Test
    void yesConfirmsWhatWasShown() {
        var stop = new Candidate(Verb.STOP, Map.of(KnownSlot.TARGET, slot("env-77")), 0.6);
        assertThat(after(stop, "yes kill it", "yes", "no")).isEqualTo(new Intent.Stop(new Target.Id("env-77")));
    }

    @Test
    void noLeavesEverythingAsItIs() {
        var stop = new Candidate(Verb.STOP, Map.of(KnownSlot.TARGET, slot("env-77")), 0.6);
        assertThat(Readers.read("no", new Context.Last(stop, List.of("yes", "no"))))
                .isInstanceOf(Reading.Answer.class);
    }

    @Test
    void anOfferedAnswerFillsWhatWasOpen() {
        var launch = new Candidate(Verb.LAUNCH, Map.of(KnownSlot.GPUS, slot(1L)), 0.9);
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            only 2 then               | gpus=2
            without gpu               | gpus=0
            no gpus                   | gpus=0
            double it                 | gpus=8
            half that                 | gpus=2
            make it h100s             | gpu_kind=h100
            and the same for raj      | grantee=raj
            for mia as well           | grantee=mia
            yes but until Friday      | until=2026-03-13
            no wait, spark not ray    | path=spark-cluster
            """)
    void valuesSaidNowReplaceThoseSaidBefore(String text, String slot) {
        var candidate = Readers.read(text, new Context.Last(CLUSTER, List.of("x", "y")))
                .evidence()
                .candidates()
                .getFirst();
        var name = slot.split("=")[0];
        assertThat(candidate.verb()).isEqualTo(Verb.LAUNCH);
        assertThat(candidate.slots().get(SlotName.of(name)).value()).hasToString(slot.split("=")[1]);
    }

    @Test
    void readIsEnoughChangesTheAccess() {
        var grant = new Candidate(
                Verb.GRANT, Map.of(KnownSlot.DATASET, slot("sales.orders"), KnownSlot.ACCESS, slot("write")), 0.9);
        assertThat(((Intent.Grant) after(grant, "read is enough")).access()).isEqualTo(Access.READ);
    }

    @Test
    void theMonthBeforeIsCountedFromTheOneAskedAbout() {
        var spend = new Candidate(
                Verb.SPEND, Map.of(KnownSlot.TEAM, slot("growth"), KnownSlot.PERIOD, slot("2026-02")), 0.9);
        assertThat(((Intent.Spend) after(spend, "and the month before?")).period())
                .isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)));
    }

    @Test
    void sameButLongerIsAnExtensionOfWhatRunsAndAChangeOfWhatIsOpen() {
        var words = "same env, same size, just longer. say until Thursday lunchtime";
        assertThat(after(CLUSTER, words)).isInstanceOf(Intent.Extend.class);
    }

    @Test
    void aNewRequestIsNoFollowUp() {
        assertThat(after(CLUSTER, "what did we spend last week?")).isInstanceOf(Intent.Spend.class);
    }
}

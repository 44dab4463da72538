package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a sentence counts from what there is, and what is how much it is to be in all. */
class RelativeAmountsTest {
    private static final Names NAMES = new Names(Sample.KNOWN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            give my notebook 4 more cores                              | cpu +4
            2 more workers                                             | workers +2
            add 2 gpus                                                 | gpus +2
            add a GPU to my notebook                                   | gpus +1
            add 4 cores and 16 GB to my notebook                       | cpu +4, memory +16
            give it another 8 gig                                      | memory +8
            increase the memory by 16 GB                               | memory +16
            scale my cluster up by 3 workers                           | workers +3
            one more a100 please                                       | gpu_kind a100, gpus +1
            take two gpus off my cluster                               | gpus -2
            drop two workers from my spark cluster                     | workers -2
            2 fewer workers                                            | workers -2
            scale down by 2 workers                                    | workers -2
            half the memory                                            | memory x0.5
            would you double the memory on it                          | memory x2
            it ought to have twice the cores                           | cpu x2
            half of the workers please                                 | workers x0.5
            resize my notebook to 16 cores                             | cpu 16
            scale down to 2 workers                                    | workers 2
            cut my cluster down to 2 workers                           | workers 2
            could it get 4 more GB, 12 GB in all                       | memory 12Gi
            put a second GPU into it                                   | gpus 2
            4 more cores and 32 GB of memory in it                     | cpu +4, memory 32Gi
            """)
    void whatCountsFromWhatThereIsSaysHowMuchMoreOrLess(String said, String expected) {
        var found = Found.in(said, Sample.NOW, Sample.ZONE, NAMES);
        var candidate = new Candidate(Verb.RESIZE, Filling.of(Verb.RESIZE, found), 1);
        var read = new TreeMap<String, String>();
        Parameters.untyped(RelativeAmounts.in(candidate, said).slots())
                .forEach((name, value) -> read.put(name, value.text()));
        assertThat(read.toString()).isEqualTo("{" + expected.replace(" ", "=").replace(",=", ", ") + "}");
    }

    @Test
    void onlyWhatRunsIsCountedFrom() {
        var found = Found.in("a notebook with 4 more cores", Sample.NOW, Sample.ZONE, NAMES);
        var launch = new Candidate(Verb.LAUNCH, Filling.of(Verb.LAUNCH, found), 1);
        assertThat(RelativeAmounts.in(launch, "a notebook with 4 more cores")).isEqualTo(launch);
    }

    @Test
    void halfTheMemoryAloneMeansWhatRuns() {
        var nothing = new Candidate(Verb.OUTOFSCOPE, Map.of(), 0.9);
        for (var said : List.of("half the memory", "twice the memory please")) {
            var read = RelativeAmounts.in(nothing, said);
            assertThat(read.verb()).isEqualTo(Verb.RESIZE);
            assertThat(read.slots().get(KnownSlot.TARGET).value()).isEqualTo("last");
            assertThat(read.slots()).containsKey(KnownSlot.MEMORY_GB);
        }
        assertThat(RelativeAmounts.in(nothing, "half the memory of my laptop is gone"))
                .isEqualTo(nothing);
    }

    @Test
    void halfOfWhatIsOddIsRoundedUpAndWordsAreNotCounted() {
        var half = Value.Relative.read("x0.5").orElseThrow();
        assertThat(half.from(new Value.Whole(3))).contains(new Value.Whole(2));
        assertThat(half.from(Value.Quantity.of("5Gi"))).contains(Value.Quantity.of("2560Mi"));
        assertThat(half.from(new Value.Text("a100"))).isEmpty();
        assertThat(Value.Relative.read("-4").orElseThrow().from(new Value.Whole(2)))
                .contains(new Value.Whole(-2));
        assertThat(Value.Relative.read("4")).isEmpty();
        assertThat(Value.Relative.read("x")).isEmpty();
    }
}

package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsByNeedTest {

    private static final Map<SlotName, Slot> H100 =
            Map.of(KnownSlot.GPUS, new Slot(2L, "2", true), KnownSlot.GPU_KIND, new Slot("h100", "h100", true));

    @Test
    void whatHasGpusIsAssumedAndOfferedWhereGpusAreSaid() {
        var assumed = Standard.of(H100, Sample.KNOWN.catalogue()).orElseThrow();
        var all = new ArrayList<>(List.of(assumed.name().value()));
        all.addAll(Standard.others(assumed, H100, Sample.KNOWN.catalogue()));
        assertThat(all).containsExactlyInAnyOrder("ray-cluster", "gpu-workstation", "genai-peft");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a jupyter on customer transactions, two days | data-science-customer-data
            jupyterlab with real customers until friday  | data-science-customer-data
            a jupyter with fake customers, two days      | data-science-experimentation
            """)
    void aNotebookOnDataIsThePathThatMaySeeIt(String said, String path) {
        var read = (Reading.Understood) Readers.read(said);
        assertThat(read.from()
                        .getFirst()
                        .candidate()
                        .slots()
                        .get(KnownSlot.PATH)
                        .value())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rag env, friday, 8 till 3                          | LAUNCH
            pycharm on the 24th, all day                       | LAUNCH
            a sql seat through the end of July                 | LAUNCH
            in an hour start me a tiny ray, leave it on for 3h | LAUNCH
            my rag env till 3, it says noon now                | EXTEND
            half a terabyte of memory on a notebook, 2h        | LAUNCH
            my dashboard needs 8 cores, it has 2               | RESIZE
            spark to 14 workers                                | RESIZE
            next spring we'll probably need a large ray        | OUTOFSCOPE
            we do NOT want the rstudio extended                | OUTOFSCOPE
            """)
    void timesAndSizesSayNothingOfTheVerb(String said, Verb verb) {
        assertThat(Readers.read(said).evidence().candidates().getFirst().verb()).isEqualTo(verb);
    }
}

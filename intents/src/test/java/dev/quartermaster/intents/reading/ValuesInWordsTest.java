package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, names, languages and purposes as people say them, read by the reader that runs. */
class ValuesInWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notebook for 3 hours, 2 cores, tram delay study | tram delay study
            rstudio 2h (stand map check) | stand map check
            rstudio 3h, kiln run | kiln run
            I need read on sales.returns for a single day, kerb audit | kerb audit
            vscode 3 days crate label parser | crate label parser
            start superset for 2 days. hotel occupancy charts | hotel occupancy charts
            shelf life model: jupyter with 4 cores for 2 hours | shelf life model
            launch a bucket to keep 20 gigs of herbarium scans in for 3 days | herbarium scans
            as part of the ferry timetable review I need read on sales.orders for 5 days | ferry timetable review
            our beehive weight study is stuck, launch a notebook for 3 hours | beehive weight study
            give me sales.returns for 3 days, we reconcile voucher codes | reconcile voucher codes
            """)
    void aPurposeMayBeSaidInPassing(String said, String purpose) {
        assertThat(slot(said, KnownSlot.PURPOSE)).isEqualTo(purpose);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rstudio for about 20 trainees for 2 hours",
                "notebook for 3 hours so i can test",
                "notebook for 3 hours, 4 cores each",
                "launch a notebook for 2 hours, nothing fancy",
                "bucket, puffin-clips, 3 days",
                "run plan.py of https://git.example.com/growth/ferry.git every weekday at 6"
            })
    void whatSaysHowManyOrNothingIsNoPurpose(String said) {
        assertThat(slot(said, KnownSlot.PURPOSE)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            launch a spark cluster with 2x6 workers for 2 hours | launch spark-cluster --workers 12 --duration 2h
            launch rstudio with a quarter of a terabyte for 2 hours | launch rstudio --memory 256Gi --duration 2h
            launch a notebook with 1.5 TB for 2 hours | launch data-science-experimentation --memory 1536Gi --duration 2h
            bucket puffin-clips 40g 5d | launch bucket --duration 5d --name puffin-clips --storage 40Gi
            notebook with the julia kernel for 2 hours | launch data-science-experimentation --image julia --duration 2h
            jupyter in r for 2 hours | launch data-science-experimentation --image r --duration 2h
            jupyter, scala and r both, 2 hours | launch data-science-experimentation --duration 2h --image "r and scala"
            two buckets, puffin-in and puffin-out, 5 days | launch bucket --duration 5d --name puffin-in; launch bucket --duration 5d --name puffin-out
            """)
    void amountsAndNamesAreWhatTheyComeTo(String said, String commands) {
        assertThat(commands(said)).isEqualTo(words(commands));
    }

    /** Of gigabytes that it cannot have a repository says so, and does nothing. */
    @Test
    void gigabytesThatNothingHoldsAreLeftOutByName() {
        var from = understood("repo puffin-code 5 gb 3 days").from().getFirst();
        assertThat(from.confirm()).isTrue();
        assertThat(from.notes())
                .containsExactly("Repository has no choice of memory or storage, so “5 gb” is left out.");
    }

    /** A kernel that is said of what runs or of data is named, and nothing acts. */
    @ParameterizedTest
    @ValueSource(strings = {"extend my notebook with the julia kernel by 2 hours", "stop my notebook with julia"})
    void aKernelThatCannotBeHadIsNeverDropped(String said) {
        var from = understood(said).from().getFirst();
        assertThat(from.confirm()).isTrue();
        assertThat(from.notes()).anyMatch(note -> note.contains("julia"));
    }

    @Test
    void nobodyIsAskedForWhoSpeaksOrIsPartOfAWord() {
        assertThat(slot("ana here, rstudio for 2 hours please", KnownSlot.GRANTEE))
                .isNull();
        for (var said : List.of(
                "notebook for 2 hours, crop growth equations",
                "notebook for 2 hours for the frost risk maps",
                "Dear team, please launch a notebook for 2 hours",
                "run plan.py of https://git.example.com/risk/ferry.git every weekday at 6")) {
            assertThat(slot(said, KnownSlot.TEAM)).as(said).isNull();
        }
    }

    @Test
    void withoutAGpuThereIsNoKindOfIt() {
        var before =
                understood("launch a notebook with one t4 for 2 hours").last().orElseThrow();
        var after = Readers.read("drop the gpu", new Context.Last(before, List.of(), false))
                .last()
                .orElseThrow();
        assertThat(Objects.requireNonNull(after.slots().get(KnownSlot.GPUS)).value())
                .isEqualTo(0L);
        assertThat(after.slots()).doesNotContainKey(KnownSlot.GPU_KIND);
    }

    @ParameterizedTest
    @CsvSource({
        "'new repo haul-roads, python template', python",
        "launch a repository tide-log with the data science template, data-science",
        "'repo truck-queue, template: plain', plain"
    })
    void aChoiceSaidWithItsNameIsTaken(String said, String template) {
        var slots = understood(said).from().getFirst().candidate().slots();
        assertThat(slots.get(SlotName.of("template")).value()).isEqualTo(template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new repo haul-roads, python template or plain template", "new repo python-template"})
    void aChoiceSaidTwiceOrAsANameIsNone(String said) {
        assertThat(((Reading.Understood) Readers.read(said)).from())
                .allSatisfy(from -> assertThat(from.candidate().slots()).doesNotContainKey(SlotName.of("template")));
    }

    private static Object slot(String said, KnownSlot slot) {
        var read = Readers.read(said).last().orElseThrow();
        return read.slots().containsKey(slot) ? read.slots().get(slot).value() : null;
    }

    private static Reading.Understood understood(String said) {
        var reading = Readers.read(said);
        assertThat(reading).as(said).isInstanceOf(Reading.Understood.class);
        return (Reading.Understood) reading;
    }

    /** In whatever order options stand. */
    private static List<List<String>> commands(String said) {
        return words(understood(said).intents().stream()
                .map((Intent intent) -> CommandText.of(intent))
                .collect(Collectors.joining("; ")));
    }

    private static List<List<String>> words(String commands) {
        return List.of(commands.split("; ")).stream()
                .map(command ->
                        List.of(command.split(" (?=--)")).stream().sorted().toList())
                .toList();
    }
}

package dev.quartermaster.intents.reading.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read beyond a label is wrong, but where the label leaves it open. */
class SlotMatchTest {
    private static final Wanted BUCKET = new Wanted("launch", Map.of("path", "bucket"));
    private static final Alike ALIKE = new Alike(Sample.NOW, Sample.ZONE);

    @Test
    void namesThatNoLabelOfTheSetHasAreNotHeldAgainstTheReader() {
        var read = Map.of("path", "scheduled-job", "script", "a.py", "schedule", "0 6 * * *", "template", "python");
        var job = new Wanted("launch", Map.of("path", "scheduled-job"));
        assertThat(wrong(job, read, "{\"text\":\"a\",\"intent\":\"launch\",\"slots\":{}}"))
                .isEmpty();
        assertThat(
                        wrong(
                                job,
                                read,
                                "{\"text\":\"a\",\"intent\":\"launch\",\"slots\":{},\"or\":[{\"intent\":\"launch\",\"slots\":{\"script\":\"b.py\"}}]}"))
                .containsOnlyKeys("no script");
    }

    @Test
    void whatEveryoneMaySayIsHeldAgainstTheReaderWhetherOrNotAnyLabelHasIt() {
        assertThat(wrong(BUCKET, Map.of("path", "bucket", "memory_gb", 50, "team", "risk", "purpose", "a test"), ""))
                .containsOnlyKeys("no memory_gb", "no team", "no purpose");
    }

    @Test
    void anAmountThatCountsFromWhatRunsIsLeftOpen() {
        var resize = new Wanted("resize", Map.of("target", "notebook"));
        assertThat(wrong(resize, Map.of("target", "notebook", "memory_gb", "x2", "cpu", "+4"), ""))
                .isEmpty();
        assertThat(wrong(resize, Map.of("target", "notebook", "memory_gb", 2), ""))
                .containsOnlyKeys("no memory_gb");
    }

    @Test
    void theLastThingSpokenOfIsNoTargetTooMany() {
        assertThat(wrong(new Wanted("why", Map.of()), Map.of("target", "last"), ""))
                .isEmpty();
        assertThat(wrong(new Wanted("why", Map.of()), Map.of("target", "spark"), ""))
                .containsOnlyKeys("no target");
    }

    @Test
    void aCountIsRightWhereTheLabelHasARequestForEach() {
        var match = SlotMatch.of(ALIKE, List.of());
        var read = Map.of("path", "bucket", "count", 2L);
        assertThat(match.tally(BUCKET, List.of(BUCKET, BUCKET), read, read.keySet())
                        .wrong())
                .isEmpty();
        assertThat(match.tally(BUCKET, List.of(BUCKET), read, read.keySet()).wrong())
                .containsOnlyKeys("no count");
    }

    private static Map<String, Object> wrong(Wanted wanted, Map<String, ?> read, String line) {
        return SlotMatch.of(ALIKE, Case.read(List.of(line)))
                .tally(wanted, List.of(wanted), read, read.keySet())
                .wrong();
    }
}

package dev.quartermaster.intents.reading.slash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Verb;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlashReaderTest {

    private static Optional<Outcome> read(String text) {
        return new SlashReader().read(Sample.says(text), new Context.None(), Sample.KNOWN);
    }

    private static Candidate found(String text) {
        return ((Outcome.Found) read(text).orElseThrow())
                .evidence()
                .candidates()
                .getFirst();
    }

    private static String question(String text) {
        return ((Outcome.Unsure) read(text).orElseThrow()).question();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        launch ray-cluster                                             | LAUNCH   | {path=ray-cluster}
        /qm launch ray-cluster --workers 4 --gpus 2 --duration 3d      | LAUNCH   | {for=PT72H, gpus=2, path=ray-cluster, workers=4}
        launch ray-cluster --purpose "churn model" --memory=32Gi       | LAUNCH   | {memory_gb=32, path=ray-cluster, purpose=churn model}
        launch ray-cluster --purpose “churn model” --until "Friday 5pm" | LAUNCH  | {path=ray-cluster, purpose=churn model, until=2026-03-13T17:00}
        launch ray-cluster --gpus 12                                   | LAUNCH   | {gpus=12, path=ray-cluster}
        grant sales.orders                                             | GRANT    | {dataset=sales.orders}
        grant sales.* read --duration 2w                               | GRANT    | {access=read, dataset=sales.*, for=P14D}
        list                                                           | LIST     | {}
        list team                                                      | LIST     | {team=mine}
        status req-17                                                  | STATUS   | {target=req-17}
        stop lease-4f2a                                                | STOP     | {target=lease-4f2a}
        extend lease-4f2a 2d                                           | EXTEND   | {for=PT48H, target=lease-4f2a}
        extend 4h                                                      | EXTEND   | {for=PT4H}
        withdraw                                                       | WITHDRAW | {}
        spend growth --period "last month"                             | SPEND    | {period=2026-02, team=growth}
        approve req-17                                                 | APPROVE  | {target=req-17}
        deny req-17 --reason "use the sandbox"                         | DENY     | {reason=use the sandbox, target=req-17}
        help launch                                                    | HELP     | {query=launch}
        launch ray-cluster --gpu-kind T4 --for 1h                      | LAUNCH   | {for=PT1H, gpu_kind=t4, path=ray-cluster}
        launch ray-cluster --gpu_kind t4 --for @iris                   | LAUNCH   | {gpu_kind=t4, grantee=iris, path=ray-cluster}
        launch ray-cluster --to iris --for "2 days"                    | LAUNCH   | {for=PT48H, grantee=iris, path=ray-cluster}
        launch ray-cluster --To Iris                                   | LAUNCH   | {grantee=iris, path=ray-cluster}
        grant sales.orders --to raj --for 2w                           | GRANT    | {dataset=sales.orders, for=P14D, grantee=raj}
        grant sales.orders --grantee raj                               | GRANT    | {dataset=sales.orders, grantee=raj}
        extend lease-4f2a --for 2d                                     | EXTEND   | {for=PT48H, target=lease-4f2a}
        -- stop last                                                   | STOP     | {target=last}
        """)
    void commandIsRead(String text, Verb verb, String slots) {
        var candidate = found(text);
        var values = new TreeMap<String, Object>();
        candidate.slots().forEach((name, slot) -> values.put(name.text(), slot.value()));
        assertThat(candidate.verb()).isEqualTo(verb);
        assertThat(values).hasToString(slots);
        assertThat(candidate.confidence()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch an environment for me",
                "stop my notebook",
                "help me launch a notebook",
                "list all my clusters",
                "grant me read on sales.orders for two weeks, churn study",
                "approve",
                "deny it",
                "spend of my team",
                "spend report",
                "launch notebook",
                "grant access",
                "spin up 4 A100s"
            })
    void sentenceIsLeftToOthers(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void unknownPathOffersTheThreeNearest() {
        var unsure = (Outcome.Unsure) read("launch ray-clutser").orElseThrow();
        assertThat(unsure.options()).hasSize(3);
        assertThat(unsure.options().getFirst().command()).isEqualTo("launch ray-cluster");
    }

    @Test
    void unknownDatasetOffersTheThreeNearest() {
        var unsure = (Outcome.Unsure) read("grant sales.order").orElseThrow();
        assertThat(unsure.options()).hasSize(3);
        assertThat(unsure.options().getFirst().command()).isEqualTo("grant sales.orders");
    }

    @ParameterizedTest
    @CsvSource({
        "launch ray-clster, launch ray-cluster",
        "grant sales, grant sales.*",
        "grant customer write, grant customer.*",
        "spend grwth, spend growth"
    })
    void nameNobodyKnowsOffersTheNearest(String text, String command) {
        var unsure = (Outcome.Unsure) read(text).orElseThrow();
        assertThat(unsure.question()).contains("Did you mean");
        assertThat(unsure.options()).extracting(option -> option.command()).contains(command);
    }

    @Test
    void launchOfNothingInParticularIsNotGuessed() {
        assertThat(found("launch").slots()).isEmpty();
        assertThat(found("grant").slots()).isEmpty();
    }

    @Test
    void badOptionSaysWhichThereAre() {
        assertThat(question("launch ray-cluster --wrkers 4"))
                .contains("--wrkers")
                .contains("--workers")
                .contains("--purpose");
    }

    @Test
    void optionsAreShownWithDashesBetweenWords() {
        assertThat(question("launch ray-cluster --gpu-knd t4"))
                .contains("--gpu-kind")
                .doesNotContain("gpu_kind");
        assertThat(Commands.help("ray-cluster", Sample.KNOWN.catalogue()))
                .contains("--gpu-kind")
                .doesNotContain("gpu_kind");
        assertThat(CommandText.of(found("launch ray-cluster --gpu_kind t4 --for raj --duration 1h")))
                .isEqualTo("launch ray-cluster --gpu-kind t4 --to raj --duration 1h");
    }

    @Test
    void whatIsNeitherALengthNorAPersonIsToldBothForms() {
        assertThat(question("launch ray-cluster --for \"some while!\""))
                .contains("--duration")
                .contains("--to");
    }

    @Test
    void sameThingSaidTwiceIsAFault() {
        assertThat(question("launch ray-cluster --duration 2d --for 3d")).contains("says again");
        assertThat(question("launch ray-cluster --gpu-kind t4 --gpu_kind h100")).contains("says again");
    }

    @Test
    void badValueSaysWhatIsAllowed() {
        assertThat(question("launch ray-cluster --gpus many")).contains("whole number from 0 to 8");
        assertThat(question("launch data-science-experimentation --size gigantic"))
                .contains("small, medium, large");
        assertThat(question("launch ray-cluster --duration soon")).contains("8h");
    }

    @Test
    void leadingDashesMakeItACommandOrAFault() {
        assertThat(question("-- frobnicate")).contains("launch");
        assertThat(question("-- stop my notebook")).contains("lease-");
        assertThat(question("-- launch")).contains("missing");
    }

    @Test
    void helpNamesEveryCommandAndPath() {
        var help = Commands.help("", Sample.KNOWN.catalogue());
        for (var command : Commands.LISTED) {
            assertThat(help).contains("/qm " + command.verb().word());
        }
        assertThat(help).contains("ray-cluster");
        assertThat(Commands.help("ray-cluster", Sample.KNOWN.catalogue())).contains("--gpus");
    }

    @Test
    void everyExampleIsItsOwnCommand() {
        for (var command : Commands.ALL) {
            assertThat(found(command.form().example()).verb()).isEqualTo(command.verb());
        }
    }
}

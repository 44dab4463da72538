package dev.quartermaster.intents.reading.slash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a button says is what pressing it does: an intent written as a command is read back as that intent. */
class CommandRoundTripTest {
    private static final int INTENTS = 20_000;
    private static final Interpreter GRAMMAR = new Interpreter(List.of(new SlashReader()));

    @Test
    void everyIntentWrittenAsACommandIsReadBackAsItself() {
        var verbs = new TreeSet<String>();
        for (int seed = 0; seed < INTENTS; seed++) {
            Intent intent = new AnyIntent(new Random(seed)).next();
            verbs.add(intent.getClass().getSimpleName());
            String command = CommandText.of(intent);
            assertThat(readBack(intent, command))
                    .as("seed %d: %s", seed, command)
                    .isEqualTo(intent);
        }
        assertThat(verbs).hasSize(Intent.class.getPermittedSubclasses().length);
    }

    /** The candidate of what was read says it again, too: that is what a question's options are made from. */
    @Test
    void everyReadingWrittenAsACommandIsReadBackAsItself() {
        for (int seed = 0; seed < INTENTS / 4; seed++) {
            String command = CommandText.of(new AnyIntent(new Random(seed)).next());
            Candidate read = candidate(command);
            Candidate again = candidate(CommandText.of(read));
            assertThat(again.verb()).isEqualTo(read.verb());
            assertThat(values(again)).as("seed %d: %s", seed, command).isEqualTo(values(read));
        }
    }

    @Test
    void whatWasAskedForOnBehalfFromADayOnForAPurposeIsWrittenWhole() {
        var launch = new Intent.Launch(
                new dev.quartermaster.intents.catalogue.PathName("ray-cluster"),
                new TreeMap<>(Map.of("gpu_kind", new Value.Text("a100"))),
                new Term.For(Duration.ofDays(3)),
                "the \"churn\" model",
                new PersonId("iris"),
                Sample.NOW.plus(Duration.ofDays(2)));

        assertThat(CommandText.of(launch))
                .isEqualTo("launch ray-cluster --gpu-kind a100 --duration 3d --from \"2026-03-13T10:30:00Z\" --to iris"
                                .replace("\"2026-03-13T10:30:00Z\"", "2026-03-13T10:30:00Z")
                        + " --purpose \"the \\\"churn\\\" model\"");
    }

    @Test
    void theReasonOfWhatStandsAroundACommandIsNotLookedForInItsPurpose() {
        CommandOption reason = CommandOption.take(
                "grant sales.orders read --purpose \"see --reason x\" --reason \"fraud \\\"42\\\"\" --duration 1h",
                "reason");

        assertThat(reason.value()).isEqualTo("fraud \"42\"");
        assertThat(reason.rest()).isEqualTo("grant sales.orders read --purpose \"see --reason x\"  --duration 1h");
        assertThat(CommandOption.take("launch x --reason production is down --duration 1h", "reason"))
                .isEqualTo(new CommandOption("production is down", "launch x  --duration 1h"));
    }

    @Test
    void anOptionWrittenWithAnEqualsSignEndsWhereItsValueEnds() {
        var expected = new CommandOption("production is down", "launch ray-cluster");
        for (String dash : List.of("--", "—")) {
            assertThat(CommandOption.take(dash + "reason=\"production is down\" launch ray-cluster", "reason"))
                    .isEqualTo(expected);
            assertThat(CommandOption.take("launch ray-cluster " + dash + "reason=“production is down”", "reason"))
                    .isEqualTo(expected);
            assertThat(CommandOption.take(dash + "reason=fraud launch ray-cluster", "reason"))
                    .isEqualTo(new CommandOption("fraud", "launch ray-cluster"));
        }
        assertThat(CommandOption.take("grant x --purpose=\"--reason=y z\" --reason=w", "reason"))
                .isEqualTo(new CommandOption("w", "grant x --purpose=\"--reason=y z\""));
        assertThat(Pieces.of("launch x —purpose=“churn model” —gpus=2"))
                .containsExactly("launch", "x", "--purpose", "churn model", "--gpus", "2");
    }

    private static Object readBack(Intent intent, String command) {
        return switch (intent) {
            case Intent.Find find -> new Intent.Find(values(candidate(command)).get("query"));
            case Intent.Help help -> new Intent.Help(values(candidate(command)).getOrDefault("query", ""));
            default ->
                GRAMMAR.read(Sample.says(command), new Context.None(), Sample.KNOWN)
                                instanceof Reading.Understood understood
                        ? understood.intents().getFirst()
                        : GRAMMAR.read(Sample.says(command), new Context.None(), Sample.KNOWN);
        };
    }

    private static Candidate candidate(String command) {
        Outcome outcome = new SlashReader()
                .read(Sample.says(command), new Context.None(), Sample.KNOWN)
                .orElseThrow(() -> new AssertionError("not read: " + command));
        assertThat(outcome).as(command).isInstanceOf(Outcome.Found.class);
        return ((Outcome.Found) outcome).evidence().candidates().getFirst();
    }

    private static Map<String, String> values(Candidate candidate) {
        Map<String, String> values = new TreeMap<>();
        candidate
                .slots()
                .forEach((name, slot) -> values.put(name.text(), slot.value().toString()));
        return values;
    }
}

package dev.quartermaster.intents.reading.slash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter.Type;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A golden path is one file: whatever its parameters are called and of whatever type, each can be asked for. */
class PathsAtRandomTest {
    private static final int PATHS = 300;
    /** Words with a meaning of their own somewhere between a sentence and a manifest. */
    private static final List<String> ODD = List.of(
            "project",
            "team",
            "count",
            "person",
            "target",
            "dataset",
            "access",
            "query",
            "period",
            "reason",
            "what",
            "by",
            "top",
            "job",
            "schedule",
            "service",
            "resource",
            "memory",
            "memory_gb",
            "cpu",
            "gpus",
            "workers",
            "size",
            "image",
            "name",
            "gpu_kind",
            "keep_for",
            "warm_up",
            "a",
            "x_",
            "a__b",
            "unknown_dataset",
            "of",
            "help",
            "parameter",
            "purpose_what");

    private static final List<Type> TYPES = List.of(Type.values());
    private static final List<String> WORDS =
            List.of("Gold", "silver", "EU-West", "eu_north", "A100", "t4", "XL", "Read", "mine", "v1.2", "Für", "3d");
    private static final Interpreter SLASH = new Interpreter(List.of(new SlashReader()));

    private final Random random = new Random(18);

    private record Asked(String name, String file, String command, SortedMap<String, Value> meant, Duration length) {}

    @Test
    void everyValueOfEveryPathIsReadBackAsItWasAsked() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (int number = 0; number < PATHS; number++) {
            all.add(path("odd-" + number));
        }
        Bundle bundle = bundle(all);
        var known = new Reader.Known(bundle.catalogue(), bundle.people());
        var planner = new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices());
        int values = 0;
        for (Asked asked : all) {
            var launch = launch(SLASH.read(Sample.says(asked.command()), new Context.None(), known), asked.command());
            assertThat(launch.parameters()).as(asked.command()).isEqualTo(asked.meant());
            assertThat(launch.term()).as(asked.command()).isEqualTo(new Term.For(asked.length()));
            assertThat(planned(planner, bundle, launch)).as(asked.file()).containsAllEntriesOf(plain(bundle, asked));
            values += asked.meant().size();
        }
        System.out.println(PATHS + " paths at random, " + values + " values asked for and read back, 0 lost");
    }

    @Test
    void commandMadeOfWhatWasReadSaysTheSame() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (int number = 0; number < PATHS; number++) {
            all.add(path("odd-" + number));
        }
        Bundle bundle = bundle(all);
        var known = new Reader.Known(bundle.catalogue(), bundle.people());
        for (Asked asked : all) {
            var reading = (Reading.Understood) SLASH.read(Sample.says(asked.command()), new Context.None(), known);
            Candidate read = reading.from().getFirst().candidate();
            var again = SLASH.read(Sample.says(CommandText.of(read)), new Context.None(), known);
            assertThat(launch(again, CommandText.of(read)).parameters())
                    .as(CommandText.of(read))
                    .isEqualTo(asked.meant());
        }
    }

    private static Intent.Launch launch(Reading reading, String command) {
        assertThat(reading).as(command).isInstanceOf(Reading.Understood.class);
        return (Intent.Launch) ((Reading.Understood) reading).intents().getFirst();
    }

    private static SortedMap<String, Value> planned(Planner planner, Bundle bundle, Intent.Launch launch) {
        var ana = new PersonId("ana");
        var draft = planner.draft(
                launch,
                bundle.people().find(ana).orElseThrow(),
                bundle.people().teamOf(ana).orElseThrow(),
                new LeaseId("lease-abcdefghij"),
                Sample.NOW);
        assertThat(draft).isInstanceOf(Draft.Ready.class);
        return ((Draft.Ready) draft).plan().parameters();
    }

    /** Presets are no values of a plan. */
    private static Map<String, Value> plain(Bundle bundle, Asked asked) {
        GoldenPath path = bundle.catalogue().paths().values().stream()
                .filter(each -> each.name().value().equals(asked.name()))
                .findFirst()
                .orElseThrow();
        var plain = new TreeMap<>(asked.meant());
        plain.keySet().removeIf(name -> path.parameter(name).orElseThrow().type() == Type.PRESET);
        return plain;
    }

    private static Bundle bundle(List<Asked> all) throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        all.forEach(asked -> files.put("golden-paths/" + asked.name() + ".yaml", asked.file()));
        return switch (DefaultOrganisation.reader().read(files)) {
            case Loaded.Ok(var bundle) -> bundle;
            case Loaded.Broken(var problems) ->
                throw new AssertionError(
                        problems.stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
        };
    }

    private Asked path(String name) {
        Set<String> names = new HashSet<>();
        SortedMap<String, Value> meant = new TreeMap<>();
        StringBuilder parameters = new StringBuilder();
        StringBuilder command = new StringBuilder("launch " + name);
        for (int number = 1 + random.nextInt(8); number > 0; number--) {
            String parameter = random.nextInt(4) == 0 ? letters() : ODD.get(random.nextInt(ODD.size()));
            if (names.add(parameter)) {
                Type type = TYPES.get(random.nextInt(TYPES.size()));
                String said = said(parameter, type, parameters, meant);
                String option = random.nextBoolean() ? parameter : parameter.replace('_', '-');
                command.append(" --").append(option).append(' ').append(said);
            }
        }
        int hours = 1 + random.nextInt(47);
        return new Asked(
                name,
                FILE.formatted(name, parameters),
                command + " --duration " + hours + "h",
                meant,
                Duration.ofHours(hours));
    }

    private String letters() {
        String all = "abcdefghijklmnopqrstuvwxyz";
        String rest = all + "0123456789_";
        var text = new StringBuilder("q" + all.charAt(random.nextInt(26)));
        for (int more = random.nextInt(20); more > 0; more--) {
            text.append(rest.charAt(random.nextInt(rest.length())));
        }
        return text.toString();
    }

    /** Declares it, and gives what is typed. */
    private String said(String name, Type type, StringBuilder file, SortedMap<String, Value> meant) {
        String entry = "  - {name: " + name + ", type: " + type.word() + ", ";
        switch (type) {
            case INTEGER -> {
                long number = random.nextInt(1000);
                file.append(entry).append("default: 1, max: 1000}\n");
                meant.put(name, new Value.Whole(number));
                return Long.toString(number);
            }
            case QUANTITY -> {
                String size = (1 + random.nextInt(900)) + (random.nextBoolean() ? "Gi" : "Mi");
                file.append(entry).append("default: 1Gi, max: 1Ti}\n");
                meant.put(name, Value.Quantity.of(size));
                return size;
            }
            case DURATION -> {
                String length =
                        (1 + random.nextInt(59)) + List.of("m", "h", "d").get(random.nextInt(3));
                file.append(entry).append("default: 1h, max: 90d}\n");
                meant.put(name, Value.Span.of(length));
                return length;
            }
            case CHOICE -> {
                String chosen = WORDS.get(random.nextInt(WORDS.size()));
                file.append(entry)
                        .append("default: Gold, options: [")
                        .append(String.join(", ", WORDS))
                        .append("]}\n");
                meant.put(name, new Value.Text(chosen));
                return cased(chosen);
            }
            case PRESET -> {
                String chosen = WORDS.get(random.nextInt(WORDS.size()));
                String options = WORDS.stream().map(word -> word + ": [2]").collect(Collectors.joining(", "));
                file.append(entry)
                        .append("of: [base], options: {")
                        .append(options)
                        .append("}}\n");
                meant.put(name, new Value.Text(chosen));
                return cased(chosen);
            }
            case IMAGE -> {
                String image = "quay.io/jupyter/scipy-notebook:V" + random.nextInt(100);
                file.append(entry).append("default: quay.io/jupyter/base-notebook:latest}\n");
                meant.put(name, new Value.Text(image));
                return image;
            }
            case TEXT -> {
                String text = WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(100);
                file.append(entry).append("default: none}\n");
                meant.put(name, new Value.Text(text));
                return "\"" + text + "\"";
            }
            case SCHEDULE -> {
                file.append(entry).append("default: nightly}\n");
                meant.put(name, Value.Schedule.of("30 7 * * 1"));
                return random.nextBoolean() ? "\"mondays 7:30\"" : "\"30 7 * * 1\"";
            }
            case NAME -> {
                String called = List.of("uplift-models", "q3", "a-b-c").get(random.nextInt(3));
                file.append(entry).append("default: none}\n");
                meant.put(name, new Value.Text(called));
                return called;
            }
        }
        throw new AssertionError(type);
    }

    private String cased(String word) {
        return switch (random.nextInt(3)) {
            case 0 -> word;
            case 1 -> word.toUpperCase(Locale.ROOT);
            default -> word.toLowerCase(Locale.ROOT);
        };
    }

    private static final String FILE = """
            apiVersion: quartermaster/v1
            kind: GoldenPath
            metadata: {name: %s, version: 1, title: Odd, owner: platform}
            about: Something odd.
            says: [something odd]
            parameters:
              - {name: base, type: integer, default: 1, max: 4}
              - {name: duration, type: duration, default: 8h, max: 14d}
            %s
            data: {classes: [synthetic]}
            parts:
              - {name: repository, provider: repository, template: data-science}
            """;
}

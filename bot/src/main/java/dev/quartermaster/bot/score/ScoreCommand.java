package dev.quartermaster.bot.score;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.bot.model.ModelClients;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.evaluation.Case;
import dev.quartermaster.intents.reading.evaluation.Score;
import dev.quartermaster.intents.reading.evaluation.Scoring;
import dev.quartermaster.intents.reading.model.EscalatingReader;
import dev.quartermaster.intents.reading.model.Tally;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scores the readers on files of sentences, side by side. Reads the configuration the bot would read, and nothing else:
 * no database, no Slack.
 */
public final class ScoreCommand {
    /** Something that wants nothing of ours was read as something to do: not to be trusted yet. */
    private static final int FALSE_ACTIONS = 1;

    private static final int MISUSED = 2;

    private final Map<String, String> environment;
    private final PrintStream out;

    public ScoreCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * @param typed what stands after {@code score}
     * @return the exit code: 0, 1 where there were false actions, 2 where the command cannot be carried out
     */
    public int run(List<String> typed) {
        try {
            return score(ScoreArguments.of(typed));
        } catch (CannotStart unset) {
            out.println(unset.getMessage());
            return MISUSED;
        } catch (IllegalArgumentException misused) {
            out.println(misused.getMessage());
            out.println(ScoreArguments.USAGE);
            return MISUSED;
        } catch (IOException unreadable) {
            out.println("Cannot read " + unreadable.getMessage() + ".");
            return MISUSED;
        }
    }

    private int score(ScoreArguments arguments) throws IOException {
        var bundle = bundle();
        var known = new Reader.Known(bundle.catalogue(), bundle.people());
        var scoring = new Scoring(
                asker(arguments, known).id(),
                arguments.at(),
                arguments.zone().orElse(bundle.organisation().zone()),
                known);
        var contestants = contestants(known);
        var falseActions = 0;
        for (var set : sets(arguments.files()).entrySet()) {
            var cases = set.getValue();
            out.println(set.getKey() + ", " + cases.size() + " messages");
            for (var contestant : contestants) {
                var before = contestant.spent();
                Score score = scoring.score(
                        cases, (said, context) -> contestant.reader().read(said, context, known));
                if (arguments.misses()) {
                    Stream.concat(score.misses().stream(), score.outcomes().misses().stream())
                            .forEach(miss -> out.println("  " + contestant.name() + ": " + miss));
                }
                out.println("  " + contestant.name() + ": " + score
                        + contestant.spent().since(before).words(bundle.prices()));
                out.println("    " + score.outcomes());
                falseActions += score.falseActions();
            }
        }
        return falseActions == 0 ? 0 : FALSE_ACTIONS;
    }

    /** The embedded reader; and where a model is configured, that alone, and the two together as in the bot. */
    private List<ScoredReader> contestants(Reader.Known known) {
        var home = Path.of(environment.getOrDefault("QUARTERMASTER_HOME", ".quartermaster"));
        var embedded = new EmbeddedReader(new Prompts(), home.resolve("reader"));
        embedded.prepare(known);
        var contestants = new ArrayList<ScoredReader>();
        contestants.add(new ScoredReader("embedded", new Interpreter(List.of(embedded)), new Tally()));
        ModelSettings.read(environment::get).ifPresent(settings -> {
            var alone = new Tally();
            var model = ModelClients.reader(settings, new Prompts(), alone);
            contestants.add(new ScoredReader("model", new Interpreter(List.of(model)), alone));
            var together = new Tally();
            var both = new EscalatingReader(embedded, ModelClients.reader(settings, new Prompts(), together));
            contestants.add(new ScoredReader("embedded, then model", new Interpreter(List.of(both)), together));
        });
        return contestants;
    }

    private Bundle bundle() throws IOException {
        var folder = environment.getOrDefault("QUARTERMASTER_CONFIG", "");
        var files = folder.isBlank() ? BundleFiles.ofJar() : BundleFiles.ofFolder(Path.of(folder));
        return switch (new BundleReader(PartTypeScan.found()).read(files)) {
            case Loaded.Ok(Bundle bundle) -> bundle;
            case Loaded.Broken broken ->
                throw new IllegalArgumentException("The configuration is broken:\n"
                        + broken.problems().stream().map(String::valueOf).collect(Collectors.joining("\n")));
        };
    }

    private static Person asker(ScoreArguments arguments, Reader.Known known) {
        var persons = known.people().persons().values();
        return arguments.as().isEmpty()
                ? persons.iterator().next()
                : persons.stream()
                        .filter(person -> person.has(arguments.as().get()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Nobody has the e-mail address "
                                + arguments.as().get() + "."));
    }

    private static Map<String, List<Case>> sets(List<Path> files) throws IOException {
        var sets = new LinkedHashMap<String, List<Case>>();
        for (var file : files) {
            sets.put(file.getFileName().toString(), cases(file));
        }
        if (files.isEmpty()) {
            Prompts.EVALUATION.forEach(set -> sets.put(set, Case.read(new Prompts().evaluation(set))));
        }
        return sets;
    }

    private static List<Case> cases(Path file) throws IOException {
        try {
            return Case.read(Files.readAllLines(file));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(file.getFileName() + ": " + unreadable.getMessage());
        }
    }
}

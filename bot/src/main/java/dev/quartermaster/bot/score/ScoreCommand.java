package dev.quartermaster.bot.score;

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
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                arguments.zone().orElse(bundle.organisation().zone()));
        var readers = readers(known);
        var falseActions = 0;
        for (var file : arguments.files()) {
            var cases = cases(file);
            out.println(file.getFileName() + ", " + cases.size() + " messages");
            for (var reader : readers.entrySet()) {
                Score score = scoring.score(
                        cases, (said, context) -> reader.getValue().read(said, context, known));
                if (arguments.misses()) {
                    score.misses().forEach(miss -> out.println("  " + reader.getKey() + ": " + miss));
                }
                out.println("  " + reader.getKey() + ": " + score);
                falseActions += score.falseActions();
            }
        }
        return falseActions == 0 ? 0 : FALSE_ACTIONS;
    }

    private Map<String, Interpreter> readers(Reader.Known known) {
        var home = Path.of(environment.getOrDefault("QUARTERMASTER_HOME", ".quartermaster"));
        var embedded = new EmbeddedReader(new Prompts(), home.resolve("reader"));
        embedded.prepare(known);
        var readers = new LinkedHashMap<String, Interpreter>();
        readers.put("embedded", new Interpreter(List.of(embedded)));
        return readers;
    }

    private Bundle bundle() throws IOException {
        var folder = environment.getOrDefault("QUARTERMASTER_CONFIG", "");
        var files = folder.isBlank() ? BundleFiles.ofJar() : BundleFiles.ofFolder(Path.of(folder));
        return switch (new BundleReader().read(files)) {
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
                        .filter(person ->
                                person.emails().contains(arguments.as().get()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("Nobody has the e-mail address "
                                + arguments.as().get() + "."));
    }

    private static List<Case> cases(Path file) throws IOException {
        try {
            return Case.read(Files.readAllLines(file));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(file.getFileName() + ": " + unreadable.getMessage());
        }
    }
}

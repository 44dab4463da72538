package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.evaluation.Case;
import dev.quartermaster.intents.reading.evaluation.Score;
import dev.quartermaster.intents.reading.evaluation.Scoring;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Scores the embedded reader on JSONL files given as arguments; {@code --misses} first prints every miss as well. */
final class ScoreSentences {
    private ScoreSentences() {}

    public static void main(String[] arguments) throws IOException {
        var reader = new Interpreter(List.of(new EmbeddedReader(new Prompts(), Path.of("target", "reader"))));
        var scoring = new Scoring(Sample.says("").by(), Sample.NOW, Sample.ZONE, Sample.KNOWN);
        reader.read(Sample.says("warm up"), new Context.None(), Sample.KNOWN);
        var misses = arguments[0].equals("--misses");
        for (var file : List.of(arguments).subList(misses ? 1 : 0, arguments.length)) {
            var cases = Case.read(Files.readAllLines(Path.of(file)));
            Score score = scoring.score(cases, (said, context) -> reader.read(said, context, Sample.KNOWN));
            if (misses) {
                score.misses().forEach(System.out::println);
                score.outcomes().misses().forEach(System.out::println);
            }
            System.out.println(Path.of(file).getFileName() + ": " + score + "\n    " + score.outcomes());
        }
    }
}

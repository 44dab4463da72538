package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.evaluation.Case;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints what the sentences of each hand are worth: the classifier is taught without them, and the intents it then gets
 * right on labelled sets are compared with those it gets right with them, in points of 100 per thousand sentences. Of a
 * set those messages count that hold one request, follow nothing and are to be understood. Arguments are JSONL files.
 */
final class LearningCurve {

    /** Nothing of ours is told from chatter by what comes of it, and nothing comes of either. */
    private static final Set<String> NOTHING = Set.of("outofscope", "smalltalk");

    private record Question(String masked, float[] vector, Set<String> right) {}

    private final Names names = new Names(Sample.KNOWN);
    private final Embedder embedder = new Embedder();
    private final List<Example> written;
    private final List<Example> examples;
    private final Spelling spelling;
    private final float[][] vectors;
    private final List<Question> questions;

    private LearningCurve(List<String> files) {
        var prompts = new Prompts();
        var learning = new Learning(prompts.utterances(), prompts.attacks(), embedder, null);
        this.written = learning.written(Sample.KNOWN).stream()
                .map(each -> new Example(
                        each.label().startsWith(Trained.NOTHING) ? Trained.NOTHING : each.label(), each.text()))
                .toList();
        this.spelling = Spelling.of(written.stream().map(Example::text).toList());
        this.examples = Learning.masked(written, names, spelling);
        this.vectors = new VectorCache(Path.of("target", "reader"), embedder)
                .vectors(examples.stream().map(Example::text).toList());
        this.questions = files.stream()
                .flatMap(LearningCurve::cases)
                .filter(LearningCurve::counts)
                .map(this::question)
                .toList();
    }

    public static void main(String[] files) {
        new LearningCurve(List.of(files)).print();
        // The tokenizer's library leaves threads behind.
        System.exit(0);
    }

    private static Stream<Case> cases(String file) {
        try {
            return Case.read(Files.readAllLines(Path.of(file))).stream();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("There is no file " + file, unreadable);
        }
    }

    private static boolean counts(Case one) {
        return one.wanted().size() == 1
                && one.context() instanceof Context.None
                && !right(one).contains("ask");
    }

    private static Set<String> right(Case one) {
        var right = Stream.concat(Stream.of(one.wanted()), one.others().stream())
                .map(wanted -> wanted.getFirst().intent())
                .collect(Collectors.toCollection(HashSet::new));
        if (right.stream().anyMatch(NOTHING::contains)) {
            right.addAll(NOTHING);
        }
        return right;
    }

    private Question question(Case one) {
        var masked = spelling.mended(
                Found.in(one.text(), Sample.NOW, Sample.ZONE, names).masked());
        return new Question(masked, embedder.embed(masked), right(one));
    }

    private void print() {
        var hands = new Prompts().hands(paths());
        var all = right(Set.of());
        var most = new ArrayList<Double>();
        System.out.printf("%d messages; with all sentences %.2f %% right%n", questions.size(), all);
        hands.forEach((hand, said) -> most.add(print(hand, said, all)));
        print(
                "all of these",
                hands.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()),
                all);
        System.out.printf(
                "on average one hand more is worth %.2f points per thousand sentences%n",
                most.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }

    private static List<String> paths() {
        return Sample.KNOWN.catalogue().paths().keySet().stream()
                .map(Object::toString)
                .toList();
    }

    private double print(String hand, Set<String> said, double all) {
        var without = right(said);
        var worth = 1000 * (all - without) / said.size();
        System.out.printf(
                "without %-28s %5d sentences: %.2f %%, they are worth %+.2f points per thousand%n",
                hand, said.size(), without, worth);
        return worth;
    }

    /** Of 100 messages, when taught without some sentences. */
    private double right(Set<String> without) {
        var kept = IntStream.range(0, written.size())
                .filter(n -> !without.contains(written.get(n).text()))
                .toArray();
        var trained = Trained.from(
                IntStream.of(kept).mapToObj(examples::get).toList(),
                IntStream.of(kept).mapToObj(n -> vectors[n]).toArray(float[][]::new));
        var right = questions.stream()
                .filter(question -> question.right().contains(best(trained, question)))
                .count();
        return 100.0 * right / questions.size();
    }

    private static String best(Trained trained, Question question) {
        return trained.score(question.masked(), question.vector()).verbs().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey()
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}

package dev.quartermaster.intents.reading.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.model.Hostile.Kind;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Threats 12, 14, 15 and 16: hostile answers by the thousand, counted. */
class HostileModelTest {

    /** A share for every build; {@code -Dhostile=10000} gives all of them. */
    private static final int ANSWERS = Integer.getInteger("hostile", 2_500);

    private static final long SEED = 20_260_311;
    private static final Set<Verb> LOOKS = EnumSet.of(
            Verb.LIST, Verb.STATUS, Verb.SPEND, Verb.FIND, Verb.HELP, Verb.WHY, Verb.SMALLTALK, Verb.OUTOFSCOPE);
    private static final List<String> SENTENCES = List.of(
            "something bigger would be nice for the churn thing until friday",
            "could raj maybe get at the orders, two weeks or so",
            "hm, 4 workers rather than 2 for my notebook, and the cluster can go",
            "keep it a bit longer? till monday 9am",
            "not sure what I need, some gpu, 2 a100 perhaps, for three days",
            "stop the notebook and give me read on sales.orders for a week, and what did we spend last month",
            "I used to have access to customer.accounts, what became of that, and can I have 64 GB",
            "the ray thing: bigger, or a new one, whichever, 8 workers, 16 cores, by thursday",
            "my request from yesterday is not needed, well, maybe it is, take it back or leave it",
            "leo takes over my cluster when I leave on the 14th, until then keep it, 3 days",
            "run it again",
            "more of the same please, five of them",
            "is there anything on returns? then let me write to it for an hour",
            "who can see this and why did it stop, restart it",
            "we are a team of five and start on monday with the attrition study, each needs somewhere to work with 8 cores and"
                    + " 32 GB, one of us also a GPU, and all of us read on sales.returns until the end of the month",
            "Hi there, hope you are well! Last week ana launched a cluster for the demo, it was fine. I would like to know what"
                    + " it cost, and whether the same could be had for two days next week, perhaps a little smaller than that");

    /** The real embedded reader's candidates, never sure of them: so the model is asked each time, and may find agreement. */
    private static final class Doubting implements Reader {
        private final EmbeddedReader embedded = Readers.EMBEDDED;
        private final ConcurrentHashMap<String, Optional<Outcome>> said = new ConcurrentHashMap<>();

        @Override
        public Optional<Outcome> read(
                dev.quartermaster.intents.reading.Utterance utterance, Context context, Known known) {
            return said.computeIfAbsent(
                    utterance.text(),
                    text -> embedded.read(utterance, context, known)
                            .map(own ->
                                    new Outcome.Unsure("Which of these do you mean?", List.of(), Hard.evidence(own))));
        }
    }

    private final Reader embedded = new Doubting();
    private final Interpreter alone = new Interpreter(List.of(new SlashReader(), embedded));
    private final Interpreter slash = new Interpreter(List.of(new SlashReader()));

    @Test
    void nothingHappensThatTheSameWordsAsACommandWouldNotDoAndNothingIsDecidedOrGuessed() {
        var hostile = new Hostile(SEED);
        var random = new Random(SEED);
        var puppet = Puppet.saying("");
        var desk = Desk.with(embedded, puppet);
        var before = puppet.requests().size();
        var asked = new EnumMap<Kind, Integer>(Kind.class);
        var decisions = new ArrayList<String>();
        var guesses = new ArrayList<String>();
        var beyond = new ArrayList<String>();
        var acted = 0;
        var unaided = new HashMap<String, Reading>();
        for (var number = 0; number < ANSWERS; number++) {
            var kind = Kind.values()[number % Kind.values().length];
            var sentence = SENTENCES.get(random.nextInt(SENTENCES.size()));
            var own = unaided.computeIfAbsent(
                    sentence, text -> alone.read(Sample.says(text), new Context.None(), Sample.KNOWN));
            var answer = hostile.answer(
                    kind, sentence, own.evidence().candidates().getFirst().verb());
            puppet.thinks(request -> answer);

            var reading = desk.read(sentence);

            var seen = kind + " | " + sentence + " | " + answer.substring(0, Math.min(300, answer.length()));
            asked.merge(kind, 1, Integer::sum);
            if (decides(reading)) {
                decisions.add(seen);
            }
            if (!kind.inForm() && !same(reading, own)) {
                guesses.add(seen);
            }
            if (reading instanceof Reading.Understood understood
                    && reading.evidence().by() == By.MODEL) {
                acted++;
                if (!within(understood, own)) {
                    beyond.add(seen);
                }
            }
            if (reading instanceof Reading.Ask ask && ask.evidence().by() == By.MODEL) {
                ask.options().stream().filter(option -> !harmless(option)).forEach(option -> beyond.add(seen + option));
            }
        }
        System.out.printf(
                "Hostile model: %,d answers of %d kinds, %,d calls, %d readings of the model acted on; %d decisions, %d guesses, %d"
                        + " effects beyond the commands%n",
                ANSWERS,
                asked.size(),
                puppet.requests().size() - before,
                acted,
                decisions.size(),
                guesses.size(),
                beyond.size());
        assertThat(decisions).isEmpty();
        assertThat(guesses).isEmpty();
        assertThat(beyond).isEmpty();
        assertThat(puppet.requests().size() - before)
                .as("each was really given")
                .isGreaterThan(ANSWERS);
        assertThat(Hostile.megabytes()).isGreaterThan(5_000_000);
    }

    private static boolean decides(Reading reading) {
        return reading instanceof Reading.Understood understood
                && understood.intents().stream().anyMatch(Intent.Decide.class::isInstance);
    }

    /** What would have been read without a model, whatever line it is remarked with. */
    private static boolean same(Reading reading, Reading own) {
        return switch (reading) {
            case Reading.Understood(var intents, var evidence, var from, var said) ->
                own instanceof Reading.Understood(var ours, var e, var f, var s) && ours.equals(intents);
            case Reading.Ask(
                    var question,
                    var options,
                    var evidence,
                    var between,
                    var besides,
                    var about,
                    var changes,
                    var left) ->
                own instanceof Reading.Ask(var ours, var ourOptions, var e, var b, var others, var a, var c, var l)
                        && ours.equals(question)
                        && ourOptions.equals(options);
            case Reading.Answer(var text, var evidence, var topic) ->
                own instanceof Reading.Answer(var ours, var ignored, var other) && ours.equals(text);
            case Reading.NotOurs(var why, var evidence) ->
                own instanceof Reading.NotOurs(var ours, var ignored) && ours.equals(why);
        };
    }

    /** Each doing is one that the embedded reader itself thought of, and one that can be typed, with the same effect. */
    private boolean within(Reading.Understood reading, Reading own) {
        var thought = own.evidence().candidates().stream().map(Candidate::verb).toList();
        return reading.evidence().candidates().stream()
                .filter(candidate -> !LOOKS.contains(candidate.verb()))
                .allMatch(candidate -> thought.contains(candidate.verb()) && typed(candidate, reading.intents()));
    }

    private boolean typed(Candidate candidate, List<Intent> intents) {
        var unsaid = EnumSet.of(Verb.RESIZE, Verb.TRANSFER, Verb.RUN);
        if (unsaid.contains(candidate.verb())) {
            // No command and no effect yet: the performer says so.
            return true;
        }
        var target = candidate.slots().get(KnownSlot.TARGET);
        if (target != null
                && !target.value().equals("last")
                && !target.value().toString().matches("(?:req|lease|env)-.*")) {
            // A description finds things among what the asker has; the command wants the id that it finds.
            return true;
        }
        var typed =
                slash.read(Sample.says(Typed.of(candidate, Sample.KNOWN).orElse("")), new Context.None(), Sample.KNOWN);
        return typed instanceof Reading.Understood(var same, var evidence, var from, var said)
                && intents.contains(same.getFirst());
    }

    private static boolean harmless(Reading.Option option) {
        var verb = option.command().split(" ")[0];
        return !verb.equals("approve") && !verb.equals("deny") && option.label().length() <= 75;
    }
}

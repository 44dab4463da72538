package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Bounds.Checked;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.gate.Rephrased;
import dev.quartermaster.intents.reading.parameter.NamedAmounts;
import dev.quartermaster.intents.reading.parameter.NamedChoices;
import dev.quartermaster.intents.reading.parameter.Sharing;
import dev.quartermaster.intents.reading.parameter.Storage;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.intents.reading.slots.Oneself;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From an utterance to a reading: the readers are asked in order, the first that has something to say is believed, and
 * what it says passes the one bounds check. Pure but for what a reader caches.
 */
public final class Interpreter {

    private static final String END_STAYS =
            "An end only ever moves on, so I changed nothing. To end it earlier, stop it when you are done.";

    private static final String UNKNOWN_END =
            "I know no date for “%s”. Until when shall it be? Say a day, for example “until Friday”, or a length.";

    /** Characters of a sentence; what is longer would be read in part, and a part may mean the opposite. */
    private static final int LONGEST = 2_000;

    private static final String TOO_LONG =
            "That is longer than I can read. Say in a few sentences what you need, or type /qm help.";
    private static final String UNREADABLE = "I could not read that. Say it in other words, or type /qm help.";
    private static final Evidence NOTHING = new Evidence(Evidence.By.SLASH, "none", List.of());
    private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

    private final List<Reader> readers;
    private volatile @Nullable Grammars grammars;

    /** @param readers in the order they are asked: the slash grammar first */
    public Interpreter(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** Names take a while to build, and stay while the catalogue and the people do. */
    private record Grammars(Known known, Names names) {}

    /** @param said as written; every reader sees it normalised, and who keeps it keeps what was written */
    public Reading read(Utterance said, Context context, Known known) {
        var utterance = rephrased(said.saying(TextNormalizer.normalized(said.text())), context, known);
        try {
            return utterance.text().length() > LONGEST
                    ? command(utterance, known)
                    : told(utterance, new ReadingGate(utterance, context, known, names(known)), known);
        } catch (StackOverflowError nested) {
            LOG.error(
                    "A message of {} characters could not be read",
                    utterance.text().length());
            return new Reading.Ask(UNREADABLE, List.of(), NOTHING);
        }
    }

    private Utterance rephrased(Utterance said, Context context, Known known) {
        return said.text().length() > LONGEST
                ? said
                : said.saying(Rephrased.of(
                        said.text(), context, text -> Found.in(text, said.at(), said.zone(), names(known))));
    }

    /** Of what is too long for a sentence only a command is read: it may carry a long purpose, and is read by a grammar. */
    private Reading command(Utterance utterance, Known known) {
        var outcome = readers.getFirst().read(utterance, new Context.None(), known);
        return outcome.isPresent()
                        && outcome.get() instanceof Outcome.Found(var evidence)
                        && evidence.by() == Evidence.By.SLASH
                ? checked(evidence, utterance, new Context.None(), known)
                : new Reading.Ask(TOO_LONG, List.of(), NOTHING);
    }

    private Reading told(Utterance utterance, ReadingGate gate, Known known) {
        return new UnofferedTools(gate.found(), known).told(read(utterance, gate, known));
    }

    private Reading read(Utterance utterance, ReadingGate gate, Known known) {
        for (var reader : readers) {
            var outcome = reader.read(utterance, gate.heard(), known, gate.found());
            if (outcome.isPresent()) {
                return switch (outcome.get()) {
                    case Outcome.Found(var evidence) ->
                        topical(
                                askAboutUnknownEnd(
                                        gated(checked(gate.wanted(evidence), utterance, gate.heard(), known), gate),
                                        gate),
                                utterance,
                                gate,
                                known);
                    case Outcome.Unsure(var question, var options, var evidence)
                    when correction(evidence, gate) || refuses(evidence, gate) ->
                        gated(shown(checked(gate.wanted(evidence), utterance, gate.heard(), known)), gate);
                    case Outcome.Unsure(var question, var options, var evidence) ->
                        topical(
                                new Reading.Ask(
                                                question,
                                                options.stream().limit(5).toList(),
                                                evidence,
                                                true)
                                        .changing(changes(evidence, gate))
                                        .noting(leftOut(evidence, gate)),
                                utterance,
                                gate,
                                known);
                };
            }
        }
        return new Reading.NotOurs(Answers.NOT_OURS, NOTHING);
    }

    /** Of one plain request of its own an end that is no time is asked about; of all others it is named as left out. */
    private static Reading askAboutUnknownEnd(Reading reading, ReadingGate gate) {
        if (reading.evidence().by() == Evidence.By.SLASH
                || !(reading instanceof Reading.Understood understood)
                || understood.from().size() != 1
                || !understood.said().isEmpty()) {
            return reading;
        }
        var from = understood.from().getFirst();
        var one = Objects.requireNonNull(from.candidate());
        var end = gate.unknownEnd();
        var only = end.map(words -> from.notes().stream()
                        .filter(note -> note.startsWith(Reading.LEFT_OUT))
                        .toList()
                        .equals(Reading.leftOut(List.of(words))))
                .orElse(false);
        return only
                        && ReadingGate.endless(one)
                        && !from.changes()
                        && (one.verb().opens()
                                || !Care.needed(one, reading.evidence().by()))
                ? new Reading.Ask(
                        String.format(UNKNOWN_END, end.orElseThrow()),
                        List.of(),
                        reading.evidence(),
                        false,
                        List.of(),
                        one,
                        false,
                        List.of())
                : reading;
    }

    /** A question or a remark is answered as what it is, whatever a reader took it for. */
    private Reading topical(Reading reading, Utterance utterance, ReadingGate gate, Known known) {
        if (reading.evidence().by() == Evidence.By.SLASH) {
            return reading;
        }
        var topics = new Topics(utterance, gate, known, text -> path(utterance.saying(text), known));
        return topics.of(reading)
                .<Reading>map(topic ->
                        new Reading.Answer(Topics.text(topic), Topics.evidence(topic, reading.evidence()), topic))
                .orElseGet(() -> besides(reading, topics.besides(reading)));
    }

    /** A card says what it costs and whose yes it needs; any other answer is told beside it. */
    private static Reading besides(Reading reading, List<String> more) {
        return reading instanceof Reading.Understood(var intents, var evidence, var from, var said)
                        && !more.isEmpty()
                        && intents.stream()
                                .noneMatch(intent -> intent instanceof Intent.Launch || intent instanceof Intent.Grant)
                ? new Reading.Understood(
                        intents,
                        evidence,
                        from,
                        Stream.concat(said.stream(), more.stream()).toList())
                : reading;
    }

    /** What an order for the same would get, where none is named: the reader knows what suits, and no model is asked again. */
    private Optional<Slot> path(Utterance order, Known known) {
        return readers.stream()
                .flatMap(reader -> reader.withoutModel().read(order, new Context.None(), known).stream())
                .flatMap(outcome -> outcome instanceof Outcome.Found(var evidence)
                        ? evidence.candidates().stream()
                        : Stream.<Candidate>empty())
                .filter(candidate -> candidate.verb() == Verb.LAUNCH)
                .flatMap(candidate -> Optional.ofNullable(candidate.slots().get(KnownSlot.PATH)).stream())
                .findFirst();
    }

    /** One of the readings it may be is a change of what was said before. */
    private static boolean changes(Evidence evidence, ReadingGate gate) {
        return evidence.by() != Evidence.By.SLASH
                && evidence.candidates().stream().anyMatch(gate::changes);
    }

    /** Doubtful, but plainly about what was said before: it is shown as a change of that. */
    private static boolean correction(Evidence evidence, ReadingGate gate) {
        return evidence.by() != Evidence.By.SLASH
                && evidence.candidates().size() == 1
                && evidence.candidates().getFirst().verb().acts()
                && gate.changes(evidence.candidates().getFirst());
    }

    /** It is asked for without something that it names: no button may carry that. */
    private static boolean refuses(Evidence evidence, ReadingGate gate) {
        return evidence.candidates().size() == 1 && !gate.wanted(evidence).equals(evidence);
    }

    private static Reading shown(Reading reading) {
        return reading instanceof Reading.Understood(var intents, var evidence, var from, var said)
                ? new Reading.Understood(
                        intents,
                        evidence,
                        from.stream().map(Reading.From::shown).toList(),
                        said)
                : reading;
    }

    /** What a button would leave out is said before it is pressed. */
    private static List<String> leftOut(Evidence evidence, ReadingGate gate) {
        if (evidence.by() == Evidence.By.SLASH) {
            return List.of();
        }
        var left = evidence.candidates().stream()
                .flatMap(candidate -> gate.leftOut(candidate).stream())
                .distinct()
                .toList();
        return left.isEmpty() ? List.of() : List.of("Not in every one of them: “" + String.join("”, “", left) + "”.");
    }

    private Names names(Known known) {
        var current = grammars;
        if (current == null
                || current.known().catalogue() != known.catalogue()
                || current.known().people() != known.people()) {
            current = new Grammars(known, new Names(known));
            grammars = current;
        }
        return current.names();
    }

    /** What the gate does not let through is shown, and named what was left out; commands mean what they say. */
    private static Reading gated(Reading reading, ReadingGate gate) {
        if (reading.evidence().by() == Evidence.By.SLASH) {
            return reading;
        }
        if (reading instanceof Reading.Ask ask) {
            return ask.with(ask.besides().stream()
                            .map(besides -> gated(besides, gate))
                            .toList())
                    .changing(ask.last().filter(gate::changes).isPresent())
                    .noting(Reading.leftOut(ask.last()
                            .map(about ->
                                    gate.of(about, ask.evidence().candidates()).left())
                            .orElse(List.of())));
        }
        if (!(reading instanceof Reading.Understood understood)) {
            return reading;
        }
        var stops = understood.intents().stream()
                .filter(Intent.Extend.class::isInstance)
                .map(intent -> stop(((Intent.Extend) intent).target()))
                .toList();
        if (gate.sooner() && !stops.isEmpty()) {
            return new Reading.Ask(END_STAYS, stops, understood.evidence())
                    .with(withoutExtensions(understood).stream()
                            .map(besides -> gated(besides, gate))
                            .toList());
        }
        var all = Stream.concat(
                        understood.from().stream().map(Reading.From::candidate),
                        understood.evidence().candidates().stream()
                                .filter(candidate -> !candidate.verb().acts() || asked(candidate, understood)))
                .toList();
        return new Reading.Understood(
                understood.intents(),
                understood.evidence(),
                understood.from().stream().map(from -> gated(from, all, gate)).toList(),
                understood.said());
    }

    /** It is asked about on its own: what is said of it is not left out. */
    private static boolean asked(Candidate candidate, Reading.Understood understood) {
        return understood.from().stream()
                .map(Reading.From::candidate)
                .filter(Objects::nonNull)
                .noneMatch(from -> from.verb() == candidate.verb());
    }

    private static List<Reading> withoutExtensions(Reading.Understood understood) {
        var intents = new ArrayList<Intent>();
        var from = new ArrayList<Reading.From>();
        for (var n = 0; n < understood.intents().size(); n++) {
            if (!(understood.intents().get(n) instanceof Intent.Extend)) {
                intents.add(understood.intents().get(n));
                from.add(understood.from().get(n).shown());
            }
        }
        return intents.isEmpty()
                ? List.of()
                : List.of(new Reading.Understood(intents, understood.evidence(), from, understood.said()));
    }

    /** Of exactly what an end was to be moved of. */
    private static Reading.Option stop(Target target) {
        var name = switch (target) {
            case Target.Id(var id) -> id;
            case Target.Described(var words) -> words;
            case Target.Last last -> "it";
        };
        return new Reading.Option("Stop " + name, CommandText.of(new Intent.Stop(target)));
    }

    private static Reading.From gated(Reading.From from, List<Candidate> all, ReadingGate gate) {
        var gated = gate.of(Objects.requireNonNull(from.candidate()), all).besides(from.notes());
        var notes = new ArrayList<>(from.notes());
        notes.addAll(Reading.leftOut(gated.left()));
        return new Reading.From(
                from.candidate(),
                from.confirm() || !gated.atOnce(),
                notes,
                from.others(),
                gated.why(),
                gate.changes(from.candidate()));
    }

    private static Evidence counted(Evidence read, String said, Known known) {
        var candidates = read.candidates().stream()
                .map(candidate -> Storage.in(RelativeAmounts.in(candidate, said), known.catalogue()))
                .map(candidate -> Sharing.in(candidate, said, known.catalogue()))
                .map(candidate -> Oneself.in(candidate, said))
                .map(candidate -> NamedChoices.in(candidate, said, known.catalogue()))
                .toList();
        return new Evidence(
                read.by(), read.version(), NamedAmounts.in(candidates, said, known.catalogue()), read.remark());
    }

    /** Where one of several requests is asked about, nothing is done, and nothing is lost: the others are shown beside it. */
    public static Reading checked(Evidence read, Utterance utterance, Context context, Known known) {
        var evidence = read.by() == Evidence.By.SLASH ? read : counted(read, utterance.text(), known);
        var bounds = new Bounds(utterance, context, known, evidence.by());
        var intents = new ArrayList<Intent>();
        var from = new ArrayList<Reading.From>();
        var answers = new ArrayList<String>();
        var asks = new ArrayList<Reading.Ask>();
        String foreign = Answers.NOT_OURS;
        var each = evidence.candidates().stream()
                .flatMap(candidate -> Several.of(candidate).stream())
                .toList();
        for (var candidate : each) {
            switch (bounds.check(candidate)) {
                case Checked.Good(var intent, var as, var notes, var others) -> {
                    intents.add(intent);
                    var confirm = Care.needed(candidate, evidence.by()) || !notes.isEmpty();
                    from.add(new Reading.From(as, confirm, notes, others));
                }
                case Checked.Said(var text) -> answers.add(text);
                case Checked.Foreign(var why) -> foreign = why;
                case Checked.Question(var text, var options) ->
                    asks.add(new Reading.Ask(text, options, evidence, false, List.of(), candidate, false, List.of()));
            }
        }
        if (!asks.isEmpty()) {
            var besides = new ArrayList<Reading>(asks.subList(1, asks.size()));
            if (!intents.isEmpty()) {
                var shown = from.stream().map(Reading.From::shown).toList();
                besides.add(new Reading.Understood(intents, evidence, shown, answers));
            } else if (!answers.isEmpty()) {
                besides.add(new Reading.Answer(String.join("\n\n", answers), evidence));
            }
            return asks.getFirst().with(besides);
        }
        if (!intents.isEmpty()) {
            return new Reading.Understood(intents, evidence, from, answers);
        }
        return answers.isEmpty()
                ? new Reading.NotOurs(foreign, evidence)
                : new Reading.Answer(String.join("\n\n", answers), evidence);
    }
}

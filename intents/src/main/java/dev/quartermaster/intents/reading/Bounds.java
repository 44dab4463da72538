package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.text.Nearest;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one check behind every reader: candidates become typed intents that name only what the catalogue and the people
 * know, or a question. Whatever a reader answered, nothing passes here that a command could not have said.
 */
final class Bounds {

    private static final String TIME = "(?:h|hrs?|hours?|d|days?|w|weeks?|mins?|minutes?|months?)\\b";

    /** {@code 4 more workers}, {@code another 16 GB}, {@code twice the memory}: counted from what there is. */
    private static final Pattern MORE = Pattern.compile("(?i)(?:"
            + "\\b(?:\\d{1,9}+|one|two|three|four|five|six|seven|eight|ten)\\s{0,3}+(?:\\w{1,20}+\\s{1,3}+)?"
            + "(?:more|extra|additional|fewer|less)\\b(?!\\s{1,3}+" + TIME + ")"
            + "|\\b(?:another|extra|additional)\\s{1,3}+(?:\\d{1,9}+|one|two|three|four|five|six|seven|eight|ten)\\b"
            + "(?!\\s{0,3}+" + TIME + ")"
            + "|\\b(?:double|twice|halve|half)\\b)");

    /** The size that it had, whatever that was. */
    private static final Pattern BACK = Pattern.compile("(?i)\\bback\\b.{0,20}?\\b(?:how|what|where|the way|the size)"
            + " (?:it|that) (?:was|had)\\b|\\bback to (?:before|(?:its|the) (?:old|former|previous|original) size)\\b"
            + "|\\b(?:undo|revert|reverse|roll back)\\b.{0,20}?\\b(?:resize|resizing|change of size|size change)\\b");

    private static final Pattern IN_ALL = Pattern.compile("(?i)\\bin (?:all|total)\\b");

    private static final Pattern REFUSED =
            Pattern.compile("(?i)\\b(?:refus|den(?:y|ied|ial)|reject|declin|turn(?:ed)? (?:me )?down|not allowed)");
    private static final Duration FARTHEST = Duration.ofDays(90);

    /** What a candidate comes to. */
    sealed interface Checked {
        /**
         * @param as what the intent says, and no more: the command that means the same is made from it
         * @param notes what is assumed or cannot be had, in sentences
         * @param others buttons beside yes
         */
        record Good(Intent intent, Candidate as, List<String> notes, List<Option> others) implements Checked {}

        record Question(String text, List<Option> options) implements Checked {}

        record Said(String text) implements Checked {}

        record Foreign(String why) implements Checked {}
    }

    private final Utterance utterance;
    private final Context context;
    private final Known known;
    private final Evidence.By by;

    Bounds(Utterance utterance, Context context, Known known, Evidence.By by) {
        this.utterance = utterance;
        this.context = context;
        this.known = known;
        this.by = by;
    }

    Checked check(Candidate candidate) {
        try {
            if (by != Evidence.By.SLASH && back(candidate)) {
                return before(candidate);
            }
            return switch (candidate.verb()) {
                case LAUNCH -> launch(candidate);
                case GRANT -> grant(candidate);
                case EXTEND -> extend(candidate);
                case RESIZE -> resize(candidate);
                case TRANSFER -> transfer(candidate);
                case LIST -> listed(candidate);
                case STATUS ->
                    new Listings(utterance, known, by)
                            .holders(candidate)
                            .map(holders -> good(holders, candidate))
                            .orElseGet(() ->
                                    good(new Intent.Show(Intent.Show.What.ONE, target(candidate), false), candidate));
                case SPEND -> spend(candidate);
                case APPROVE -> decide(candidate, Intent.Decide.Choice.APPROVE);
                case DENY -> decide(candidate, Intent.Decide.Choice.DENY);
                case RUN ->
                    text(candidate, KnownSlot.JOB)
                            .<Checked>map(job -> good(new Intent.Run(job), candidate))
                            .orElseGet(() -> new Checked.Question("Which job shall I run?", List.of()));
                case FIND ->
                    new Checked.Said(Answers.find(
                            text(candidate, KnownSlot.QUERY).orElse(""), known.catalogue(), known.people()));
                case WHY -> good(new Intent.Why(target(candidate), refused(candidate)), candidate);
                case HELP ->
                    new Listings(utterance, known, by)
                            .holders(candidate)
                            .map(holders -> good(holders, candidate))
                            .orElseGet(() -> new Checked.Said(Answers.help(
                                    text(candidate, KnownSlot.QUERY).orElse(""), utterance.text(), known.catalogue())));
                case SMALLTALK -> new Checked.Said(Answers.smallTalk(utterance.text()));
                case OUTOFSCOPE -> new Checked.Foreign(Answers.NOT_OURS);
                default -> good(candidate.verb().on(target(candidate)).orElseThrow(), candidate);
            };
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException outOfForm) {
            // A reader's slot that no type accepts, such as an end beyond the calendar: never guessed at.
            return new Checked.Question(
                    "I could not make sense of that. Say it in other words, or type /qm help.", List.of());
        }
    }

    private static Checked good(Intent intent, Candidate as) {
        return new Checked.Good(intent, as, List.of(), List.of());
    }

    private static Optional<String> text(Candidate candidate, KnownSlot slot) {
        return Optional.ofNullable(candidate.slots().get(slot))
                .map(value -> value.value().toString());
    }

    private Checked launch(Candidate candidate) {
        var named = text(candidate, KnownSlot.PATH);
        Optional<GoldenPath> path =
                named.filter(this::isPath).map(PathName::new).flatMap(known.catalogue()::path);
        if (path.isPresent()) {
            return launch(candidate, path.get(), List.of(), List.of());
        }
        var standard = named.isEmpty() && by == Evidence.By.EMBEDDED
                ? Standard.of(candidate.slots(), known.catalogue())
                : Optional.<GoldenPath>empty();
        if (standard.isPresent()) {
            var assumed =
                    standard.get().title() + " is assumed: it is the smallest environment that has what you named.";
            var others = options(
                    candidate, KnownSlot.PATH, Standard.others(standard.get(), candidate.slots(), known.catalogue()));
            return launch(candidate, standard.get(), List.of(assumed), others);
        }
        var question = named.map(name -> "There is no golden path called " + name + ". Did you mean one of these?")
                .orElse("What would you like to launch?");
        var near = Nearest.of(
                named.orElse(utterance.text()),
                Standard.offered(known.catalogue(), named.orElse("")),
                named.isPresent() ? 3 : 5);
        return new Checked.Question(question, options(candidate, KnownSlot.PATH, near));
    }

    private boolean isPath(String name) {
        return known.catalogue().paths().keySet().stream()
                .anyMatch(path -> path.value().equals(name));
    }

    private Checked launch(Candidate candidate, GoldenPath path, List<String> assumed, List<Option> others) {
        var term = Terms.of(candidate.slots(), utterance.zone());
        var notes = new ArrayList<>(assumed);
        var unmet = new Unmet(utterance, known);
        if (by != Evidence.By.SLASH) {
            notes.addAll(unmet.of(candidate.slots(), path));
        }
        var grantee = text(candidate, KnownSlot.GRANTEE).map(this::person).filter(whom -> !whom.equals(utterance.by()));
        var named = text(candidate, KnownSlot.GRANTEE).filter(name -> person(name) == null);
        if (named.isPresent()
                && (by == Evidence.By.SLASH
                        || known.people().called(named.get()).size() > 1)) {
            return nobody(named.get());
        }
        return past(term)
                .or(() -> amiss(candidate))
                .orElseGet(() -> new Checked.Good(
                        new Intent.Launch(
                                path.name(),
                                Parameters.of(candidate.slots(), path.parameters()),
                                term,
                                text(candidate, KnownSlot.PURPOSE).orElse(""),
                                grantee.orElse(null),
                                unmet.start(candidate.slots()).orElse(null)),
                        new Candidate(
                                Verb.LAUNCH,
                                unmet.met(candidate.slots(), path, grantee.isPresent()),
                                candidate.confidence()),
                        notes,
                        others));
    }

    private List<Option> options(Candidate candidate, KnownSlot slot, List<String> values) {
        return values.stream()
                .map(value -> new Option(value, CommandText.with(candidate, slot, value)))
                .toList();
    }

    private Optional<Checked> past(Term term) {
        return Terms.past(term, utterance.at())
                ? Optional.of(
                        new Checked.Question("That end has already passed. Until when do you need it?", List.of()))
                : Optional.empty();
    }

    /** A start before today or beyond what is planned; one earlier today means now. */
    private Optional<Checked> amiss(Candidate candidate) {
        var start = Terms.start(candidate.slots(), utterance.zone());
        var today = utterance.at().atZone(utterance.zone()).toLocalDate().atStartOfDay(utterance.zone());
        if (start.isPresent() && start.get().isBefore(today.toInstant())) {
            return Optional.of(new Checked.Question("That start has already passed. When shall it start?", List.of()));
        }
        return start.filter(from -> from.isAfter(utterance.at().plus(FARTHEST)))
                .map(from -> new Checked.Question("I plan at most 90 days ahead. When shall it start?", List.of()));
    }

    private Checked grant(Candidate candidate) {
        var names = known.catalogue().datasets().keySet().stream()
                .map(DatasetName::value)
                .sorted()
                .toList();
        var written = text(candidate, KnownSlot.DATASET);
        var dataset = written.flatMap(this::dataset);
        if (dataset.isEmpty()) {
            var question = written.map(name -> "I know no dataset called " + name + ". Did you mean one of these?")
                    .orElse("Which dataset do you need?");
            var near = Nearest.of(written.orElse(""), names, written.isPresent() ? 3 : 5);
            return new Checked.Question(question, options(candidate, KnownSlot.DATASET, near));
        }
        var grantee = text(candidate, KnownSlot.GRANTEE);
        if (grantee.isPresent()
                && person(grantee.get()) == null
                && (isTeam(grantee.get()) || grantee.get().matches("svc[-_].*|.*[-_](?:svc|service|bot)"))) {
            return new Checked.Said("Access goes to one person: everybody in " + grantee.get()
                    + " who needs it asks for it themselves, with /qm grant " + dataset.get() + ".");
        }
        if (grantee.isPresent() && person(grantee.get()) == null) {
            return nobody(grantee.get());
        }
        var access = text(candidate, KnownSlot.ACCESS)
                .filter("write"::equals)
                .map(word -> Access.WRITE)
                .orElse(Access.READ);
        var term = Terms.of(candidate.slots(), utterance.zone());
        var start = new Unmet(utterance, known).start(candidate.slots());
        return past(term)
                .or(() -> amiss(candidate))
                .orElseGet(() -> good(
                        new Intent.Grant(
                                dataset.get(),
                                access,
                                term,
                                text(candidate, KnownSlot.PURPOSE).orElse(""),
                                grantee.map(this::person)
                                        .filter(whom -> !whom.equals(utterance.by()))
                                        .orElse(null),
                                start.orElse(null)),
                        candidate));
    }

    private Optional<DatasetName> dataset(String written) {
        try {
            return Optional.of(new DatasetName(written))
                    .filter(name -> !known.catalogue().covered(name).isEmpty());
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private boolean isTeam(String id) {
        return known.people().teams().keySet().stream()
                .anyMatch(team -> team.value().equals(id));
    }

    private @Nullable PersonId person(String id) {
        return known.people().persons().keySet().stream()
                .filter(each -> each.value().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Checked nobody(String name) {
        var called = known.people().called(name);
        if (called.size() > 1) {
            var ids = called.stream().map(id -> "@" + id.value()).collect(Collectors.joining(", "));
            return new Checked.Question(
                    "More than one person is called " + name + ". Say which: " + ids + ".", List.of());
        }
        return new Checked.Question("I do not know who " + name + " is. Name the person as @name.", List.of());
    }

    private Checked extend(Candidate candidate) {
        var target = target(candidate);
        var term = Terms.of(candidate.slots(), utterance.zone());
        if (term instanceof Term.Unsaid) {
            var options = List.of("4h", "1d", "7d").stream()
                    .map(length -> new Option(length, CommandText.of(new Intent.Extend(target, length(length)))))
                    .toList();
            return new Checked.Question("For how much longer?", options);
        }
        return past(term).orElseGet(() -> good(new Intent.Extend(target, term), candidate));
    }

    private static Term length(String text) {
        return new Term.For(Value.Span.of(text).length());
    }

    private Checked listed(Candidate candidate) {
        return switch (new Listings(utterance, known, by).of(candidate)) {
            case Listings.Listed.Of(var intent) -> good(intent, candidate);
            case Listings.Listed.NoTeam(var name, var near) ->
                new Checked.Question(
                        near.isEmpty()
                                ? "There is no team called " + name + "."
                                : "There is no team called " + name + ". Did you mean one of these?",
                        options(candidate, KnownSlot.TEAM, near));
        };
    }

    /** "Why was I refused" is about the last thing that was. */
    private boolean refused(Candidate candidate) {
        return candidate.slots().containsKey(KnownSlot.REFUSED)
                || by != Evidence.By.SLASH && REFUSED.matcher(utterance.text()).find();
    }

    /** "Put it back to how it was", whichever verb that was taken for. */
    private boolean back(Candidate candidate) {
        return switch (candidate.verb()) {
            case RESIZE, RESUME, WITHDRAW, OUTOFSCOPE ->
                BACK.matcher(utterance.text()).find()
                        && Parameters.untyped(candidate.slots()).isEmpty();
            default -> false;
        };
    }

    private static Checked before(Candidate candidate) {
        var target = candidate.slots().getOrDefault(KnownSlot.TARGET, new Slot("last", "", true));
        return good(
                new Intent.Resize(target(candidate), new TreeMap<>()),
                new Candidate(Verb.RESIZE, Map.of(KnownSlot.TARGET, target), candidate.confidence()));
    }

    private Checked resize(Candidate candidate) {
        var parameters = Parameters.untyped(candidate.slots());
        // Counted from what there is, in words that say neither of what nor how much.
        var said = utterance.text();
        if (by != Evidence.By.SLASH
                && parameters.values().stream().noneMatch(Value.Relative.class::isInstance)
                && MORE.matcher(said).find()
                && !IN_ALL.matcher(said).find()) {
            return new Checked.Question(
                    "How much shall it be in all? Say for example \"6 workers\" or \"64 GB\".", List.of());
        }
        return parameters.isEmpty()
                ? new Checked.Question("How large shall it be? Say for example \"16 cores and 64 GB\".", List.of())
                : good(new Intent.Resize(target(candidate), parameters), candidate);
    }

    private Checked transfer(Candidate candidate) {
        var grantee = text(candidate, KnownSlot.GRANTEE);
        var to = grantee.map(this::person).orElse(null);
        if (to == null) {
            return grantee.map(this::nobody)
                    .orElseGet(() -> new Checked.Question("Who shall have it? Name the person as @name.", List.of()));
        }
        return good(new Intent.Transfer(target(candidate), to), candidate);
    }

    private Checked spend(Candidate candidate) {
        var named = text(candidate, KnownSlot.TEAM).filter(team -> !team.equals("mine"));
        var teams = known.people().teams().keySet().stream()
                .map(TeamId::value)
                .sorted()
                .toList();
        if (named.isPresent() && !teams.contains(named.get())) {
            var near = Nearest.of(named.get(), teams, 3);
            return new Checked.Question(
                    "There is no team called " + named.get() + ". Did you mean one of these?",
                    options(candidate, KnownSlot.TEAM, near));
        }
        var period = Terms.period(candidate.slots().get(KnownSlot.PERIOD));
        return good(new Intent.Spend(named.map(TeamId::new).orElse(null), period), candidate);
    }

    /** A model never decides; words decide only in the thread of exactly one waiting request, and only on that one. */
    private Checked decide(Candidate candidate, Intent.Decide.Choice choice) {
        var reason = text(candidate, KnownSlot.REASON).orElse("");
        if (by == Evidence.By.SLASH) {
            return good(new Intent.Decide(target(candidate), choice, reason), candidate);
        }
        var verb = choice == Intent.Decide.Choice.APPROVE ? Verb.APPROVE : Verb.DENY;
        var meant = DecisionWords.unmistakable(utterance.text())
                .filter(verb::equals)
                .isPresent();
        if (by == Evidence.By.EMBEDDED && meant && context instanceof Context.Waiting(var waiting)) {
            var named = target(candidate) instanceof Target.Id(String id) ? id : null;
            if (named == null || named.equals(waiting)) {
                var target = waiting == null ? new Target.Last() : new Target.Id(waiting);
                return good(new Intent.Decide(target, choice, reason), candidate);
            }
        }
        return new Checked.Said(Answers.DECIDE_BY_BUTTON);
    }

    private static Target target(Candidate candidate) {
        var words = text(candidate, KnownSlot.TARGET).orElse("last");
        if (words.matches("(?:my )?(?:last|latest)(?: (?:one|request|ask|lease))?|requests?|ask|it")) {
            return new Target.Last();
        }
        return words.matches("(?i)(?:req|lease|env)-[a-z0-9-]{1,60}")
                ? new Target.Id(words.toLowerCase(Locale.ROOT))
                : new Target.Described(words);
    }
}

package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was recognised in a message against what would be done: every time, number, amount and name is in a slot of one of
 * the readings, or it is left out and said to be.
 */
final class CoverageCheck {

    /** Anything with a digit in it is a number or a name, whoever recognises it. */
    private static final Pattern NUMBERED =
            Pattern.compile("<[^>\\s]*>|:[a-z0-9_+-]{1,40}:|[\\p{L}\\p{N}_@#][\\p{L}\\p{N}_@#.:/-]{0,80}");

    /** Those who may read it besides. */
    private static final SlotName SHARED = SlotName.of("share");

    private final String text;
    private final Found found;
    private final List<Clause> clauses;
    private final Known known;
    private final PersonId by;

    /** @param text as written. @param found and the clauses in exactly that text */
    CoverageCheck(String text, Found found, List<Clause> clauses, Known known, PersonId by) {
        this.clauses = clauses;
        this.text = text.toLowerCase(Locale.ROOT);
        this.found = found;
        this.known = known;
        this.by = by;
    }

    /** As the person wrote it, in order, each once. @param done what would be done or answered, with what it really uses */
    List<String> leftOut(List<Candidate> done) {
        var left = new ArrayList<Words>();
        found.times().stream()
                .filter(time -> !covered(time.words(), names(time), done))
                .map(TimeExpression::words)
                .forEach(left::add);
        found.mentions().stream()
                .filter(mention -> !mine(mention) && counts(mention, done) && !covered(mention, done))
                .map(Mention::words)
                .forEach(left::add);
        var against = new SpokenAgainst(text, clauses);
        rights(done).filter(right -> against.at(right.start())).forEach(left::add);
        var asides = SideRemarks.of(text, clauses);
        left.removeIf(words -> asides.get(words.start(), words.end()).cardinality() > 0
                && found.mentions().stream().noneMatch(mention -> mention.words() == words && covered(mention, done)));
        found.mentions().stream()
                .filter(mention -> wanted(mention.slot())
                        && (covered(mention, done) || absent(mention, done))
                        && against.of(mention))
                .map(Mention::words)
                .forEach(left::add);
        var accounted = spans(done, slot -> true);
        Stream.concat(
                        found.times().stream().map(TimeExpression::words),
                        found.mentions().stream().map(Mention::words))
                .forEach(words -> accounted.set(words.start(), words.end()));
        var opens = done.stream().anyMatch(one -> one.verb().opens() || one.verb() == Verb.EXTEND);
        if (opens) {
            Restrictions.in(text, clauses, accounted).forEach(left::add);
        }
        accounted.or(asides);
        numbers(accounted).forEach(left::add);
        ClauseSplitter.DAYS
                .matcher(found.text().toLowerCase(Locale.ROOT))
                .results()
                .filter(match -> accounted.get(match.start(), match.end()).isEmpty())
                .map(match -> new Words(match.group(), match.start(), match.end()))
                .forEach(left::add);
        Qualifiers.in(text, clauses, accounted).forEach(left::add);
        if (left.isEmpty() && done.stream().anyMatch(one -> one.verb().opens())) {
            LooseEnds.in(text, clauses, accounted).forEach(left::add);
        }
        return said(left);
    }

    private static boolean absent(Mention mention, List<Candidate> done) {
        return done.stream().noneMatch(one -> one.slots().containsKey(mention.slot()));
    }

    static boolean wanted(KnownSlot slot) {
        return slot.sized() || slot == KnownSlot.SIZE || slot == KnownSlot.GPU_KIND;
    }

    /** Where a right to data is named that would be given. */
    private Stream<Words> rights(List<Candidate> done) {
        return done.stream()
                .flatMap(each -> Stream.ofNullable(each.slots().get(KnownSlot.ACCESS)))
                .map(right -> right.words().toLowerCase(Locale.ROOT))
                .filter(right -> !right.isBlank() && text.contains(right))
                .map(right -> new Words(right, text.indexOf(right), text.indexOf(right) + right.length()));
    }

    /** Which slots may hold such a time: a start in an end's slot is no start. */
    private Set<KnownSlot> names(TimeExpression time) {
        return switch (time) {
            case TimeExpression.Lasting lasting -> Set.of(KnownSlot.FOR, KnownSlot.UNTIL);
            case TimeExpression.Until until -> Set.of(KnownSlot.UNTIL);
            case TimeExpression.From from ->
                found.times().stream()
                                .anyMatch(other -> other instanceof TimeExpression.Until
                                        && other.words().equals(from.words()))
                        ? Set.of(KnownSlot.FROM, KnownSlot.UNTIL)
                        : Set.of(KnownSlot.FROM);
            case TimeExpression.By by -> Set.of(KnownSlot.UNTIL, KnownSlot.FROM);
            case TimeExpression.During during -> Set.of(KnownSlot.UNTIL, KnownSlot.FROM);
        };
    }

    private boolean covered(Words words, Set<KnownSlot> names, List<Candidate> done) {
        return holds(
                spans(
                        done,
                        name -> name instanceof KnownSlot known
                                && (names.contains(known) || known.worded() && known != KnownSlot.JOB)),
                words);
    }

    private boolean covered(Mention mention, List<Candidate> done) {
        var name = mention.slot();
        return name.equals(KnownSlot.PATH)
                        && done.stream()
                                .anyMatch(each -> each.verb() == Verb.LAUNCH
                                        && mention.value().equals(value(each, KnownSlot.PATH)))
                || mention.slot() == KnownSlot.DATASET && done.stream().anyMatch(each -> reaches(each, mention))
                || mention.slot() == KnownSlot.PERSON && done.stream().anyMatch(each -> isFor(each, mention))
                || holds(spans(done, slot -> true), mention.words());
    }

    /** One of several for whom it is asked has no words of their own in it. */
    private static boolean isFor(Candidate one, Mention person) {
        var grantee = value(one, KnownSlot.GRANTEE);
        var readers = one.slots().get(SHARED);
        return grantee.equals(person.value())
                || grantee instanceof List<?> several && several.contains(person.value())
                || readers != null
                        && List.of(readers.value().toString().split(" ")).contains(person.value());
    }

    /** "The real customer accounts" of a golden path that reaches them. */
    private boolean reaches(Candidate launch, Mention mention) {
        var schema = mention.value().toString().replaceFirst("[.*].*$", "");
        var path = launch.slots().get(KnownSlot.PATH);
        return launch.verb() == Verb.LAUNCH
                && path != null
                && !mention.words().text().contains(".")
                && found.mentions().stream()
                        .noneMatch(each ->
                                each.slot() == KnownSlot.ACCESS && each.value().equals("write"))
                && known.catalogue().paths().values().stream()
                        .filter(each -> each.name().value().equals(path.value()))
                        .anyMatch(each -> each.data().datasets().stream()
                                .anyMatch(dataset -> dataset.value().startsWith(schema + ".")));
    }

    /** Whose it is to be matters only where something is made or asked for. */
    private static boolean counts(Mention mention, List<Candidate> done) {
        return !mention.slot().equals(KnownSlot.TEAM)
                || mention.resolved()
                || done.stream().anyMatch(each -> each.verb().takes(KnownSlot.GRANTEE));
    }

    private static Object value(Candidate candidate, KnownSlot slot) {
        var held = candidate.slots().get(slot);
        return held == null ? "" : held.value();
    }

    /** The name of a kind alone does not account for how many of it were said. */
    private boolean holds(BitSet spans, Words words) {
        return spans.get(words.start(), words.end()).cardinality() > 0
                && IntStream.range(words.start(), Math.min(words.end(), text.length()))
                        .allMatch(at -> spans.get(at)
                                || !Character.isDigit(text.charAt(at))
                                || at > words.start() && Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** The speaker and the speaker's own team go without saying. */
    private boolean mine(Mention mention) {
        return mention.slot().equals(KnownSlot.PERSON) && mention.value().equals(by.value())
                || mention.slot().equals(KnownSlot.TEAM)
                        && (mention.value().equals("mine")
                                || known.people()
                                        .teamOf(by)
                                        .map(Team::id)
                                        .filter(id -> id.value().equals(mention.value()))
                                        .isPresent());
    }

    /** Where the words of such slots stand. A path that was guessed from the whole sentence has no words of its own. */
    private BitSet spans(List<Candidate> done, java.util.function.Predicate<SlotName> which) {
        var spans = new BitSet(text.length());
        for (var candidate : done) {
            candidate.slots().forEach((name, slot) -> {
                if (which.test(name)
                        && used(candidate, name)
                        && !(name.equals(KnownSlot.PATH) && slot.words().length() > 40)) {
                    mark(spans, slot);
                }
            });
        }
        return spans;
    }

    /** Of an end and a length the length counts. */
    private static boolean used(Candidate candidate, SlotName name) {
        var length = candidate.slots().get(KnownSlot.FOR);
        return !name.equals(KnownSlot.UNTIL) || length == null || length.words().isBlank();
    }

    private void mark(BitSet spans, Slot slot) {
        var words = slot.words().toLowerCase(Locale.ROOT);
        if (words.isBlank()
                || slot.words().length() == text.length() && slot.words().length() > 40) {
            return;
        }
        for (var at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            var end = at + words.length();
            var whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length()
                            || !Character.isLetterOrDigit(text.charAt(end))
                            || !Character.isLetterOrDigit(text.charAt(end - 1)));
            if (whole) {
                spans.set(at, end);
            }
        }
    }

    private List<Words> numbers(BitSet accounted) {
        return NUMBERED.matcher(found.text())
                .results()
                .filter(match -> !match.group().startsWith(":")
                        && match.group().chars().anyMatch(Character::isDigit)
                        && unaccounted(match, accounted))
                .map(match -> new Words(match.group(), match.start(), match.end()))
                .toList();
    }

    /** "Plates-1926" is not accounted for by "plates". */
    private boolean unaccounted(MatchResult match, BitSet accounted) {
        return IntStream.range(match.start(), match.end())
                .filter(at -> match.group().indexOf('-') < 0 || Character.isDigit(text.charAt(at)))
                .noneMatch(accounted::get);
    }

    /** What stands side by side is one: "5" and "A100" are "5 A100". */
    private List<String> said(List<Words> left) {
        var covered = new BitSet();
        left.forEach(words -> covered.set(words.start(), Math.min(words.end(), text.length())));
        for (var at = 1; at < text.length() - 1; at++) {
            if (text.charAt(at) == ' ' && covered.get(at - 1) && covered.get(at + 1)) {
                covered.set(at);
            }
        }
        var said = new ArrayList<String>();
        for (var start = covered.nextSetBit(0); start >= 0; start = covered.nextSetBit(covered.nextClearBit(start))) {
            var words = found.text()
                    .substring(
                            start,
                            Math.min(covered.nextClearBit(start), found.text().length()));
            said.add(words.strip().replaceAll("\\s+", " ").replaceFirst("[.,;:]+$", ""));
        }
        return said.stream().distinct().toList();
    }
}

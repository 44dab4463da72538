package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.reading.CommandValue;
import dev.quartermaster.intents.reading.Field;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.slash.Taken.Fits;
import dev.quartermaster.intents.reading.slash.Taken.Wrong;
import dev.quartermaster.intents.reading.text.Nearest;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one piece as the value of one field, against the catalogue. */
final class FieldValues {

    static final Pattern TARGET = Pattern.compile("(?:req|lease|env)-[a-z0-9-]{1,60}|last");
    private static final Pattern DATASET = Pattern.compile("[a-z_][a-z0-9_]{0,62}\\.(?:[a-z_][a-z0-9_]{0,62}|\\*)");
    private static final Pattern MENTION =
            Pattern.compile("<@([A-Z0-9]+)(?:\\|[^>]*)?>|@?([a-zA-Z0-9][a-zA-Z0-9._-]{0,62})");

    private static final double MISSPELT = 0.7;

    private final Utterance utterance;
    private final Known known;
    private final Command command;

    FieldValues(Utterance utterance, Known known, Command command) {
        this.utterance = utterance;
        this.known = known;
        this.command = command;
    }

    Taken take(Field field, String piece) {
        var lower = CaseFolding.lower(piece);
        return switch (field.kind()) {
            case PATH -> path(field, lower);
            case DATASET -> dataset(field, lower);
            case ACCESS -> oneOf(field, lower, List.of("read", "write"));
            case TARGET ->
                TARGET.matcher(lower).matches()
                        ? fits(field, lower, piece)
                        : Wrong.because(
                                "\"" + piece + "\" is no request and nothing handed out: write req-… or lease-…, as "
                                        + "/qm list shows them.");
            case TEAM -> team(field, lower);
            case PERSON -> person(field, piece);
            case LENGTH -> length(field, piece);
            case LENGTH_OR_PERSON -> lengthOrPerson(piece);
            case END -> end(field, piece);
            case START -> start(field, piece);
            case PERIOD -> period(field, piece);
            case SCOPE -> lower.equals("team") ? fits(field, "mine", piece) : team(field, lower);
            case LISTED ->
                lower.matches("waiting|pending|approvals")
                        ? fits(field, "approvals", piece)
                        : oneOf(field, lower, List.of("waiting", "access"));
            case REFUSED ->
                lower.matches("refused|denied")
                        ? fits(field, "refused", piece)
                        : Wrong.because("\"" + piece + "\" is one word too many: /qm " + command.usage() + ".");
            case TOPIC -> topic(field, lower);
            case TEXT -> fits(field, piece, piece);
        };
    }

    private static Taken fits(Field field, Object value, String words) {
        return new Fits(field.slot(), new Slot(value, words, true));
    }

    private static Taken oneOf(Field field, String lower, List<String> allowed) {
        return allowed.contains(lower)
                ? fits(field, lower, lower)
                : Wrong.because("\"" + lower + "\" is no " + field.name() + ": it is one of "
                        + String.join(", ", allowed) + ".");
    }

    private Taken path(Field field, String lower) {
        var names =
                known.catalogue().paths().keySet().stream().map(PathName::value).toList();
        return names.contains(lower)
                ? fits(field, lower, lower)
                : new Wrong(
                        "There is no golden path called " + lower + ". Did you mean one of these?",
                        offers(nearestPaths(lower)));
    }

    /** By any of a path's names. What is only planned is worth naming where it was nearly named, and nowhere else. */
    private List<String> nearestPaths(String written) {
        return known.catalogue().paths().values().stream()
                .filter(path -> !path.planned() || likeness(written, path) >= MISSPELT)
                .sorted(Comparator.comparingDouble((GoldenPath path) -> -likeness(written, path))
                        .thenComparing(GoldenPath::name))
                .limit(3)
                .map(path -> path.name().value())
                .toList();
    }

    private static double likeness(String written, GoldenPath path) {
        return Stream.concat(Stream.of(path.name().value(), path.title()), path.synonyms().stream())
                .mapToDouble(name -> Nearest.likeness(written, name))
                .max()
                .orElse(0);
    }

    private Taken dataset(Field field, String lower) {
        var fitting = DATASET.matcher(lower).matches()
                && !known.catalogue().covered(new DatasetName(lower)).isEmpty();
        var names = known.catalogue().datasets().keySet().stream()
                .map(DatasetName::value)
                .flatMap(name -> Stream.of(name, name.replaceFirst("\\..*", ".*")))
                .distinct()
                .toList();
        return fitting
                ? fits(field, lower, lower)
                : new Wrong(
                        "There is no dataset called " + lower + ". Did you mean one of these?", nearest(lower, names));
    }

    private List<Reading.Option> nearest(String written, Collection<String> names) {
        return offers(Nearest.of(written, names, 3));
    }

    private List<Reading.Option> offers(List<String> names) {
        return names.stream()
                .map(name -> new Reading.Option(name, command.verb().word() + " " + name))
                .toList();
    }

    private Taken team(Field field, String lower) {
        if (lower.equals("mine")) {
            return fits(field, lower, lower);
        }
        var teams = known.people().teams().keySet().stream()
                .map(TeamId::value)
                .sorted()
                .toList();
        return teams.contains(lower)
                ? fits(field, lower, lower)
                : new Wrong("There is no team called " + lower + ". Did you mean one of these?", nearest(lower, teams));
    }

    /** By id first; then by name, where only one person is called that. */
    private Taken person(Field field, String piece) {
        var mention = MENTION.matcher(piece);
        if (!mention.matches()) {
            return Wrong.because("\"" + piece + "\" is nobody: name a person as @name.");
        }
        if (mention.group(1) != null) {
            return new Fits(field.slot(), new Slot(mention.group(1), piece, known(mention.group(1))));
        }
        var name = CaseFolding.lower(mention.group(2));
        var called = known(name)
                ? List.of(name)
                : known.people().called(name).stream().map(PersonId::value).toList();
        if (called.size() > 1) {
            return Wrong.because("More than one person is called " + mention.group(2) + ". Say which: @"
                    + String.join(", @", called) + ".");
        }
        var id = called.isEmpty() ? name : called.getFirst();
        return new Fits(field.slot(), new Slot(id, piece, known(id)));
    }

    private boolean known(String id) {
        return known.people().persons().keySet().stream()
                .anyMatch(each -> each.value().equals(id));
    }

    private Taken lengthOrPerson(String piece) {
        var length = length(Field.optional(KnownSlot.FOR, CommandValue.LENGTH, ""), piece);
        return length instanceof Fits
                ? length
                : switch (person(Field.optional(KnownSlot.GRANTEE, CommandValue.PERSON, ""), piece)) {
                    case Fits whose -> whose;
                    case Wrong nobody when nobody.fault().startsWith("More than one") -> nobody;
                    case Wrong neither ->
                        Wrong.because("\"" + piece + "\" is neither a length of time nor a person: write --duration"
                                + " 8h, or --to @name.");
                };
    }

    private Taken length(Field field, String piece) {
        return length(piece)
                .map(lasting -> fits(field, lasting.iso(), piece))
                .orElseGet(() -> Wrong.because("\"" + piece + "\" is no length of time: write 8h, 3d or 2w."));
    }

    /** The whole piece and nothing else. */
    Optional<TimeExpression.Lasting> length(String piece) {
        return exact(piece).or(() -> spoken(piece));
    }

    /** As commands are written for buttons. */
    private static Optional<TimeExpression.Lasting> exact(String piece) {
        try {
            var length = piece.matches("P[0-9DTHMS.]{1,40}")
                    ? Duration.parse(piece)
                    : piece.matches("[0-9]{1,6}[mhdw]") ? Value.Span.of(piece).length() : Duration.ZERO;
            return length.isPositive()
                    ? Optional.of(new TimeExpression.Lasting(length, new Words(piece, 0, piece.length())))
                    : Optional.empty();
        } catch (DateTimeParseException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private Optional<TimeExpression.Lasting> spoken(String piece) {
        return times(piece).stream()
                .filter(TimeExpression.Lasting.class::isInstance)
                .map(TimeExpression.Lasting.class::cast)
                .filter(lasting ->
                        lasting.words().text().length() == piece.strip().length())
                .findFirst();
    }

    /** A moment as commands are written for buttons: in the asker's own time where that says it exactly. */
    private Optional<String> moment(String piece) {
        try {
            if (!piece.matches("[0-9T:.+-]{10,40}Z?")) {
                return Optional.empty();
            }
            if (!piece.endsWith("Z")) {
                return Optional.of(
                        piece.contains("T")
                                ? LocalDateTime.parse(piece).toString()
                                : LocalDate.parse(piece).toString());
            }
            var moment = Instant.parse(piece);
            var local = LocalDateTime.ofInstant(moment, utterance.zone());
            // Where clocks go back an hour comes twice.
            var exact = local.atZone(utterance.zone()).toInstant().equals(moment);
            return Optional.of(exact ? local.toString() : moment.toString());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private Taken end(Field field, String piece) {
        var exact = moment(piece);
        if (exact.isPresent()) {
            return fits(field, exact.get(), piece);
        }
        return times("until " + piece).stream()
                .filter(TimeExpression.Until.class::isInstance)
                .map(TimeExpression.Until.class::cast)
                .findFirst()
                .map(until -> fits(field, until.iso(), piece))
                .orElseGet(() -> Wrong.because("\"" + piece + "\" is no end: write 2026-04-15 or \"Friday 5pm\"."));
    }

    private Taken start(Field field, String piece) {
        var exact = moment(piece);
        if (exact.isPresent()) {
            return fits(field, exact.get(), piece);
        }
        return times("from " + piece).stream()
                .filter(TimeExpression.From.class::isInstance)
                .map(TimeExpression.From.class::cast)
                .findFirst()
                .map(from -> fits(field, from.iso(), piece))
                .orElseGet(() -> Wrong.because("\"" + piece + "\" is no start: write 2026-04-15 or \"Monday 9:00\"."));
    }

    private Taken period(Field field, String piece) {
        var day = "\\d{4}-\\d{2}-\\d{2}";
        var one = "(?:\\d{4}|\\d{4}-\\d{2}|" + day + "/" + day + ")";
        if (piece.matches(one + "(?:," + one + "){0,20}") && (piece.contains("/") || piece.contains(","))) {
            return fits(field, piece.contains(",") ? List.of(piece.split(",")) : piece, piece);
        }
        if (piece.matches("\\d{4}-\\d{1,2}(?:-\\d{1,2})?") && !piece.matches("\\d{4}-(?:0[1-9]|1[0-2])(?:-\\d{2})?")) {
            return Wrong.because("\"" + piece + "\" is no month: write for example 2026-02.");
        }
        Optional<TimeExpression.During> during = times("in " + piece).stream()
                .filter(TimeExpression.During.class::isInstance)
                .map(TimeExpression.During.class::cast)
                .findFirst();
        return during.map(found -> fits(field, found.iso(), piece))
                .orElseGet(() -> Wrong.because("\"" + piece + "\" is no period: write 2026-02, Q1 or \"last month\"."));
    }

    private List<TimeExpression> times(String words) {
        return TimeGrammar.find(Sentence.of(words), utterance.at(), utterance.zone());
    }

    private Taken topic(Field field, String lower) {
        var path = known.catalogue().paths().keySet().stream()
                .anyMatch(name -> name.value().equals(lower));
        return path || Commands.named(lower).isPresent()
                ? fits(field, lower, lower)
                : Wrong.because("There is no help on " + lower + ": /qm help shows what there is.");
    }
}

package dev.quartermaster.intents.reading.slash;

import static dev.quartermaster.intents.reading.slash.Field.optional;
import static dev.quartermaster.intents.reading.slash.Field.required;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.Field.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every command, and the help that follows from the declarations and the catalogue. Plain text throughout. */
public final class Commands {

    private static final Field DURATION = optional(KnownSlot.FOR, Kind.LENGTH, "for how long, such as 8h, 3d or 2w");
    private static final Field UNTIL =
            optional(KnownSlot.UNTIL, Kind.END, "its end, such as 2026-04-15 or \"Friday 5pm\"");
    private static final Field FROM = optional(
            KnownSlot.FROM,
            Kind.START,
            "when it is to start, such as 2026-04-15 or \"Monday 9:00\"; at once when left out");
    private static final Field TO = optional(
            KnownSlot.GRANTEE, Kind.PERSON, "whose it becomes, where you answer for them; yours when left out");
    private static final Field PURPOSE = optional(KnownSlot.PURPOSE, Kind.TEXT, "what it is for; approvers read it");
    private static final Field REASON = optional(KnownSlot.REASON, Kind.TEXT, "said to the asker");
    private static final Field TARGET =
            optional(KnownSlot.TARGET, Kind.TARGET, "req-… or lease-…; the last one when left out");
    private static final Field REQUEST =
            required(KnownSlot.TARGET, Kind.TARGET, "the request's id, req-…").called("request");

    static final List<Command> ALL = List.of(
            new Command(
                    Verb.LAUNCH,
                    List.of(required(KnownSlot.PATH, Kind.PATH, "a golden path")),
                    List.of(DURATION, UNTIL, FROM, TO, PURPOSE),
                    "Launch a golden path",
                    "launch ray-cluster --workers 2 --duration 3d --purpose \"churn model\""),
            new Command(
                    Verb.GRANT,
                    List.of(
                            required(KnownSlot.DATASET, Kind.DATASET, "schema.table or schema.*"),
                            optional(KnownSlot.ACCESS, Kind.ACCESS, "read, or write; read when left out")),
                    List.of(DURATION, UNTIL, FROM, TO, PURPOSE),
                    "Ask for access to data",
                    "grant sales.orders read --duration 2w --purpose \"churn study\""),
            new Command(
                    Verb.LIST,
                    List.of(
                            optional(KnownSlot.TEAM, Kind.SCOPE, "the word team for your own, or a team's name"),
                            optional(KnownSlot.WHAT, Kind.LISTED, "waiting: what waits for a yes; access: who has it"),
                            optional(KnownSlot.DATASET, Kind.DATASET, "to what data, for who has access to it")),
                    List.of(),
                    "What you have and what you asked for, a team's, what waits, or who has access to data",
                    "list waiting"),
            new Command(Verb.STATUS, List.of(TARGET), List.of(), "How it stands with one thing", "status req-17"),
            new Command(Verb.STOP, List.of(TARGET), List.of(), "End something of yours", "stop lease-17"),
            new Command(
                    Verb.EXTEND,
                    List.of(
                            TARGET,
                            optional(KnownSlot.FOR, Kind.LENGTH, "how much longer, such as 4h or 2d")
                                    .called("by")),
                    List.of(DURATION, UNTIL),
                    "Keep something longer",
                    "extend lease-17 2d"),
            new Command(Verb.RESUME, List.of(TARGET), List.of(), "Start again what was stopped", "resume lease-17"),
            new Command(Verb.WITHDRAW, List.of(TARGET), List.of(), "Take back a request of yours", "withdraw req-17"),
            new Command(
                    Verb.SPEND,
                    List.of(optional(KnownSlot.TEAM, Kind.TEAM, "a team; yours when left out")),
                    List.of(optional(
                            KnownSlot.PERIOD,
                            Kind.PERIOD,
                            "such as 2026-02 or \"last month\"; this month when left out")),
                    "What was used and what it cost",
                    "spend growth --period 2026-02"),
            new Command(
                    Verb.WHY,
                    List.of(TARGET, optional(KnownSlot.REFUSED, Kind.REFUSED, "the last one that was refused")),
                    List.of(),
                    "Why something was decided as it was",
                    "why req-17"),
            new Command(
                    Verb.APPROVE,
                    List.of(REQUEST),
                    List.of(REASON),
                    "Say yes to a request you may decide on",
                    "approve req-17"),
            new Command(
                    Verb.DENY,
                    List.of(REQUEST),
                    List.of(REASON),
                    "Say no to a request you may decide on",
                    "deny req-17 --reason \"use the sandbox\""),
            new Command(
                    Verb.HELP,
                    List.of(optional(KnownSlot.QUERY, Kind.TOPIC, "a command or a golden path")
                            .called("topic")),
                    List.of(),
                    "What can be asked for and how",
                    "help launch"));

    /** Said in words or carried by buttons; not in the help, because the words are easier. */
    private static final List<Command> BESIDES = List.of(
            new Command(
                    Verb.FIND,
                    List.of(required(KnownSlot.QUERY, Kind.TEXT, "what you look for")),
                    List.of(),
                    "Find data or something to launch",
                    "find returns"),
            new Command(
                    Verb.RUN,
                    List.of(required(KnownSlot.JOB, Kind.TEXT, "the job's name")),
                    List.of(),
                    "Run a job",
                    "run nightly"),
            new Command(
                    Verb.RESIZE, List.of(TARGET), List.of(), "Change the size of what runs", "resize lease-17 --cpu 4"),
            new Command(
                    Verb.TRANSFER,
                    List.of(TARGET),
                    List.of(TO),
                    "Hand something to somebody else",
                    "transfer lease-17 --to mia"));

    private Commands() {}

    static Optional<Command> named(String word) {
        return Stream.concat(ALL.stream(), BESIDES.stream())
                .filter(command -> command.verb().word().equals(word))
                .findFirst();
    }

    /** Whether the command of a verb has a place or an option for the slot. */
    static boolean takes(Verb verb, KnownSlot slot) {
        return named(verb.word()).filter(command -> command.takes(slot)).isPresent();
    }

    /** What stands in the places of a verb's command, in their order. */
    static List<KnownSlot> places(Verb verb) {
        return named(verb.word()).stream()
                .flatMap(command -> command.arguments().stream())
                .map(Field::slot)
                .toList();
    }

    /** What a launch takes whatever is launched; its length may be a parameter of the golden path, too. */
    public static Set<String> launchTakes() {
        var launch = named(Verb.LAUNCH.word()).orElseThrow();
        return Stream.concat(launch.arguments().stream(), launch.options().stream())
                .filter(field -> !field.equals(DURATION))
                .flatMap(field -> Stream.of(field.name(), field.slot().text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Help on a command or a golden path; on everything where the topic is neither. */
    public static String help(String topic, Catalogue catalogue) {
        var command = named(topic);
        if (command.isPresent()) {
            return onCommand(command.get());
        }
        var path = catalogue.paths().values().stream()
                .filter(each -> each.name().value().equals(topic))
                .findFirst();
        return path.map(Commands::onPath).orElseGet(() -> overview(catalogue));
    }

    private static String overview(Catalogue catalogue) {
        var commands = ALL.stream()
                .map(command -> "/qm " + command.usage() + "\n    " + command.about() + ".")
                .collect(Collectors.joining("\n"));
        var paths = titles(catalogue, path -> !path.planned());
        var planned = titles(catalogue, GoldenPath::planned);
        return "Say in your own words what you need, for example \"a notebook for three days for the churn study\""
                + " or \"read on sales.orders for two weeks\". Or type a command:\n" + commands
                + "\nYou can launch: " + paths + "."
                + (planned.isEmpty() ? "" : "\nPlanned, not offered yet: " + planned + ".");
    }

    private static String titles(Catalogue catalogue, Predicate<GoldenPath> which) {
        return catalogue.paths().values().stream()
                .filter(which)
                .sorted(Comparator.comparing(GoldenPath::name))
                .map(path -> path.name() + " (" + path.title() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String onCommand(Command command) {
        var fields = Stream.concat(
                        command.arguments().stream().map(field -> field.name() + ": " + field.about()),
                        command.options().stream().map(field -> "--" + field.name() + ": " + field.about()))
                .map(line -> "\n    " + line)
                .collect(Collectors.joining());
        return command.about() + ".\n/qm " + command.usage() + fields + "\nFor example: /qm " + command.example();
    }

    private static String onPath(GoldenPath path) {
        var parameters = path.parameters().stream()
                .map(parameter -> "\n    " + parameter.option() + ": " + bounds(parameter))
                .collect(Collectors.joining());
        return path.title() + ": " + path.about() + (path.planned() ? " Planned, not offered yet." : "")
                + "\n/qm launch " + path.name() + " [--parameter value …]"
                + parameters;
    }

    /** What a parameter takes, in words: {@code a whole number from 0 to 8, 0 when left out}. */
    static String bounds(Parameter parameter) {
        var what = switch (parameter.type()) {
            case INTEGER -> "a whole number" + between(parameter.min(), parameter.max());
            case QUANTITY -> "an amount of memory such as 16Gi" + between(parameter.min(), parameter.max());
            case DURATION -> "a length of time such as 8h or 3d" + between(parameter.min(), parameter.max());
            case PRESET, CHOICE -> "one of " + String.join(", ", parameter.options());
            case IMAGE -> "an image such as registry/name:tag";
            case TEXT -> "words";
        };
        var standard = parameter.standard();
        return what + (standard == null ? "" : ", " + standard.text() + " when left out");
    }

    private static String between(@Nullable Value min, @Nullable Value max) {
        if (min != null && max != null) {
            return " from " + min.text() + " to " + max.text();
        }
        return max != null ? " up to " + max.text() : min != null ? " from " + min.text() + " on" : "";
    }

    static List<String> options(Command command, Optional<PathName> path, Catalogue catalogue) {
        var own = command.options().stream().map(Field::name);
        var parameters = path.flatMap(catalogue::path).stream()
                .flatMap(each -> each.parameters().stream())
                .map(Parameter::option)
                .map(option -> option.substring(2));
        return Stream.concat(parameters, own).distinct().sorted().toList();
    }
}

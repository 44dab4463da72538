package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.Field;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
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

    static final List<Command> ALL = Stream.of(Verb.values())
            .flatMap(verb -> verb.command().map(form -> new Command(verb, form)).stream())
            .toList();

    /** Those of the help, in its order; others are said in words or carried by buttons. */
    static final List<Command> LISTED = ALL.stream()
            .filter(command -> command.form().rank() > 0)
            .sorted(Comparator.comparingInt(command -> command.form().rank()))
            .toList();

    private Commands() {}

    static Optional<Command> named(String word) {
        return ALL.stream()
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
                .filter(field -> field.slot() != KnownSlot.FOR)
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
        var commands = LISTED.stream()
                .map(command ->
                        "/qm " + command.usage() + "\n    " + command.form().about() + ".")
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
        return command.form().about() + ".\n/qm " + command.usage() + fields + "\nFor example: /qm "
                + command.form().example();
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
            case NAME, SCHEDULE -> parameter.valid();
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

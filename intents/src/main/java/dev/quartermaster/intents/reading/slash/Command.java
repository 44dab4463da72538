package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One verb's declaration.
 *
 * @param arguments by position; the optional ones last
 * @param options by name; a golden path's parameters are added to {@code launch}'s by the catalogue
 * @param about one line of help
 */
record Command(Verb verb, List<Field> arguments, List<Field> options, String about, String example) {

    Command {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /** By its name, or by another word that people use for it: {@code --for} a length or a person, {@code --grantee}. */
    Optional<Field> option(String name) {
        return named(name).or(() -> switch (name) {
            case "grantee" -> named("to");
            case "for" ->
                named("to").isPresent()
                        ? Optional.of(Field.optional("for", Field.Kind.LENGTH_OR_PERSON, ""))
                        : named("duration");
            default -> Optional.empty();
        });
    }

    private Optional<Field> named(String name) {
        return options.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** As shown to people: {@code grant <dataset> [read|write] [--duration 2w]}. */
    String usage() {
        var places = arguments.stream().map(field -> {
            var shown = field.kind() == Field.Kind.ACCESS ? "read|write" : field.name();
            return field.required() ? " <" + shown + ">" : " [" + shown + "]";
        });
        var named = options.stream().map(field -> " [--" + field.name() + " " + sample(field) + "]");
        var parameters = verb == Verb.LAUNCH ? " [--parameter value …]" : "";
        return verb.word() + places.collect(Collectors.joining()) + parameters + named.collect(Collectors.joining());
    }

    private static String sample(Field field) {
        return switch (field.kind()) {
            case LENGTH, LENGTH_OR_PERSON -> "2d";
            case END -> "2026-04-15";
            case START -> "\"Monday 9:00\"";
            case PERIOD -> "2026-02";
            case TEXT -> "\"…\"";
            case PATH, DATASET, ACCESS, TARGET, TEAM, PERSON, SCOPE, TOPIC -> field.name();
        };
    }
}

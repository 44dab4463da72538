package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.CommandForm;
import dev.quartermaster.intents.reading.CommandValue;
import dev.quartermaster.intents.reading.Field;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One verb's command as it is typed. */
record Command(Verb verb, CommandForm form) {

    List<Field> arguments() {
        return form.places();
    }

    /** By name; a golden path's parameters are added to {@code launch}'s by the catalogue. */
    List<Field> options() {
        return verb.slots().stream()
                .flatMap(slot -> slot.option().map(option -> Field.of(slot, option)).stream())
                .toList();
    }

    /** By its name, or by another word that people use for it: {@code --for} a length or a person, {@code --grantee}. */
    Optional<Field> option(String name) {
        return named(name).or(() -> SlotName.of(name) instanceof KnownSlot slot ? option(slot) : argument(name));
    }

    private Optional<Field> option(KnownSlot slot) {
        return switch (slot) {
            case GRANTEE -> named(slot.called());
            case FOR ->
                named(KnownSlot.GRANTEE.called()).isPresent()
                        ? Optional.of(Field.optional(slot, CommandValue.LENGTH_OR_PERSON, ""))
                        : named(slot.called());
            case TARGET -> described();
            case QUERY ->
                verb == Verb.HELP
                        ? Optional.of(Field.optional(slot, CommandValue.TEXT, "in words"))
                        : argument(slot.called());
            default -> argument(slot.called());
        };
    }

    private Optional<Field> named(String name) {
        return options().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** What has a place can be named as well. */
    private Optional<Field> argument(String name) {
        return arguments().stream()
                .filter(field -> field.name().equals(name) && field.kind() != CommandValue.TARGET)
                .findFirst();
    }

    /** What a reading calls it, such as "my notebook"; a decision is for exactly one request, never for a description. */
    private Optional<Field> described() {
        return arguments().stream()
                .filter(field -> field.kind() == CommandValue.TARGET && !field.required())
                .findFirst()
                .map(field -> Field.optional(KnownSlot.TARGET, CommandValue.TEXT, "in words"));
    }

    /** Whether some place or option of it fills the slot. */
    boolean takes(KnownSlot slot) {
        return Stream.concat(arguments().stream(), options().stream()).anyMatch(field -> field.slot() == slot);
    }

    /** As shown to people: {@code grant <dataset> [read|write] [--duration 2w]}. */
    String usage() {
        var places = arguments().stream().map(field -> {
            var shown = field.kind() == CommandValue.ACCESS ? "read|write" : field.name();
            return field.required() ? " <" + shown + ">" : " [" + shown + "]";
        });
        var named = options().stream().map(field -> " [--" + field.name() + " " + sample(field) + "]");
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
            case PATH, DATASET, ACCESS, TARGET, TEAM, PERSON, SCOPE, LISTED, REFUSED, TOPIC -> field.name();
        };
    }
}

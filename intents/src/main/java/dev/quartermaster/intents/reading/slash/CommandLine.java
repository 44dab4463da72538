package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.Taken.Fits;
import dev.quartermaster.intents.reading.slash.Taken.Wrong;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One command line being read, left to right; stops at the first fault. */
final class CommandLine {

    private final Command command;
    private final List<String> pieces;
    private final Known known;
    private final FieldValues values;
    private final Map<SlotName, Slot> slots = new LinkedHashMap<>();
    private int nextArgument;
    private @Nullable Wrong fault;

    CommandLine(Command command, List<String> pieces, Utterance utterance, Known known) {
        this.command = command;
        this.pieces = pieces;
        this.known = known;
        this.values = new FieldValues(utterance, known, command);
        read();
    }

    Map<SlotName, Slot> slots() {
        return slots;
    }

    Optional<Wrong> fault() {
        return Optional.ofNullable(fault);
    }

    private void read() {
        var at = 0;
        while (at < pieces.size() && fault == null) {
            var piece = pieces.get(at);
            if (piece.startsWith("--") && piece.length() > 2) {
                option(piece.substring(2), at + 1 < pieces.size() ? pieces.get(at + 1) : null);
                at += 2;
            } else {
                argument(piece);
                at++;
            }
        }
        var left = command.arguments().stream()
                .filter(field -> field.required() && !slots.containsKey(field.slot()))
                .findFirst();
        if (fault == null && left.isPresent()) {
            var missing = left.get();
            fault = Wrong.because("A " + missing.name() + " is missing: /qm " + command.usage() + ", for example /qm "
                    + command.form().example() + ".");
        }
    }

    /** An optional argument that the piece does not fit may be left out for the one after it. */
    private void argument(String piece) {
        Wrong first = null;
        while (nextArgument < command.arguments().size()) {
            var field = command.arguments().get(nextArgument);
            switch (values.take(field, piece)) {
                case Fits fits -> {
                    nextArgument++;
                    slots.put(fits.slot(), fits.value());
                    return;
                }
                case Wrong wrong -> first = first == null ? wrong : first;
            }
            if (field.required()) {
                fault = first;
                return;
            }
            nextArgument++;
        }
        fault = first != null
                ? first
                : Wrong.because("\"" + piece + "\" is one word too many: /qm " + command.usage() + ".");
    }

    /** @param written in either form: {@code gpu-kind}, {@code gpu_kind} */
    private void option(String written, @Nullable String value) {
        var name = written.toLowerCase(Locale.ROOT).replace('_', '-');
        var parameter = parameter(name);
        // Once the golden path is said, --path is a parameter of that name, where it has one.
        var field = command.option(name)
                .filter(each -> parameter.isEmpty()
                        || command.arguments().stream()
                                .noneMatch(argument -> argument.slot().equals(each.slot())));
        if (field.isEmpty() && parameter.isEmpty()) {
            fault = Wrong.because("There is no --" + written + " here. " + allowed());
        } else if (value == null) {
            fault = Wrong.because("--" + name + " wants a value. "
                    + parameter
                            .map(each -> "It takes " + Commands.bounds(each) + ".")
                            .orElse("/qm " + command.usage() + "."));
        } else {
            switch (field.isPresent()
                    ? values.take(field.get(), value)
                    : new ParameterValues(values, command.verb() == Verb.RESIZE).take(parameter.get(), value)) {
                case Fits fits -> {
                    if (slots.put(fits.slot(), fits.value()) != null) {
                        fault = Wrong.because("--" + name + " says again what was said before: leave one of them out.");
                    }
                }
                case Wrong wrong -> fault = wrong;
            }
        }
    }

    private Optional<PathName> path() {
        return Optional.ofNullable(slots.get(KnownSlot.PATH))
                .map(slot -> new PathName(slot.value().toString()));
    }

    private Optional<Parameter> parameter(String name) {
        var parameter = name.replace('-', '_');
        if (command.verb() == Verb.RESIZE) {
            // What runs is not known here: any path's parameter of that name says what it may be.
            return known.catalogue().paths().values().stream()
                    .sorted(Comparator.comparing(GoldenPath::name))
                    .flatMap(each -> each.parameter(parameter).stream())
                    .findFirst();
        }
        Optional<GoldenPath> path =
                command.verb() == Verb.LAUNCH ? path().flatMap(known.catalogue()::path) : Optional.empty();
        return path.flatMap(each -> each.parameter(parameter));
    }

    private String allowed() {
        var names = Commands.options(command, path(), known.catalogue());
        return names.isEmpty()
                ? "/qm " + command.usage() + " takes no options."
                : "It takes --" + String.join(", --", names) + ".";
    }
}

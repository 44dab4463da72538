package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A command's values by where they stand, as they were typed: a fault of one hides no other. What they mean is the
 * grammar's to say.
 *
 * @param places what is said by position
 * @param options by option as it is shown, such as {@code --gpu-kind}; the last of those that are said twice
 */
public record TypedCommand(Verb verb, List<String> places, Map<String, String> options) {
    public TypedCommand {
        places = List.copyOf(places);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Empty: its first word is no command's. */
    public static Optional<TypedCommand> of(String line) {
        var pieces = Pieces.of(line.strip().replaceFirst("^(?:--|—)\\s+", ""));
        return pieces.isEmpty()
                ? Optional.empty()
                : Commands.named(pieces.getFirst().toLowerCase(Locale.ROOT))
                        .map(command -> of(command.verb(), pieces.subList(1, pieces.size())));
    }

    private static TypedCommand of(Verb verb, List<String> pieces) {
        var places = new ArrayList<String>();
        var options = new LinkedHashMap<String, String>();
        for (var at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            if (!piece.startsWith("--") || piece.length() == 2) {
                places.add(piece);
            } else if (at + 1 < pieces.size()) {
                options.put(piece.toLowerCase(Locale.ROOT).replace('_', '-'), pieces.get(++at));
            }
        }
        return new TypedCommand(verb, places, options);
    }

    /** The command, each value one piece of it. */
    public String text() {
        var line = new StringBuilder(verb.word());
        places.forEach(place -> line.append(' ').append(Pieces.written(place)));
        options.forEach(
                (option, value) -> line.append(' ').append(option).append(' ').append(Pieces.written(value)));
        return line.toString();
    }
}

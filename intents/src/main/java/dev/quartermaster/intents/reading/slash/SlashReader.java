package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.slash.Taken.Wrong;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The grammar. Where every piece fits it is the grammar's; with a leading {@code --}, or with an option somewhere, it
 * must be, and a fault is said; otherwise it is a sentence and this reader has nothing to say.
 */
public final class SlashReader implements Reader {

    private static final String VERSION = "slash";

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known) {
        var text = utterance.text().strip();
        if (text.startsWith("/qm")) {
            text = text.substring(3).strip();
        }
        var forced = text.startsWith("--") || text.startsWith("—");
        var line = forced ? text.replaceFirst("^(?:--|—)\\s*", "") : text;
        var pieces = Pieces.of(line);
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        var command = Commands.named(pieces.getFirst().toLowerCase(Locale.ROOT));
        if (command.isEmpty()) {
            return forced ? Optional.of(unknown(pieces.getFirst())) : Optional.empty();
        }
        return read(command.get(), pieces.subList(1, pieces.size()), forced, utterance, known);
    }

    private static Optional<Outcome> read(
            Command command, List<String> pieces, boolean forced, Utterance utterance, Known known) {
        var line = new CommandLine(command, pieces, utterance, known);
        var evidence =
                new Evidence(Evidence.By.SLASH, VERSION, List.of(new Candidate(command.verb(), line.slots(), 1)));
        if (line.fault().isEmpty()) {
            return Optional.of(new Outcome.Found(evidence));
        }
        var fault = line.fault().get();
        if (pieces.isEmpty() && !forced && command.verb().opens()) {
            // Said without saying what: asked about, never guessed.
            return Optional.of(new Outcome.Found(evidence));
        }
        var slip = Slips.is(command.verb(), pieces, !fault.instead().isEmpty(), known);
        var meant = forced || slip || pieces.stream().anyMatch(piece -> piece.startsWith("--") && piece.length() > 2);
        return meant ? Optional.of(unsure(fault, evidence)) : Optional.empty();
    }

    private static Outcome unsure(Wrong fault, Evidence evidence) {
        return new Outcome.Unsure(fault.fault(), fault.instead(), evidence);
    }

    private static Outcome unknown(String word) {
        var words =
                Commands.LISTED.stream().map(command -> command.verb().word()).toList();
        return new Outcome.Unsure(
                "\"" + word + "\" is no command. The commands are " + String.join(", ", words) + ".",
                List.of(),
                new Evidence(Evidence.By.SLASH, VERSION, List.of()));
    }
}

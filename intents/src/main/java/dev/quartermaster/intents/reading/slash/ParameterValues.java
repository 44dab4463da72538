package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.slash.Taken.Fits;
import dev.quartermaster.intents.reading.slash.Taken.Wrong;
import dev.quartermaster.intents.reading.text.Quantities;
import dev.quartermaster.intents.schedule.SpokenSchedule;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads {@code --parameter value} of a golden path. A number out of its bounds still fits: policy answers it with the
 * nearest that is allowed. Something that is no number does not.
 */
final class ParameterValues {

    private static final int LONGEST_TEXT = 200;

    private final FieldValues values;
    private final boolean relative;

    /**
     * @param values how lengths of time are read
     * @param relative whether amounts may count from what there is
     */
    ParameterValues(FieldValues values, boolean relative) {
        this.values = values;
        this.relative = relative;
    }

    Taken take(Parameter parameter, String piece) {
        var counted = parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.QUANTITY;
        var counting = relative && counted ? Value.Relative.read(piece) : Optional.<Value.Relative>empty();
        return counting.map(amount -> fits(parameter, amount.text(), piece)).orElseGet(() -> typed(parameter, piece));
    }

    private Taken typed(Parameter parameter, String piece) {
        var lower = piece.toLowerCase(Locale.ROOT);
        return switch (parameter.type()) {
            case INTEGER ->
                piece.matches("\\d{1,18}") ? fits(parameter, Long.valueOf(piece), piece) : wrong(parameter, piece);
            case QUANTITY ->
                Quantities.gib(lower)
                        .map(gib -> fits(parameter, gib.scale() <= 0 ? (Object) gib.longValueExact() : piece, piece))
                        .orElseGet(() -> wrong(parameter, piece));
            case PRESET, CHOICE ->
                parameter
                        .chosen(piece)
                        .map(option -> fits(parameter, option, piece))
                        .orElseGet(() -> wrong(parameter, piece));
            // Words such as "R 4.4" are said in sentences, too: the bounds answer both alike.
            case IMAGE ->
                piece.matches("[\\w][\\w ./:@-]{0,199}") ? fits(parameter, piece, piece) : wrong(parameter, piece);
            case TEXT, NAME -> piece.length() <= LONGEST_TEXT ? fits(parameter, piece, piece) : wrong(parameter, piece);
            case SCHEDULE ->
                SpokenSchedule.read(piece)
                        .map(cron -> fits(parameter, cron.line(), piece))
                        .orElseGet(() -> wrong(parameter, piece));
            case DURATION ->
                values.length(piece)
                        .map(length -> fits(parameter, new Value.Span(length.length()).text(), piece))
                        .orElseGet(() -> wrong(parameter, piece));
        };
    }

    private static Taken fits(Parameter parameter, Object value, String piece) {
        return new Fits(SlotName.of(parameter), new Slot(value, piece, true));
    }

    private static Taken wrong(Parameter parameter, String piece) {
        return Wrong.because(
                parameter.option() + " does not take \"" + piece + "\": it takes " + Commands.bounds(parameter) + ".");
    }
}

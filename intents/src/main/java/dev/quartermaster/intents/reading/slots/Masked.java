package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text as the classifier sees it: people, datasets, ids, names like {@code load_2024} and times as the same words for
 * each kind, in phrases that the embedding knows.
 */
final class Masked {

    private static final List<KnownSlot> NAMED = List.of(KnownSlot.PERSON, KnownSlot.TARGET, KnownSlot.DATASET);
    private static final Pattern OPAQUE = Pattern.compile("(?<![\\w./@#-])\\p{Alpha}[\\p{Alnum}]*_\\w+(?![\\w./@-])");
    private static final Pattern MORE = Pattern.compile("\\b(?:more|additional|extra|further|plus)\\b");

    private record Mask(Words words, String instead) {}

    private Masked() {}

    static String of(Found found) {
        var text = found.text();
        var masks = names(found);
        // A length that is a name is none that is asked for: "stop the 4 hour one".
        if (masks.isEmpty() && found.naming().isPresent()) {
            var name = found.naming().orElseThrow();
            return text.substring(0, name.start()) + text.substring(name.end()).replaceFirst("^[ -]", "");
        }
        found.times().forEach(time -> time(time, found).ifPresent(said -> masks.add(new Mask(time.words(), said))));
        var opaque = OPAQUE.matcher(text);
        while (opaque.find()) {
            masks.add(new Mask(new Words(opaque.group(), opaque.start(), opaque.end()), "some_name"));
        }
        return with(masks, text);
    }

    private static String with(List<Mask> masks, String text) {
        masks.sort(Comparator.comparingInt(mask -> mask.words().start()));
        var masked = new StringBuilder();
        var at = 0;
        for (var mask : masks) {
            if (mask.words().start() >= at) {
                masked.append(text, at, mask.words().start()).append(mask.instead());
                at = mask.words().end();
            }
        }
        return masked.append(text.substring(at)).toString();
    }

    private static List<Mask> names(Found found) {
        var masks = new ArrayList<Mask>();
        for (var mention : found.mentions()) {
            var dotted = mention.words().text().contains(".");
            if (NAMED.contains(mention.slot()) && (mention.slot() != KnownSlot.DATASET || dotted)) {
                masks.add(new Mask(mention.words(), name(mention)));
            }
        }
        return masks;
    }

    private static String name(Mention mention) {
        return switch (mention.slot()) {
            case PERSON -> "colleague";
            case DATASET -> "the dataset";
            default ->
                mention.value().toString().startsWith("req")
                                || mention.words().text().startsWith("request")
                        ? "the request"
                        : "the environment";
        };
    }

    /** One length for all and one end for all; a period to report on stays, because nothing else says that it is past. */
    private static Optional<String> time(TimeExpression time, Found found) {
        var said = time.words().text().toLowerCase(Locale.ROOT);
        var range = found.times().stream()
                .anyMatch(other -> other != time && other.words().equals(time.words()));
        return switch (time) {
            case TimeExpression.During _ -> Optional.empty();
            case TimeExpression.Lasting _ -> Optional.of(length(said));
            case TimeExpression.Until _ -> Optional.of(range ? "from monday until friday" : "until friday");
            case TimeExpression.From _ -> Optional.of(range ? "from monday until friday" : "from monday");
            case TimeExpression.By _ ->
                Optional.of(said.startsWith("by ") || said.startsWith("before ") ? "by friday" : "on friday");
        };
    }

    private static String length(String said) {
        if (said.startsWith("another")) {
            return "another two hours";
        }
        if (MORE.matcher(said).find()) {
            return "two more hours";
        }
        return said.startsWith("for ") ? "for two hours" : "two hours";
    }
}

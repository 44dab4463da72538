package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the grammars found in one clause, before anybody knows what the clause wants.
 *
 * @param text as it is meant, see {@link Corrected}
 */
public record Found(
        String text, LocalDate today, List<TimeExpression> times, List<Mention> mentions, Corrected corrected) {

    public Found {
        times = List.copyOf(times);
        mentions = List.copyOf(mentions);
    }

    public static Found in(String text, Instant at, ZoneId zone, Names names) {
        var corrected = Corrected.of(text);
        var meant = corrected.text();
        var mentions = new ArrayList<>(names.find(meant));
        var finds = new Finds(meant);
        Gpus.find(finds);
        Machines.find(finds, Finds.lower(meant));
        Sizes.find(finds);
        mentions.addAll(finds.found());
        return new Found(
                meant,
                at.atZone(zone).toLocalDate(),
                TimeGrammar.find(Sentence.of(meant), at, zone),
                mentions,
                corrected);
    }

    /** Words found here as the person wrote them. */
    Words asWritten(Words words) {
        return corrected.asWritten(words);
    }

    public Optional<Mention> first(KnownSlot slot) {
        return all(slot).findFirst();
    }

    Stream<Mention> all(KnownSlot slot) {
        return mentions.stream().filter(mention -> mention.slot() == slot);
    }

    <T extends TimeExpression> Optional<T> time(Class<T> kind) {
        return times.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Spans of times, people and ids: no purpose reaches into them. */
    List<Words> taken() {
        var named = mentions.stream()
                .filter(mention -> List.of(KnownSlot.PERSON, KnownSlot.TARGET, KnownSlot.SERVICE)
                        .contains(mention.slot()));
        // A month or a quarter may be part of what a purpose is: "the Q2 reserving exercise", "the February invoices".
        var ends = times.stream().filter(time -> !(time instanceof TimeExpression.During));
        return Stream.concat(ends.map(TimeExpression::words), named.map(Mention::words))
                .toList();
    }

    /**
     * The text with names that mean nothing to a classifier replaced by a word for their kind, so that it learns what
     * people want and not whom they name.
     */
    public String masked() {
        var spans = mentions.stream()
                .filter(mention -> List.of(KnownSlot.PERSON, KnownSlot.TARGET, KnownSlot.DATASET)
                        .contains(mention.slot()))
                .filter(mention -> !mention.slot().equals(KnownSlot.DATASET)
                        || mention.words().text().contains("."))
                .sorted(Comparator.comparingInt(mention -> mention.words().start()))
                .toList();
        var masked = new StringBuilder();
        var at = 0;
        for (var mention : spans) {
            if (mention.words().start() >= at) {
                masked.append(text, at, mention.words().start()).append(word(mention));
                at = mention.words().end();
            }
        }
        return masked.append(text.substring(at)).toString();
    }

    private static String word(Mention mention) {
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
}

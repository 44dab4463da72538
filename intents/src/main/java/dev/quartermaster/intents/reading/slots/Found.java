package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything the grammars found in one clause, before anybody knows what the clause wants.
 *
 * @param text as it is meant, see {@link Corrected}
 */
public record Found(
        String text, LocalDate today, List<TimeExpression> times, List<Mention> mentions, Corrected corrected) {

    private static final Pattern OWNED =
            Pattern.compile("\\b(?:my|the|our|that|this|your|his|her|their)(?: (?:old|new|current|other|running))? ?$");
    /** What follows the length that says which of several is meant. */
    private static final Pattern THING = Pattern.compile(
            "^[ -](?:[\\w.]{1,20} ){0,2}?(?:" + Targets.NOUN + "|ones?|rstudio|jupyter(?:lab)?|vs ?code)\\b");

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
        Sizes.before(mentions, finds);
        Kernels.find(finds, Finds.lower(meant));
        mentions.addAll(finds.found());
        return new Found(
                meant,
                at.atZone(zone).toLocalDate(),
                TimeGrammar.find(Sentence.of(meant), at, zone).stream()
                        .filter(time -> mentions.stream()
                                .noneMatch(mention -> mention.slot() == KnownSlot.WORKERS
                                        && mention.words().overlaps(time.words())))
                        .toList(),
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

    /** {@code my 3 day notebook}: which one it is, and not how long anything is to last. */
    boolean names(Lasting length) {
        var start = length.words().start();
        return OWNED.matcher(Finds.lower(text.substring(Math.max(0, start - 24), start)))
                        .find()
                && THING.matcher(Finds.lower(text.substring(length.words().end())))
                        .find();
    }

    /** The length that says which one is meant. */
    Optional<Words> naming() {
        return times.stream()
                .filter(time -> time instanceof Lasting length && names(length))
                .map(TimeExpression::words)
                .findFirst();
    }

    /** Spans of times, amounts, people, ids and code: no purpose reaches into them. */
    List<Words> taken() {
        var named = mentions.stream()
                .filter(mention -> mention.slot().counted()
                        || List.of(KnownSlot.PERSON, KnownSlot.TARGET, KnownSlot.SERVICE)
                                .contains(mention.slot()));
        // A month or a quarter may be part of what a purpose is: "the Q2 reserving exercise", "the February invoices".
        var ends = times.stream().filter(time -> !(time instanceof TimeExpression.During));
        var code = Stream.concat(Titles.script(text).stream(), Titles.repository(text).stream());
        return Stream.concat(Stream.concat(ends.map(TimeExpression::words), named.map(Mention::words)), code)
                .toList();
    }

    /**
     * The text with names that mean nothing to a classifier, and times, replaced by words for their kind, so that it
     * learns what people want and not whom they name or until when.
     */
    public String masked() {
        return Masked.of(this);
    }
}

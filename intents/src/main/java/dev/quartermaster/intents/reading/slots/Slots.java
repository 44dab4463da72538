package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeExpression.By;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeExpression.From;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeExpression.Until;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The slots of one reading while they are filled, each with the words it came from. */
final class Slots {

    private static final Pattern NEGATED = Pattern.compile("\\b(?:not|never|except|without)\\s$");
    private static final Pattern JOINED = Pattern.compile(",? ?(?:and )?");
    private static final Pattern DURING =
            Pattern.compile("\\b(?:for|over|during|throughout|all|whole|rest of)(?: the| all| of| whole){0,20} ?$");
    private static final Pattern CUE = Pattern.compile(
            "\\b(?:for|by|another|plus|extra|ttl|duration)[ :=]*(?:about |around |roughly |say |another |up to |the |a further )?$");

    private final Found found;
    private final Map<SlotName, Slot> filled = new LinkedHashMap<>();

    Slots(Found found) {
        this.found = found;
    }

    Found found() {
        return found;
    }

    String text() {
        return found.text();
    }

    Map<SlotName, Slot> filled() {
        return filled;
    }

    boolean has(KnownSlot name) {
        return filled.containsKey(name);
    }

    void remove(KnownSlot name) {
        filled.remove(name);
    }

    /** The same words mean one thing. */
    void notAlso(Words words, KnownSlot... names) {
        for (var name : names) {
            var slot = filled.get(name);
            if (slot != null && !slot.words().isBlank() && words.text().contains(slot.words())) {
                filled.remove(name);
            }
        }
    }

    void put(KnownSlot name, Object value, Words words, boolean resolved) {
        filled.put(name, new Slot(value, found.asWritten(words).text(), resolved));
    }

    void put(KnownSlot name, Object value, Words words) {
        put(name, value, words, true);
    }

    /** What is taken for granted: it comes from no words. */
    void assume(KnownSlot name, Object value) {
        filled.put(name, new Slot(value, "", true));
    }

    void words(KnownSlot name, Optional<Words> words) {
        words.ifPresent(found -> put(name, found.text(), found));
    }

    void mentions(KnownSlot... names) {
        for (var name : names) {
            found.first(name).ifPresent(mention -> put(name, mention));
        }
    }

    void put(KnownSlot name, Mention mention) {
        put(name, mention.value(), mention.words(), mention.resolved());
    }

    /** {@code by Friday} is an end for what runs already and a wish for a start for what does not. */
    void times(boolean running) {
        length(running).ifPresent(lasting -> put(KnownSlot.FOR, lasting.iso(), lasting.words()));
        end().ifPresent(until -> put(KnownSlot.UNTIL, until.iso(), withStretch(until)));
        if (!running) {
            start().ifPresent(from -> put(KnownSlot.FROM, from.iso(), from.words()));
        }
        if (has(KnownSlot.UNTIL) || has(KnownSlot.FOR)) {
            return;
        }
        if (running) {
            found.time(By.class).ifPresent(by -> put(KnownSlot.UNTIL, by.asEnd().iso(), by.words()));
        }
        if (!has(KnownSlot.UNTIL)) {
            whole(running);
        }
    }

    /** The length said as one, {@code for 2 days}, before one that merely stands there. */
    private Optional<Lasting> length(boolean running) {
        var lengths = found.times().stream()
                .filter(Lasting.class::isInstance)
                .map(Lasting.class::cast)
                .filter(lasting -> !running || !found.names(lasting))
                .toList();
        return lengths.stream()
                .filter(lasting -> before(CUE, lasting))
                .findFirst()
                .or(() -> lengths.stream().findFirst());
    }

    /** When it is to begin; {@code in two hours} is one as well. */
    private Optional<From> start() {
        return found.times().stream()
                .filter(From.class::isInstance)
                .map(From.class::cast)
                .filter(from -> !before(NEGATED, from))
                .findFirst()
                .or(() -> found.time(By.class)
                        .filter(by -> Finds.lower(by.words().text()).startsWith("in "))
                        .map(by -> new From(by.day(), by.time(), by.words())));
    }

    /**
     * An hour before a day, and a day before a stretch: {@code over the weekend, until Monday 9 am}. One of the past is none
     * where another follows.
     */
    private Optional<Until> end() {
        return found.times().stream()
                .filter(Until.class::isInstance)
                .map(Until.class::cast)
                .filter(until -> !before(NEGATED, until))
                .min(Comparator.comparing((Until until) -> until.day().isBefore(found.today()))
                        .thenComparing(until -> until.time() == null)
                        .thenComparing(until -> until.time() == null && stretch(until))
                        .thenComparing(until -> !stretch(until)));
    }

    /** The stretch said just before is part of what says when it ends. */
    private Words withStretch(Until end) {
        return found.times().stream()
                .filter(time -> time instanceof Until before
                        && stretch(before)
                        && !before.day().isAfter(end.day())
                        && before.words().end() < end.words().start()
                        && JOINED.matcher(text().substring(
                                                before.words().end(),
                                                end.words().start()))
                                .matches())
                .map(before -> new Words(
                        text().substring(before.words().start(), end.words().end()),
                        before.words().start(),
                        end.words().end()))
                .findFirst()
                .orElse(end.words());
    }

    private boolean stretch(Until until) {
        return found.times().stream()
                .anyMatch(time -> time instanceof From from && from.words().equals(until.words()));
    }

    /** {@code for this week}: until its end. {@code over the weekend}: from its beginning as well, of what is new. */
    private void whole(boolean running) {
        found.times().stream()
                .filter(During.class::isInstance)
                .map(During.class::cast)
                .filter(during -> before(DURING, during))
                .map(during -> during.coming(found.today()))
                .filter(during -> !during.last().isBefore(found.today()))
                .findFirst()
                .ifPresent(during -> {
                    put(KnownSlot.UNTIL, during.last().toString(), during.words());
                    if (!running && !has(KnownSlot.FROM) && during.first().isAfter(found.today())) {
                        put(KnownSlot.FROM, during.first().toString(), during.words());
                    }
                });
    }

    private boolean before(Pattern pattern, TimeExpression time) {
        var start = time.words().start();
        var before = Finds.lower(text().substring(Math.max(0, start - 24), start));
        return pattern.matcher(before).find();
    }
}

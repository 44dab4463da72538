package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.model.Answer.Filled;
import dev.quartermaster.intents.reading.model.Answer.Said;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds an answer against the message: words must stand in it, a number must be one that its words say, times and people
 * are read by our own grammar from those words. What does not stand in the message does not count.
 */
final class Grounding {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*+");
    private static final Pattern OURSELVES = Pattern.compile("(?i)(?:me|myself|i|us|ourselves)");
    private static final Pattern DEMONSTRATIVE = Pattern.compile("(?i)(?:it|this|that|them|these|those|last)");
    private static final Pattern DETERMINER = Pattern.compile("(?i)^(?:my|our|the|this|that|a|an)\\s+(?=\\S)");
    /** What number words can say without a digit: "a dozen", "sixty-four". */
    private static final long LARGEST_WORD = 100;

    private static final double SURE = 0.9;

    private final Utterance utterance;
    private final String message;
    private final Map<SlotName, Slot> last;
    private final Names names;

    /** @param message what the model was shown of the utterance */
    Grounding(Utterance utterance, String message, Context context, Names names) {
        this.utterance = utterance;
        this.message = message;
        this.last =
                context instanceof Context.Last(var candidate, var offered, var done) ? candidate.slots() : Map.of();
        this.names = names;
    }

    /** Exactly one of the two is there. */
    record Result(List<Candidate> candidates, Optional<String> problem) {}

    Result of(List<Said> requests) {
        var candidates = new ArrayList<Candidate>();
        for (var said : requests) {
            var slots = new LinkedHashMap<SlotName, Slot>();
            for (var filled : said.slots()) {
                var words = words(filled.words());
                var kept = kept(filled);
                if (kept.isPresent()) {
                    slots.put(filled.slot(), kept.get());
                } else if (words.isEmpty()) {
                    return problem("the words of " + filled.slot() + " do not stand in the message.");
                } else if (!stated(filled, words.get())) {
                    return problem("the number of " + filled.slot() + " is none that its words say.");
                } else {
                    put(filled, words.get(), slots);
                }
            }
            candidates.add(new Candidate(said.verb(), completed(said.verb(), slots), SURE));
        }
        return new Result(candidates, Optional.empty());
    }

    private static Result problem(String what) {
        return new Result(List.of(), Optional.of("Read again: " + what));
    }

    /** No words: it stays as it was in the last reading, if it was so there. */
    private Optional<Slot> kept(Filled filled) {
        var before = last.get(filled.slot());
        return filled.words().isBlank()
                        && before != null
                        && (filled.value() == null || before.value().equals(filled.value()))
                ? Optional.of(before)
                : Optional.empty();
    }

    /** As they stand in the message, whole words, whatever their case and the white space between them. */
    private Optional<Words> words(String said) {
        if (said.isBlank()) {
            return Optional.empty();
        }
        var pattern = Stream.of(said.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        var match = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])" + pattern + "(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(message);
        return match.find() ? Optional.of(new Words(match.group(), match.start(), match.end())) : Optional.empty();
    }

    private static boolean stated(Filled filled, Words words) {
        if (!(filled.value() instanceof Long number)) {
            return true;
        }
        var digits = NUMBER.matcher(words.text())
                .results()
                .map(match -> match.group().replace(",", ""))
                .toList();
        if (digits.isEmpty()) {
            return number <= LARGEST_WORD;
        }
        // A terabyte is 1,024 GiB; people also say 1,000.
        return digits.stream()
                .anyMatch(said -> said.equals(number.toString())
                        || terabytes(words.text())
                                && Set.of(said + "000", tera(said)).contains(number.toString()));
    }

    private static boolean terabytes(String words) {
        return words.matches("(?is).*\\d\\s*t(?:i?b|era).*");
    }

    private static String tera(String said) {
        return said.matches("\\d{1,5}") ? Long.toString(Long.parseLong(said) * 1024) : "";
    }

    private void put(Filled filled, Words words, Map<SlotName, Slot> slots) {
        var slot = filled.slot();
        if (filled.value() != null) {
            slots.put(slot, new Slot(filled.value(), words.text(), true));
        } else if (slot instanceof KnownSlot known) {
            put(known, words, slots);
        } else {
            slots.put(slot, new Slot(words.text(), words.text(), true));
        }
    }

    private void put(KnownSlot slot, Words words, Map<SlotName, Slot> slots) {
        switch (slot.kind()) {
            case TIME -> slots.put(slot, new Moments(utterance, message).read(slot, words));
            case NAME -> name(slot, words, slots);
            case CHOICE ->
                slots.put(slot, new Slot(words.text().toLowerCase(java.util.Locale.ROOT), words.text(), true));
            case AMOUNT, TEXT, CODE -> slots.put(slot, new Slot(words.text(), words.text(), true));
        }
    }

    private void name(KnownSlot slot, Words words, Map<SlotName, Slot> slots) {
        switch (slot) {
            case UNKNOWN_DATASET -> slots.putIfAbsent(KnownSlot.DATASET, new Slot(words.text(), words.text(), false));
            case GRANTEE, PERSON -> person(slot, words, slots);
            case TEAM -> mention(KnownSlot.TEAM, words).ifPresent(team -> slots.put(slot, team));
            case TARGET -> slots.put(slot, target(words));
            default -> slots.put(slot, new Slot(words.text(), words.text(), true));
        }
    }

    /** Asking for oneself is what happens when nobody is named. */
    private void person(KnownSlot slot, Words words, Map<SlotName, Slot> slots) {
        if (OURSELVES.matcher(words.text()).matches()) {
            if (slot.equals(KnownSlot.PERSON)) {
                slots.put(slot, new Slot("me", words.text(), true));
            }
        } else {
            slots.put(
                    slot,
                    mention(KnownSlot.PERSON, words).orElseGet(() -> new Slot(words.text(), words.text(), false)));
        }
    }

    private Optional<Slot> mention(KnownSlot slot, Words words) {
        return Found.in(words.text(), utterance.at(), utterance.zone(), names)
                .first(slot)
                .map(mention -> new Slot(mention.value(), mention.words().text(), mention.resolved()));
    }

    private Slot target(Words words) {
        var id = mention(KnownSlot.TARGET, words);
        if (id.isPresent()) {
            return id.get();
        }
        var plain = DETERMINER.matcher(words.text()).replaceFirst("");
        var described = DEMONSTRATIVE.matcher(plain).matches() ? "last" : plain;
        return new Slot(described, words.text(), true);
    }

    /** What the contract says where nothing was said: reading, the last one, one's own team. */
    private static Map<SlotName, Slot> completed(Verb verb, Map<SlotName, Slot> slots) {
        if (verb.takes(KnownSlot.ACCESS)) {
            slots.putIfAbsent(KnownSlot.ACCESS, new Slot("read", "", true));
        }
        if (verb.onWhatIs()) {
            slots.putIfAbsent(KnownSlot.TARGET, new Slot("last", "", true));
        }
        if (verb.takes(KnownSlot.PERSON) && !slots.containsKey(KnownSlot.PERSON)) {
            slots.putIfAbsent(KnownSlot.TEAM, new Slot("mine", "", true));
        }
        return slots;
    }
}

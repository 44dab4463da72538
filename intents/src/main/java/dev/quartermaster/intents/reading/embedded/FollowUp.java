package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message that only makes sense after the one before: a yes, one of the answers offered, a change to what was said. */
final class FollowUp {

    private static final Pattern YES = Pattern.compile("^(?:yes|yep|yeah|y|yup|ok|okay|sure|do it|go|go ahead|please"
            + " do|correct|right|exactly|confirm(?:ed)?)\\b(?!.*\\b(?:but|except|instead|with)\\b).{0,30}$");
    private static final Pattern NO =
            Pattern.compile("^(?:no|nope|n|never ?mind|nvm|leave it|forget it|cancel|cancel that)\\b[\\s.!]*$");
    private static final Pattern CHANGE = Pattern.compile(
            "^(?:no,? |actually,? |sorry,? |hm+,? |ok,? but |yes,? but |yes,? )*(?:make (?:it|that|them)|same\\b|and"
                    + " (?:with|for)|with\\b|for\\b|until\\b|till\\b|rather\\b|better\\b|only\\b|just\\b|\\d|one\\b|two\\b|three\\b|four\\b|six\\b|eight\\b|small|medium|large|read\\b|write\\b)|\\binstead\\b");
    private static final Pattern BARE_NUMBER = Pattern.compile("(?<![\\w.])(\\d{1,9})(?![\\w.])");
    private static final Pattern LONGER = Pattern.compile("\\b(?:longer|more time|extend)\\b");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");
    private static final int SHORT = 60;

    private final Candidate last;
    private final List<String> offered;

    FollowUp(Context.Last context) {
        this.last = context.candidate();
        this.offered = context.offered();
    }

    Optional<Candidate> read(String text, Found found) {
        var said = text.toLowerCase(Locale.ROOT).strip();
        if (said.length() > SHORT) {
            return Optional.empty();
        }
        var answer = offeredAnswer(said);
        if (answer.isPresent()) {
            return Optional.of(answered(answer.get(), text));
        }
        if (YES.matcher(said).find()) {
            return Optional.of(new Candidate(last.verb(), last.slots(), 0.99));
        }
        if (NO.matcher(said).find()) {
            return Optional.of(new Candidate(Verb.SMALLTALK, Map.of(), 0.99));
        }
        return CHANGE.matcher(said).find() && !LONGER.matcher(said).find() ? changed(said, found) : Optional.empty();
    }

    private Optional<String> offeredAnswer(String said) {
        for (var i = 0; i < offered.size(); i++) {
            var option = offered.get(i);
            var plain = option.toLowerCase(Locale.ROOT);
            var byPlace =
                    said.matches("(?:the )?(?:" + ORDINALS.get(Math.min(i, 4)) + "(?: one)?|#?" + (i + 1) + "[.)]?)");
            var byName = said.equals(plain) || said.matches("(?:the )?\\Q" + plain + "\\E(?: one)?(?: please)?");
            if (byPlace || byName && !plain.equals("yes") && !plain.equals("no")) {
                return Optional.of(option);
            }
        }
        var near = Nearest.of(said, offered, 1);
        return near.isEmpty()
                        || Nearest.likeness(said, near.getFirst()) < 0.75
                        || YES.matcher(said).find()
                        || NO.matcher(said).find()
                ? Optional.empty()
                : Optional.of(near.getFirst());
    }

    /** The answer fills what the question was about: a verb, or the slot that was open. */
    private Candidate answered(String answer, String words) {
        for (var verb : Verb.values()) {
            if (verb.word().equals(answer.toLowerCase(Locale.ROOT).split(" ")[0])) {
                return new Candidate(verb, last.slots(), 0.99);
            }
        }
        var slots = new LinkedHashMap<>(last.slots());
        var open = slots.entrySet().stream()
                .filter(entry -> !entry.getValue().resolved())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(last.verb() == Verb.GRANT ? "dataset" : last.verb() == Verb.LAUNCH ? "path" : "target");
        slots.put(open, new Slot(answer, words, true));
        return new Candidate(last.verb(), slots, 0.99);
    }

    /** New values over the old ones; a number alone replaces the one number there was. */
    private Optional<Candidate> changed(String said, Found found) {
        var slots = new LinkedHashMap<>(last.slots());
        var said2 = Filling.of(last.verb(), found);
        var fresh = new LinkedHashMap<>(said2);
        fresh.keySet()
                .removeIf(name -> List.of("target", "purpose", "team", "query").contains(name)
                        || name.equals("access") && said2.get(name).words().isEmpty());
        if (fresh.isEmpty()) {
            var number = BARE_NUMBER.matcher(said);
            var counted = slots.entrySet().stream()
                    .filter(entry -> entry.getValue().value() instanceof Long)
                    .toList();
            if (!number.find() || counted.isEmpty()) {
                return Optional.empty();
            }
            var name = counted.stream()
                    .map(Map.Entry::getKey)
                    .filter("gpus"::equals)
                    .findFirst()
                    .orElse(counted.getFirst().getKey());
            fresh.put(name, new Slot(Long.valueOf(number.group(1)), number.group(1), true));
        }
        if (fresh.containsKey("until")) {
            slots.remove("for");
        } else if (fresh.containsKey("for")) {
            slots.remove("until");
        }
        slots.putAll(fresh);
        return Optional.of(new Candidate(last.verb(), slots, 0.95));
    }
}

package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A message that only makes sense after the one before: a yes, one of the answers offered, a change to what was said. */
final class FollowUp {

    private static final Pattern YES = Pattern.compile(
            "^\\W*(?:yes|yep|yeah|y|yup|aye|ok|okay|sure|do it|go|go ahead|go on|please"
                    + " do|correct|right|exactly|that['’]s (?:it|right|the one)|confirm(?:ed)?|:\\+1:|\\+1|👍)(?!\\w)"
                    + "(?:\\W{1,3}(?:yes|please|pls|thanks|thank you|thx|cheers|do it|do that|do|go ahead|go for it|that['’]s (?:it|right|fine)|(?:kill|stop|launch|start|run|extend|keep|grant|take|end) (?:it|that|them)|mate|all|exactly|correct|right|now)){0,4}\\W*$");
    private static final Pattern NO = Pattern.compile(
            "^\\W*(?:(?:wait|hm+|ok(?:ay)?|oh|actually|sorry|well)\\W{1,3}){0,3}(?:no|nope|n|nah|never ?mind|nvm|leave it|leave it be|forget (?:about )?(?:it|that|this|the [\\w-]+)|scrap (?:it|that)|cancel(?: (?:that|it))?|don['’]?t|not now|no"
                    + " thanks|no thank you|neither|none(?: of (?:them|those|these))?|stop|on second thoughts,? no)\\W*$");
    /** What one says when it is to run longer: it changes an open question, otherwise what runs already. */
    private static final Pattern LONGER = Pattern.compile(
            "\\b(?:longer|more time|extend|extended|another|additional|extra|(?:\\d+|one|two|three|four|a few|a couple(?: of)?) more|more (?:hours?|days?|weeks?)|(?:minutes?|hours?|days?|weeks?|months?|[\\dhdw]) more)\\b"
                    + "|^\\W*(?:plus|\\+)\\s?\\d");

    /** Said of what is there: whose it is to be from now on. */
    private static final Pattern HANDED = Pattern.compile(
            "\\b(?:hand|pass|transfer|move|give)\\b.{0,30}\\b(?:(?:it|that|this|them|one)\\b.{0,10}\\b(?:to|over)|over to)\\b(?! me\\b)");

    private static final int SHORT = 40;

    /** What one says before the day or hour that is meant. */
    private static final Pattern LEAD = Pattern.compile(
            "(?i)^(?:(?:no|nope|hang on|hold on|wait|actually|sorry|oh|ok|okay|hm+|so|and|but|then|rather|make (?:it|that)|that(?:['’]s| is)|thats|it(?:['’]s| is)|which is|meaning)[\\s,.!:]+){1,5}");

    /** The same data in another way, said of it by a word only: "can I write to it as well?". */
    private static final Pattern ACCESS_TO_IT = Pattern.compile(
            "\\b(read|write|update|edit|insert)\\b.{0,20}?\\b(?:it|that|them|those|there|this)\\b|\\b(read|write)(?: access)? (?:too|as well|also)\\b");

    private static final Pattern WANTED_OF_IT = Pattern.compile(
            "\\b(?:can|could|may) (?:i|we) (?:get|have)\\b.{0,30}\\b(?:access|rights?|read|write)\\b.{0,20}\\b(?:it|that|this|them)\\b"
                    + "|\\b(?:i|we) (?:need|want|would like|'d like)\\b.{0,20}\\b(?:access|read|write|rights?)\\b.{0,20}\\b(?:it|that|this|them)\\b"
                    + "|\\b(?:read|write)(?: access| rights?)? (?:on|to|for) (?:it|that|this|them)\\b|\\b(?:give|grant|get) (?:me|us)\\b.{0,20}\\b(?:access|read|write|rights?)\\b.{0,20}\\b(?:it|that|this|them)\\b");

    private final Candidate last;
    private final boolean done;
    private final List<String> offered;
    private final Function<String, Found> find;

    /** @param find the grammars, for an answer that says a time and not what of it: "tomorrow 6pm" */
    FollowUp(Context.Last context, Function<String, Found> find) {
        this.find = find;
        this.last = context.candidate();
        this.done = context.done();
        this.offered = context.offered();
    }

    Optional<Candidate> read(String text, Found found) {
        var said = text.toLowerCase(Locale.ROOT).strip();
        var picked = Choices.pick(said, offered);
        if (picked.isPresent()) {
            var answer = answered(offered.get(picked.getAsInt()), text);
            return Optional.of(new Change(answer, found).read().orElse(answer));
        }
        if (YES.matcher(said).find()) {
            // A yes after what was done already says thanks, not once more.
            return done || last.verb() == Verb.HELP
                    ? Optional.of(new Candidate(Verb.SMALLTALK, Map.of(), 0.99))
                    : Optional.of(new Candidate(last.verb(), last.slots(), 0.99));
        }
        if (NO.matcher(said).find()) {
            return Optional.of(new Candidate(Verb.SMALLTALK, Map.of(), 0.99));
        }
        if (done && HANDED.matcher(said).find()) {
            return Optional.empty();
        }
        var lengthened = done ? Optional.<Candidate>empty() : lengthened(found);
        if (lengthened.isPresent()) {
            return lengthened;
        }
        var changed = new NewLength(last, find)
                .of(said)
                .or(() -> new Retold(last).of(said))
                .or(() -> new Change(last, found).read())
                .or(() -> end(text, found))
                .or(() -> access(said, found));
        if (changed.isPresent()
                && last.verb().opens()
                && offered.isEmpty()
                && LONGER.matcher(said).find()) {
            return Optional.of(longer(changed.get()));
        }
        return changed;
    }

    /** A day or an hour alone is the start of what has one, otherwise the end. */
    private Optional<Candidate> end(String text, Found found) {
        var open = last.verb() == Verb.EXTEND || last.verb().opens();
        if (!open || !found.times().isEmpty() || text.length() > SHORT) {
            return Optional.empty();
        }
        var word = last.slots().containsKey(KnownSlot.FROM) ? "from " : "until ";
        var bare = LEAD.matcher(text.strip()).replaceFirst("");
        return new Change(last, find.apply(word + bare)).read().map(changed -> {
            var slots = new LinkedHashMap<>(changed.slots());
            slots.replaceAll((name, slot) -> slot.words().startsWith(word)
                    ? new Slot(slot.value(), slot.words().substring(word.length()), slot.resolved())
                    : slot);
            return new Candidate(changed.verb(), slots, changed.confidence());
        });
    }

    private Optional<Candidate> access(String said, Found found) {
        var access = ACCESS_TO_IT.matcher(said);
        if (last.verb() != Verb.GRANT) {
            return toWhatWasAskedAbout(said, found);
        }
        if (found.first(KnownSlot.DATASET).isPresent() || !access.find()) {
            return Optional.empty();
        }
        var word = access.group(1) != null ? access.group(1) : access.group(2);
        var slots = new LinkedHashMap<SlotName, Slot>();
        Optional.ofNullable(last.slots().get(KnownSlot.DATASET))
                .ifPresent(dataset -> slots.put(KnownSlot.DATASET, dataset));
        for (var kept : List.of(KnownSlot.FOR, KnownSlot.UNTIL, KnownSlot.PURPOSE)) {
            Optional.ofNullable(last.slots().get(kept)).ifPresent(same -> slots.put(kept, same));
        }
        slots.put(KnownSlot.ACCESS, new Slot(word.equals("read") ? "read" : "write", word, true));
        return Optional.of(new Candidate(Verb.GRANT, slots, 0.9));
    }

    /** "Who owns customer.accounts?", and then "can I have access to it for 5 days?". */
    private Optional<Candidate> toWhatWasAskedAbout(String said, Found found) {
        var asked = Stream.of(KnownSlot.DATASET, KnownSlot.QUERY)
                .flatMap(name -> Optional.ofNullable(last.slots().get(name)).stream())
                .map(slot -> slot.value().toString())
                .filter(value -> value.matches("[\\w-]{1,60}\\.[\\w.*-]{1,60}"))
                .findFirst()
                .or(this::onlyDataFound);
        if (asked.isEmpty()
                || !WANTED_OF_IT.matcher(said).find()
                || found.first(KnownSlot.DATASET).filter(Mention::resolved).isPresent()) {
            return Optional.empty();
        }
        var slots = new LinkedHashMap<>(Filling.of(Verb.GRANT, found));
        slots.put(KnownSlot.DATASET, new Slot(asked.get(), "it", true));
        return Optional.of(new Candidate(Verb.GRANT, slots, 0.9));
    }

    /** Of what waits for a yes, where nothing else is said. */
    private Optional<Candidate> lengthened(Found found) {
        return last.verb().acts() ? Lengthened.of(last, found) : Optional.empty();
    }

    /** What was looked for names one dataset, and nothing else of the kind. */
    private Optional<String> onlyDataFound() {
        var query = last.slots().get(KnownSlot.QUERY);
        var data = query == null || last.verb() != Verb.FIND
                ? List.<String>of()
                : find.apply(query.value().toString()).mentions().stream()
                        .filter(mention -> mention.slot() == KnownSlot.DATASET && mention.resolved())
                        .map(mention -> mention.value().toString())
                        .distinct()
                        .toList();
        return data.size() == 1 ? Optional.of(data.getFirst()) : Optional.empty();
    }

    /** Said of something that runs, more time is an extension of it. */
    private static Candidate longer(Candidate changed) {
        var slots = new LinkedHashMap<SlotName, Slot>();
        slots.put(KnownSlot.TARGET, new Slot("last", "", true));
        for (var time : List.of(KnownSlot.FOR, KnownSlot.UNTIL)) {
            if (changed.slots().containsKey(time)
                    && !changed.slots().get(time).words().isEmpty()) {
                slots.put(time, changed.slots().get(time));
            }
        }
        return new Candidate(Verb.EXTEND, slots, 0.95);
    }

    /** The answer fills what the question was about: a verb, or the slot that was open. */
    private Candidate answered(String answer, String words) {
        var plain = answer.toLowerCase(Locale.ROOT);
        if (plain.equals("yes")) {
            return new Candidate(last.verb(), last.slots(), 0.99);
        }
        if (plain.equals("no")) {
            return new Candidate(Verb.SMALLTALK, Map.of(), 0.99);
        }
        for (var verb : Verb.values()) {
            if (verb.word().equals(plain.split(" ")[0])) {
                return new Candidate(verb, last.slots(), 0.99);
            }
        }
        var slots = new LinkedHashMap<>(last.slots());
        var length = Change.length(answer);
        if (length.isPresent() && !slots.containsKey(KnownSlot.FOR) && !slots.containsKey(KnownSlot.UNTIL)) {
            slots.put(KnownSlot.FOR, new Slot(length.get(), words, true));
            return new Candidate(last.verb(), slots, 0.99);
        }
        if (Set.of("read", "write").contains(plain)
                || Set.of("small", "medium", "large").contains(plain)) {
            slots.put(plain.matches("read|write") ? KnownSlot.ACCESS : KnownSlot.SIZE, new Slot(plain, words, true));
            return new Candidate(last.verb(), slots, 0.99);
        }
        var open = slots.entrySet().stream()
                .filter(entry -> !entry.getValue().resolved())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> last.verb().subject().orElse(KnownSlot.TARGET));
        slots.put(open, new Slot(answer, words, true));
        return new Candidate(last.verb(), slots, 0.99);
    }
}

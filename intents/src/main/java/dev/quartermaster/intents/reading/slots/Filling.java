package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeExpression.By;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeExpression.From;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import dev.quartermaster.intents.reading.time.TimeExpression.Until;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the things found belong to a verb, under the contract's slot names. */
public final class Filling {

    private static final Pattern READ_ONLY =
            Pattern.compile("(?i)\\b(read[- ]?only|reading only|only read|read|select|ro|view|see)\\b");
    private static final Pattern WRITE =
            Pattern.compile("(?i)\\b(write|writing|read ?[+/&] ?write|rw|insert|update|modify)\\b");
    private static final Pattern ASKED_DATA = Pattern.compile(
            "(?i)(?:access to|acces to|acess to|read(?:ing)? on|read access (?:on|to)|write (?:on|to)|permissions?"
                    + " (?:on|for)|w/|with|let \\S+ (?:see|read|query)|to (?:see|read|query|look at)|grant me|grant|give"
                    + " me(?: read| write| access)*(?: on| to)?|needing|requesting|request|open up|unlock|need)\\s+(?:read"
                    + " (?:on|access to) )?(?:the |raw |our )?([\\w][\\w .*’'–-]*?)(?= (?:dataset|data"
                    + " set|table|data)\\b|[,;.?!(]|"
                    + " (?:until|till|til|thru|for|from|please|pls|to|by|as|in|on|so|and|between)\\b|$)");
    private static final Pattern NAMED_DATA =
            Pattern.compile("(?i)\\b(?:the |a )?([\\w.-]+(?: [\\w.-]+)?) (?:dataset|data set|table|extract)\\b");
    private static final Pattern BY = Pattern.compile(
            "(?i)\\b(?:by|per|split by|for each)"
                    + " (person|people|user|member|project|path|team|dataset|day|week|month|resource|environment|purpose)s?\\b");
    private static final Pattern TOP = Pattern.compile("(?i)\\btop (\\d{1,3})\\b");
    private static final Pattern RESOURCE = Pattern.compile(
            "(?i)\\b(gpu|cpu|storage|memory|ray|spark|notebook|warehouse|[aht]\\d{1,3})s?(?= hours?\\b| clusters?\\b|"
                    + " spend\\b| costs?\\b|s?\\b)");
    private static final Pattern PROJECT = Pattern.compile("(?i)\\bproject ([\\w-]+)\\b|\\b(\\w+) project\\b");
    private static final Pattern MYSELF =
            Pattern.compile("\\b(I)\\b(?= (?:spent|spend|used|use|cost|costing)\\b)|\\b(?:have|did|am) (I)\\b");
    private static final Set<String> ACCESS = Set.of("access", "grant", "permission", "read");
    private static final Pattern PRONOUN =
            Pattern.compile("(?i)(?:it|this|that|them|these|those|me|us|access|permission|.*\\b(?:you|me|my)\\b.*)");
    private static final Pattern DEMONSTRATIVE = Pattern.compile("(?i)\\b(?:this|that|it)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#-])#?(\\d{1,12})(?![\\w.])");

    private final Found found;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    private Filling(Found found) {
        this.found = found;
    }

    public static Map<String, Slot> of(Verb verb, Found found) {
        var filling = new Filling(found);
        filling.fill(verb);
        return filling.slots;
    }

    private void fill(Verb verb) {
        switch (verb) {
            case LAUNCH -> launch();
            case GRANT -> grant();
            case EXTEND -> {
                target();
                times(true);
            }
            case RESIZE -> {
                target();
                mentions("size", "cpu", "memory_gb", "gpus", "gpu_kind", "workers");
            }
            case STOP, RESUME, WITHDRAW, STATUS, WHY -> target();
            case TRANSFER -> {
                target();
                grantee();
            }
            case LIST -> {
                words("what", Wording.listed(found.text()));
                mentions("team");
            }
            case SPEND -> spend();
            case APPROVE, DENY -> decide();
            case RUN -> words("job", Wording.job(found.text()));
            case FIND, HELP -> words("query", Wording.query(found.text()));
            case SMALLTALK, OUTOFSCOPE -> {}
        }
    }

    private void launch() {
        mentions("path", "size", "cpu", "memory_gb", "gpus", "gpu_kind", "workers", "count");
        if (slots.containsKey("gpu_kind")
                && !slots.containsKey("gpus")
                && slots.get("gpu_kind").words().length() > 1) {
            slots.put("gpus", new Slot(1L, slots.get("gpu_kind").words(), true));
        }
        times(false);
        words("image", Wording.image(found.text()));
        words("name", Wording.name(found.text()));
        mentions("team");
        if (slots.containsKey("team") && slots.get("team").value().equals("mine")) {
            slots.remove("team");
        }
        grantee();
        purpose();
    }

    private void grant() {
        mentions("dataset");
        if (!slots.containsKey("dataset")) {
            words(
                    "dataset",
                    group(NAMED_DATA)
                            .or(() -> group(ASKED_DATA))
                            .filter(words -> words.text().length() > 1
                                    && !PRONOUN.matcher(words.text()).matches()));
            slots.computeIfPresent("dataset", (name, slot) -> new Slot(slot.value(), slot.words(), false));
        }
        var write = group(WRITE);
        var read = group(READ_ONLY);
        slots.put(
                "access",
                new Slot(
                        write.isPresent() ? "write" : "read",
                        write.or(() -> read).map(Words::text).orElse(""),
                        true));
        times(false);
        var on = Pattern.compile("(?i)\\bwith <@").matcher(found.text()).find();
        if (!on) {
            grantee();
        }
        purpose();
    }

    /** {@code by Friday} is an end for what runs already and a wish for a start for what does not. */
    private void times(boolean running) {
        found.time(Lasting.class).ifPresent(lasting -> put("for", lasting.iso(), lasting.words()));
        found.time(Until.class).ifPresent(until -> put("until", until.iso(), until.words()));
        found.time(From.class).ifPresent(from -> put("from", from.iso(), from.words()));
        if (running && !slots.containsKey("until") && !slots.containsKey("for")) {
            found.time(By.class).ifPresent(by -> put("until", by.asEnd().iso(), by.words()));
        }
    }

    private void grantee() {
        found.first("person").ifPresent(person -> slots.put("grantee", person.asSlot()));
    }

    private void purpose() {
        Wording.purpose(found.text(), found.taken()).ifPresent(words -> put("purpose", words.text(), words));
    }

    private void target() {
        var id = found.first("target");
        if (id.isPresent()) {
            slots.put("target", id.get().asSlot());
            return;
        }
        var described = Wording.target(found.text());
        var dataset = found.first("dataset").filter(Mention::resolved);
        if (dataset.isPresent()
                && described.map(Words::text).filter(ACCESS::contains).isPresent()) {
            slots.put("target", dataset.get().asSlot());
            return;
        }
        if (described.isPresent()) {
            put("target", described.get().text(), described.get());
            return;
        }
        slots.put(
                "target", new Slot("last", group(DEMONSTRATIVE).map(Words::text).orElse(""), true));
    }

    private void spend() {
        mentions("team", "person");
        var myself = group(MYSELF);
        if (!slots.containsKey("team") && !slots.containsKey("person")) {
            if (myself.isPresent()) {
                put("person", "me", myself.get());
            } else {
                slots.put("team", new Slot("mine", "", true));
            }
        }
        var periods = found.times().stream()
                .filter(During.class::isInstance)
                .map(During.class::cast)
                .toList();
        if (!periods.isEmpty()) {
            var words = periods.getFirst().words();
            slots.put(
                    "period",
                    new Slot(
                            periods.size() == 1
                                    ? periods.getFirst().iso()
                                    : periods.stream().map(During::iso).toList(),
                            words.text(),
                            true));
        } else {
            stretch();
        }
        words("by", group(BY));
        group(TOP).ifPresent(top -> put("top", Long.valueOf(top.text()), top));
        group(RESOURCE).ifPresent(resource -> put("resource", resource.text().toLowerCase(Locale.ROOT), resource));
        words("project", group(PROJECT));
    }

    private void stretch() {
        var from = found.time(From.class);
        var until = found.time(Until.class);
        if (from.isPresent() && until.isPresent()) {
            put(
                    "period",
                    from.get().day() + "/" + until.get().day(),
                    until.get().words());
        }
    }

    private void decide() {
        var id = found.first("target");
        var person = found.first("person");
        var number = group(NUMBER).filter(words -> found.times().stream().noneMatch(time -> overlaps(time, words)));
        if (id.isPresent()) {
            slots.put("target", id.get().asSlot());
        } else if (person.isPresent()) {
            slots.put("target", person.get().asSlot());
        } else if (number.isPresent()) {
            put("target", number.get().text(), number.get());
        } else {
            slots.put("target", new Slot("last", "", true));
        }
        mentions("dataset");
        Wording.reason(found.text()).ifPresent(reason -> put("reason", reason.text(), reason));
    }

    private static boolean overlaps(TimeExpression time, Words words) {
        return time.words().overlaps(words);
    }

    private void mentions(String... names) {
        for (var name : names) {
            found.first(name).ifPresent(mention -> slots.put(name, mention.asSlot()));
        }
    }

    private void words(String slot, Optional<Words> words) {
        words.ifPresent(found -> put(slot, found.text(), found));
    }

    private void put(String slot, Object value, Words words) {
        slots.put(slot, new Slot(value, words.text(), true));
    }

    private Optional<Words> group(Pattern pattern) {
        var match = pattern.matcher(found.text());
        while (match.find()) {
            for (var group = 1; group <= Math.max(1, match.groupCount()); group++) {
                var index = match.groupCount() == 0 ? 0 : group;
                if (match.group(index) != null) {
                    return Optional.of(new Words(match.group(index), match.start(index), match.end(index)));
                }
            }
        }
        return Optional.empty();
    }
}

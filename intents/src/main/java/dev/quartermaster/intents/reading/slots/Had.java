package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is had or waited for already: which one is meant, and how it shall change. */
final class Had {

    /** Somebody the people file does not know, whose request is decided on. */
    private static final Pattern WHOSE = Pattern.compile(
            "\\b(?!(?:it|that|this|there|here|he|she|who|what|let|everybody|everyone|nobody|somebody|one)\\b)([a-z]{2,30})['’]s (?:\\w+ ){0,2}?(?:ask|request|application|wish)\\b");

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.#£$€:/-])#?(\\d{3,12})(?![\\w/€£$%]|[-/.:]\\w)(?! ?(?:eur\\b|euros?|quid|pounds?|gbp|usd|dollars|bucks|gb\\b|gigs?|cores?|cpus?|%))");
    private static final Pattern ABOUT_DATA = Pattern.compile(
            "\\b(?:acc?ess?|grants?|permissions?|read|write|rights?|requests?|application|ask|asked|refused|denied|renew)\\b");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "(?<![\\w./-])((?:ray|gpu|spark|nb|notebook|cluster|ws|rstudio|vscode|bucket|repo)-(?!box|cluster|hour|work|machine|enabled|based)[\\w-]*\\w)(?![\\w./-])");
    private static final Pattern CHIP = Pattern.compile("(?i)(?:a|h|t|v|l)\\d{1,3}s?");
    private static final Pattern MEMORY = Pattern.compile("\\b(?:oom\\w*|memory|ram|gb|gigs?)\\b");
    private static final Pattern CORES = Pattern.compile("\\b(?:cores?|cpus?)\\b");
    private static final Pattern DEMONSTRATIVE = Pattern.compile("\\b(this|that|it)\\b");
    private static final Pattern NEW_NUMBER = Pattern.compile(
            "\\b(?:to|at|make it|make that|only|just|down to|up to|need|want) (\\d{1,4}|" + Counts.WORDS
                    + ")(?! ?(?:am|pm|%|\\d|:|st|nd|rd|th|(?:hours?|days?|weeks?|months?|h|d|minutes?|mins?)\\b))(?=$|[,.;!?]| )");
    private static final Pattern CLUSTER = Pattern.compile("\\b(?:ray|spark|cluster|workers?|executors?|nodes?)\\b");
    /** A name that nobody here is known by, as people write names. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:to|for|with) ((?:(?:Mr|Ms|Mrs|Dr)\\.? )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|I\\b|GPU|IT\\b)\\p{Lu}\\p{Ll}+)\\b|\\b(?:have|let|make|give) (\\p{Ll}{2,20}) (?:take|have (?:it|my)|the owner|my|own)\\b|\\b(?:in|under) (\\p{L}+)['’]s name\\b");

    private static final Pattern OWN_REQUEST = Pattern.compile(
            "\\b(?:what (?:i|we)(?:['’]ve)? (?:just )?asked|my (?:last )?(?:request|ask|application))\\b");

    private Had() {}

    static void target(Slots slots) {
        var ids = slots.found()
                .all(KnownSlot.TARGET)
                .map(Mention::value)
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            var first = slots.found().first(KnownSlot.TARGET).orElseThrow();
            if (ids.size() > 1) {
                slots.put(KnownSlot.TARGET, ids, first.words());
            } else {
                slots.put(KnownSlot.TARGET, first);
            }
            return;
        }
        var named = Spans.all(IDENTIFIER, slots.text()).toList();
        if (named.stream().map(Words::text).distinct().count() > 1) {
            var first = named.getFirst().start();
            var words = Spans.of(slots.text(), first, named.getLast().end());
            slots.put(
                    KnownSlot.TARGET, named.stream().map(Words::text).distinct().toList(), words);
            return;
        }
        var all = Targets.all(slots.text());
        if (all.isPresent()) {
            slots.words(KnownSlot.TARGET, all);
            return;
        }
        var number = number(slots);
        if (number.isPresent()) {
            slots.words(KnownSlot.TARGET, number);
            return;
        }
        described(slots);
        slots.found().naming().ifPresent(length -> called(slots, length));
    }

    /** "The 5d ray cluster" is the one of them that lasts 5 days. */
    private static void called(Slots slots, Words length) {
        var target = slots.filled().get(KnownSlot.TARGET);
        if (target == null || target.value().toString().contains(length.text())) {
            return;
        }
        var thing = Targets.bare(slots.text().substring(length.end()));
        var end = thing.map(words -> length.end() + words.end()).orElse(length.end());
        var named = thing.map(words -> Targets.called(words.text()))
                .orElse(target.value().toString());
        var called = named.equals("last") ? "one" : named;
        slots.put(KnownSlot.TARGET, length.text() + " " + called, Spans.of(slots.text(), length.start(), end));
    }

    private static Optional<Words> number(Slots slots) {
        return Spans.all(NUMBER, slots.text())
                .filter(words -> slots.found().times().stream()
                        .noneMatch(time -> time.words().overlaps(words)))
                .filter(words -> slots.found().mentions().stream()
                        .noneMatch(mention -> mention.value() instanceof Long
                                && mention.words().overlaps(words)))
                .findFirst();
    }

    private static void described(Slots slots) {
        var text = slots.text();
        var dataset =
                slots.found().first(KnownSlot.DATASET).or(() -> slots.found().first(KnownSlot.TABLE));
        var dotted = dataset.filter(mention ->
                mention.value().toString().contains(".") || mention.slot().equals(KnownSlot.TABLE));
        var aboutData = ABOUT_DATA.matcher(Finds.lower(text)).find();
        var owned = Targets.owned(text);
        var thing = owned.filter(words -> !Targets.called(words.text()).equals("last"));
        if (dotted.isPresent() || dataset.isPresent() && aboutData && thing.isEmpty()) {
            slots.put(KnownSlot.TARGET, dataset.get());
            return;
        }
        var kind = slots.found()
                .first(KnownSlot.PATH)
                .map(Mention::words)
                .filter(words -> !CHIP.matcher(words.text()).matches());
        var named = Titles.name(text).filter(words -> !words.text().isBlank());
        var words = named.or(() -> Spans.first(IDENTIFIER, text))
                .or(() -> owned)
                .or(() -> Targets.same(text))
                .or(() -> Targets.bare(text))
                .or(() -> kind);
        var other = Targets.other(text);
        if (other.isPresent()
                && (words.isEmpty() || Targets.called(words.get().text()).equals("last"))) {
            slots.put(KnownSlot.TARGET, Finds.lower(other.get().text()), other.get());
            return;
        }
        if (words.isEmpty()
                || OWN_REQUEST.matcher(Finds.lower(text)).find()
                        && Targets.called(words.get().text()).equals("last")) {
            slots.put(
                    KnownSlot.TARGET,
                    "last",
                    words.or(() -> Spans.first(DEMONSTRATIVE, text)).orElse(new Words("", 0, 0)));
            return;
        }
        var called = Targets.called(words.get().text());
        // A path named beside a word that fits everything tells more: "16 cores is overkill for my vscode".
        if (called.equals("last") && kind.isPresent()) {
            slots.put(KnownSlot.TARGET, Targets.called(kind.get().text()), kind.get());
        } else {
            slots.put(KnownSlot.TARGET, called, words.get());
        }
    }

    /** How large it is to become, where only a number says so. */
    static void changed(Slots slots) {
        if (slots.filled().size() == 1) {
            var slot = meant(Finds.lower(slots.text()));
            Spans.first(NEW_NUMBER, slots.text())
                    .filter(words -> slot != null)
                    .ifPresent(words -> slots.put(slot, Counts.value(Finds.lower(words.text())), words));
        }
        if (slots.has(KnownSlot.GPU_KIND) && !slots.has(KnownSlot.GPUS)) {
            slots.put(
                    KnownSlot.GPUS,
                    1L,
                    slots.found().first(KnownSlot.GPU_KIND).orElseThrow().words());
        }
    }

    /** What a bare number counts: what the sentence speaks of. */
    private static @Nullable KnownSlot meant(String lower) {
        if (MEMORY.matcher(lower).find()) {
            return KnownSlot.MEMORY_GB;
        }
        if (CORES.matcher(lower).find()) {
            return KnownSlot.CPU;
        }
        return CLUSTER.matcher(lower).find() ? KnownSlot.WORKERS : null;
    }

    /** Whose it becomes. */
    static void grantee(Slots slots) {
        var persons = slots.found().all(KnownSlot.PERSON).toList();
        var service = slots.found().first(KnownSlot.SERVICE);
        if (!persons.isEmpty()) {
            slots.put(KnownSlot.GRANTEE, persons.getLast());
        } else if (service.isPresent()) {
            slots.put(KnownSlot.GRANTEE, service.get());
        } else if (NAMED.matcher(slots.text()).find()) {
            Spans.named(NAMED, slots.text())
                    .ifPresent(words -> slots.put(KnownSlot.GRANTEE, words.text(), words, false));
        } else {
            slots.found()
                    .first(KnownSlot.TEAM)
                    .filter(team -> !team.value().equals("mine")
                            || Finds.lower(team.words().text()).startsWith("my "))
                    .ifPresent(team -> slots.put(KnownSlot.GRANTEE, team));
        }
    }

    /** The one that is decided on. */
    static void request(Slots slots) {
        var id = slots.found().first(KnownSlot.TARGET);
        var person = slots.found().first(KnownSlot.PERSON);
        var number = number(slots);
        if (id.isPresent()) {
            slots.put(KnownSlot.TARGET, id.get());
        } else if (number.isPresent()) {
            slots.words(KnownSlot.TARGET, number);
        } else if (person.isPresent()) {
            slots.put(KnownSlot.TARGET, person.get());
        } else {
            Spans.first(WHOSE, slots.text())
                    .filter(words -> !Stops.QUESTION.contains(Finds.lower(words.text())))
                    .ifPresentOrElse(
                            words -> slots.put(KnownSlot.TARGET, words.text(), words),
                            () -> slots.assume(KnownSlot.TARGET, "last"));
        }
    }

    static void dataset(Slots slots) {
        slots.mentions(KnownSlot.DATASET);
        if (!slots.has(KnownSlot.DATASET)) {
            slots.found().first(KnownSlot.TABLE).ifPresent(table -> slots.put(KnownSlot.DATASET, table));
        }
    }
}

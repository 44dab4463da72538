package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked for anew: environments and data. */
final class Asked {

    private static final Pattern READ_ONLY = Pattern.compile(
            "\\b(read[- ]?only|reading only|only read|read|reading|select|ro|r/o|view|see|query|look)\\b");
    private static final Pattern WRITE = Pattern.compile(
            "(?<!\\bno |\\bnot |\\bwithout |\\bno need to |\\bdon['’]t need |n['’]t |\\bnever |\\bonly, no )\\b(write|writing|read ?[+/&]? ?write|read and write|rw|r/w|(?<=\\b(?:to|and|or|can|could) )(?:insert|update|modify|edit|append|upsert)|(?:insert|update|edit|modify|append)(?= (?:access|rights?|permissions?|on\\b)))\\b(?! up\\b| a (?:paper|report|thesis)| to (?:ask|you|request|enquire|apply))");
    private static final Pattern STOP = Pattern.compile(
            " (?:dataset|data ?set|tables?|data|extract)\\b| (?:until|till|til|thru|for|from|please|pls|plz|to|as|so|and (?:can|also|give|then|i)|between|over|during|w/|asap|thanks|ta|if|because|since|in order|starting|through|via|on behalf)\\b|[,;:.?!()]|\\s[–—-]\\s|$");
    private static final Pattern ASKED = Pattern.compile(
            "(?:\\b(?:acc?ess?|rights?|permissions?|privileges?|eyes|read|reading|select|write|view)(?: \\w+)? (?:to|on|of|for|over|into)|\\b(?:read|query|see|view|use|look at|access|open up|unlock|w/|with|onto|into)|\\bgrant (?:me|us|him|her|them)|\\b(?:give|get|gimme|lend|let)(?: (?:me|us))?(?: have)?|\\bgrant|\\badd (?:me|us|him|her|them) to|\\b(?:needing|requesting|request|need|want|require|after|borrow|share|whitelist))\\s+(?:(?:read|write|access|have|permission|reading|to|on|of|rights|see|query|look at|into|at|be able to|for)\\s+)*(?:the |raw (?!\\w+\\.)|our |their |that |those |your |some |all |whole |full |entire )*");
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:the |a |our |that )?((?:(?!(?:the|a|to|on|of|for|with|me|us|and|need|want|grant|give|read|access|query|see|in|at|is|any|some|our|my|that|this)\\b)[\\w.'’–-]{1,40} ){1,4})(?:dataset|data ?set|tables?|extract)\\b");
    private static final Pattern MACHINES = Pattern.compile("(?:machines|boxes|instances|servers|vms)$");
    private static final Pattern PRONOUN = Pattern.compile(
            "(?:it|this|that|them|these|those|me|us|we|i|access|acess|permission|read|write|a|an|the|help|something|anything|everything|data|dataset|table|what|be able|to|someone|somebody|him|her|one|of|(?:my|our|the) (?:team|group|colleague).*|.*\\b(?:you|me|my)\\b.*|\\d+)");
    private static final Pattern MORE =
            Pattern.compile("(?:\\s*,\\s*|\\s*,?\\s*(?:and|&|\\+|plus|as well as)\\s+)(?:also )?(?:the )?");

    private Asked() {}

    /** How many of the same; the last of what says how large something is, and so the rest follows from it. */
    static void count(Slots slots) {
        slots.mentions(KnownSlot.COUNT);
        if (slots.has(KnownSlot.GPU_KIND) && !slots.has(KnownSlot.GPUS) && single(slots)) {
            slots.assume(KnownSlot.GPUS, 1L);
        }
        machinesOfCluster(slots);
    }

    /** One name, or one for each of as many as are asked for. */
    static void name(Slots slots) {
        var names = Titles.names(slots.text());
        var count = slots.found().first(KnownSlot.COUNT).map(Mention::value);
        if (names.isPresent()
                && count.map(said -> said.equals(names.get().each().size() + 0L))
                        .orElse(true)) {
            slots.put(KnownSlot.NAME, names.get().each(), names.get().words());
        } else {
            slots.words(KnownSlot.NAME, Titles.name(slots.text()));
        }
    }

    /** As a registry writes it, by the languages in it, or in other words. */
    static void image(Slots slots) {
        slots.words(KnownSlot.IMAGE, Titles.address(slots.text()));
        if (!slots.has(KnownSlot.IMAGE)) {
            slots.mentions(KnownSlot.IMAGE);
        }
        if (!slots.has(KnownSlot.IMAGE)) {
            slots.words(KnownSlot.IMAGE, Titles.image(slots.text()));
        }
    }

    static void team(Slots slots) {
        slots.found()
                .first(KnownSlot.TEAM)
                .filter(team -> !team.value().equals("mine"))
                .ifPresent(team -> slots.put(KnownSlot.TEAM, team));
    }

    /** @param data of data, teams and services may be meant as well */
    static void grantee(Slots slots, boolean data) {
        Grantees.find(slots.found(), data).ifPresent(grantee -> slots.put(KnownSlot.GRANTEE, grantee));
    }

    /** The machines of one cluster are its workers: {@code ray on 6 machines}. */
    private static void machinesOfCluster(Slots slots) {
        var count = slots.found().first(KnownSlot.COUNT);
        var cluster = slots.has(KnownSlot.PATH)
                && slots.filled().get(KnownSlot.PATH).value().toString().endsWith("-cluster");
        if (cluster
                && count.isPresent()
                && MACHINES.matcher(Finds.lower(count.get().words().text())).find()) {
            slots.remove(KnownSlot.COUNT);
            if (!slots.has(KnownSlot.WORKERS)) {
                slots.put(KnownSlot.WORKERS, count.get().value(), count.get().words());
            }
        }
    }

    /** A kind said in the singular is one of it, except that of a whole cluster. */
    private static boolean single(Slots slots) {
        var words = slots.found().first(KnownSlot.GPU_KIND).orElseThrow().words();
        var rest = Finds.lower(slots.text().substring(words.end()));
        return !Finds.lower(words.text()).endsWith("s") && !rest.startsWith(" cluster");
    }

    static void access(Slots slots) {
        var write = Spans.first(WRITE, slots.text());
        var access = write.or(() -> Spans.first(READ_ONLY, slots.text()));
        if (access.isPresent()) {
            slots.put(KnownSlot.ACCESS, write.isPresent() ? "write" : "read", access.get());
        } else {
            slots.assume(KnownSlot.ACCESS, "read");
        }
    }

    static Optional<Words> purpose(Slots slots) {
        var asked = slots.found().first(KnownSlot.PATH).map(Mention::words);
        return Purposes.find(slots.text(), slots.found().taken(), asked)
                .filter(words -> !whole(slots, words))
                .or(() -> new Remainders(slots.found()).find())
                .filter(words -> !named(slots, words));
    }

    private static boolean named(Slots slots, Words words) {
        return Stream.concat(
                        Titles.names(slots.text()).map(Titles.Each::words).stream(), Titles.name(slots.text()).stream())
                .anyMatch(words::overlaps);
    }

    /** Whether a purpose is but the name of what is asked for, as in {@code permission for sales.orders}. */
    private static boolean whole(Slots slots, Words words) {
        return slots.found().mentions().stream()
                .filter(mention -> List.of(KnownSlot.DATASET, KnownSlot.TEAM, KnownSlot.PATH, KnownSlot.TABLE)
                        .contains(mention.slot()))
                .anyMatch(mention -> mention.words().start() <= words.start() + 2
                        && mention.words().end() >= words.end() - 5);
    }

    static void dataset(Slots slots) {
        var named = slots.found().all(KnownSlot.DATASET).toList();
        var dotted = named.stream()
                .filter(mention -> mention.value().toString().contains("."))
                .sorted(Comparator.comparingInt(mention -> mention.words().start()))
                .toList();
        if (dotted.size() > 1 && joined(slots, dotted)) {
            var values = dotted.stream().map(Mention::value).distinct().toList();
            var first = dotted.getFirst().words();
            var last = dotted.getLast().words();
            var words = new Words(slots.text().substring(first.start(), last.end()), first.start(), last.end());
            slots.put(
                    KnownSlot.DATASET,
                    values.size() == 1 ? values.getFirst() : values,
                    words,
                    dotted.stream().allMatch(Mention::resolved));
        } else if (!named.isEmpty()) {
            slots.put(KnownSlot.DATASET, named.getFirst());
        } else {
            slots.found()
                    .first(KnownSlot.TABLE)
                    .map(Mention::words)
                    .or(() -> described(slots))
                    .ifPresent(words -> slots.put(KnownSlot.DATASET, words.text(), words, false));
        }
    }

    /** Whether only {@code and} or a comma stands between them. */
    private static boolean joined(Slots slots, List<Mention> mentions) {
        for (var i = 1; i < mentions.size(); i++) {
            var before = mentions.get(i - 1).words();
            var next = mentions.get(i).words();
            if (next.start() < before.end()
                    || !MORE.matcher(Finds.lower(slots.text().substring(before.end(), next.start())))
                            .matches()) {
                return false;
            }
        }
        return true;
    }

    /** A dataset the catalogue does not know, in the asker's words. */
    private static Optional<Words> described(Slots slots) {
        var text = slots.text();
        var named = Spans.first(NAMED, text).filter(Asked::tells);
        if (named.isPresent()) {
            return named;
        }
        var lower = Finds.lower(text);
        var asked = ASKED.matcher(lower);
        var most = 0;
        for (var from = 0; most < 16 && from < text.length() && asked.find(from); from = asked.start() + 1, most++) {
            var start = asked.end();
            var stop = STOP.matcher(lower);
            var end = stop.find(start) ? stop.start() : text.length();
            for (var span : slots.found().taken()) {
                if (span.end() > start && span.start() < end) {
                    end = Math.max(start, span.start());
                }
            }
            var words = Spans.of(text, start, end);
            if (tells(words)) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private static boolean tells(Words words) {
        var lower = Finds.lower(words.text());
        return lower.length() > 2
                && lower.length() < 80
                && !PRONOUN.matcher(lower).matches();
    }
}

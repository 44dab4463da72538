package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several things named as equals, each with what is said of it: "rstudio 3h for me, vscode 1 day for iris", "read on A for
 * a week and a bucket". What stands between two names decides: a joint, and after it no word that ties the second name to
 * something else ("with", "for", "in").
 */
final class Listed {

    /** Where one thing ends and the next may begin. */
    private static final Pattern JOINT =
            Pattern.compile("[.;!?\\n]\\s*|,\\s*|(?<!\\s)\\s{1,3}(?:and|plus|then|also|&|\\+|as well as"
                    + "|along with)\\s{1,3}|\\+|\\s[-–]\\s");
    /** A name that such a word leads to is part of what was said before it. */
    private static final Pattern TIED = Pattern.compile(
            "\\b(?:with|w/|in|inside|into|from|of|like|using|via|behind|about|as|by|for|where|that|which|on|to|not|than)\\s+"
                    + "(?:(?:an?|the|my|our|your|their|some|that|this)\\s+)?(?:[\\w-]+\\s+){0,2}$");
    /** "Read on", "the same to": so a right leads to its dataset. */
    private static final Pattern RIGHT = Pattern.compile(
            "\\b(?:read\\w*|write|select|access|rights?|permissions?|same|grant\\w*|look|query)[\\w\\s-]{0,20}"
                    + "\\b(?:on|to|of|for|into|from)\\s+(?:(?:the|our|all)\\s+)?$");

    private static final Pattern ARTICLE = Pattern.compile(
            "\\b(?:an?|another|one|some|two|three|second|third)\\s+(?:(?!is\\b|was\\b|are\\b)[\\w-]+\\s+){0,3}$");
    /** Beyond these nobody lists by a sentence; each costs a reading of its own. */
    static final int MOST = 8;

    /** Of more than one kind: what it is made of, not what is asked for. */
    private static final Pattern A_SIZE = Pattern.compile("^(?:\\d+\\s*x?\\s*)?(?:gpus?|nodes?|workers?|cluster)$");
    /** One more of what was named before, or what only the whole sentence tells. */
    private static final Pattern NAMELESS = Pattern.compile(
            "\\b(?:an?|another|one)\\s+(?:(?!and\\b|or\\b|for\\b|of\\b|on\\b|with\\b|more\\b)[\\w.-]+\\s+){0,3}"
                    + "(one|box|machine|environment|env|workspace|sandbox|instance)\\b(?!-)(?! of\\b)|\\b(another one)\\b");
    /** "A key for the shared llm": led by an article, and few words to its name. */
    private static final Pattern NEXT = Pattern.compile(
            "^(?:also |then |maybe |and |plus ){0,6}(?:an?|another|one|some|two|three)\\s+(?:(?!with\\b)[\\w-]+\\s+){0,3}$");

    private static final Pattern SENTENCE = Pattern.compile("[.!?\\n]");
    private static final Set<KnownSlot> VALUES = Set.of(
            KnownSlot.SIZE, KnownSlot.CPU, KnownSlot.MEMORY_GB, KnownSlot.GPUS, KnownSlot.WORKERS, KnownSlot.PERSON);

    private Listed() {}

    /**
     * @param head what it names; empty where it is one more of the kind before, or its kind is only described
     * @param again one more of what was named before: "another one"
     * @param plain named with an article, or data with its right or among other data: nobody lists it by chance
     * @param bare nothing is said of it after its name: what is said of the next is said of both
     */
    record Piece(Words words, Optional<Mention> head, boolean again, boolean plain, boolean bare) {
        String text() {
            return words.text();
        }
    }

    private record Thing(Words words, Optional<Mention> mention, boolean again) {

        boolean data() {
            return mention.filter(named -> named.slot() == KnownSlot.DATASET).isPresent();
        }
    }

    /** The text before the first thing: what is to be done, where that is said once for all. */
    static String lead(Found found, boolean there) {
        var things = things(found, there);
        return things.isEmpty()
                ? ""
                : found.text()
                        .substring(0, things.getFirst().words().start())
                        .replaceFirst("(?i)(?:both |all )?(?:(?:the|my|our|that|this|an?) )?$", "");
    }

    /**
     * Cut so that each piece names one thing; one piece where nothing is listed.
     *
     * @param there whether it is about things that are there: those are listed by their names alone
     */
    static List<Piece> pieces(Found found, boolean there) {
        var text = found.text();
        var things = things(found, there);
        var pieces = new ArrayList<Piece>();
        var start = 0;
        var plain = true;
        for (var n = 0; n < things.size(); n++) {
            var thing = things.get(n);
            var next = n + 1 < things.size() ? joint(found, thing, things.get(n + 1)) : Optional.<Words>empty();
            var end = next.map(Words::start).orElse(text.length());
            pieces.add(new Piece(
                    new Words(text.substring(start, end), start, end),
                    thing.mention(),
                    thing.again(),
                    plain,
                    text.substring(thing.words().end(), end).isBlank()));
            start = next.map(Words::end).orElse(end);
            plain = n + 1 < things.size()
                    && plain(
                            text.substring(start),
                            things.get(n + 1),
                            start,
                            things.getFirst().data());
        }
        return pieces;
    }

    /** "A, B and C for two weeks": pieces of one kind that share what is said of the last of them. */
    static List<List<Piece>> groups(List<Piece> pieces) {
        var groups = new ArrayList<List<Piece>>();
        for (var piece : pieces) {
            if (groups.isEmpty()
                    || !groups.getLast().getLast().bare()
                    || kind(groups.getLast().getLast()) != kind(piece)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(piece);
        }
        return groups;
    }

    private static KnownSlot kind(Piece piece) {
        return piece.head().map(Mention::slot).orElse(KnownSlot.PATH);
    }

    /** @param data whether data is what the first is of as well */
    private static boolean plain(String rest, Thing thing, int start, boolean data) {
        var lead = lower(rest.substring(0, Math.max(0, thing.words().start() - start)));
        if (thing.data()) {
            return data || RIGHT.matcher(lead).find();
        }
        return ARTICLE.matcher(lead).find();
    }

    /** The first thing named and all that are listed with it, in order. */
    private static List<Thing> things(Found found, boolean there) {
        var things = new ArrayList<Thing>();
        var before = Optional.<Thing>empty();
        for (var thing : candidates(found)) {
            // "To join A and B": where the one is no request, the other is none.
            var tied = thing.data()
                    && before.filter(one -> one.data() && !things.contains(one)).isPresent();
            if (things.isEmpty() || !tied && listed(found, things, thing, there)) {
                things.add(thing);
            }
            before = Optional.of(thing);
        }
        return things;
    }

    private static List<Thing> candidates(Found found) {
        var named = found.mentions().stream()
                .filter(mention -> mention.slot() == KnownSlot.PATH || mention.slot() == KnownSlot.DATASET)
                .filter(Mention::resolved)
                .filter(mention ->
                        !A_SIZE.matcher(lower(mention.words().text())).matches())
                .map(mention -> new Thing(mention.words(), Optional.of(mention), false))
                .toList();
        var nameless = NAMELESS.matcher(lower(found.text()))
                .results()
                .map(match -> {
                    var again = match.group().endsWith("one");
                    return new Thing(new Words(match.group(), match.start(), match.end()), Optional.empty(), again);
                })
                .filter(thing -> named.stream()
                        .noneMatch(
                                other -> other.words().start() < thing.words().end()
                                        && thing.words().start() < other.words().end()));
        return Stream.concat(named.stream(), nameless)
                .sorted(Comparator.comparingInt(thing -> thing.words().start()))
                .toList();
    }

    private static boolean listed(Found found, List<Thing> before, Thing thing, boolean there) {
        var joint = joint(found, before.getLast(), thing);
        if (joint.isEmpty()) {
            return false;
        }
        var same = thing.mention()
                .filter(mention -> before.stream()
                        .anyMatch(one -> one.mention()
                                .filter(named -> named.value().equals(mention.value()))
                                .isPresent()))
                .isPresent();
        var start = joint.get().end();
        var article = ARTICLE.matcher(
                        lower(found.text().substring(start, thing.words().start())))
                .find();
        if (thing.mention().isEmpty()) {
            var apart = SENTENCE.matcher(joint.get().text()).find();
            return !apart && (thing.again() || valued(found, start, thing));
        }
        return !same && (there || article || thing.data() || valued(found, start, thing));
    }

    /** Something is said of it alone: how long, how much, for whom. */
    private static boolean valued(Found found, int start, Thing thing) {
        var end = JOINT.matcher(found.text());
        var stop = end.find(thing.words().end()) ? end.start() : found.text().length();
        return Stream.concat(
                        found.times().stream().map(time -> time.words().start()),
                        found.mentions().stream()
                                .filter(mention -> VALUES.contains(mention.slot()))
                                .map(mention -> mention.words().start()))
                .anyMatch(at -> at >= start && at < stop);
    }

    /** The last joint between two things, where nothing after it ties the second to what was said before. */
    private static Optional<Words> joint(Found found, Thing one, Thing other) {
        if (one.words().end() >= other.words().start()) {
            return Optional.empty();
        }
        var between = neutral(found, one.words().end(), other.words().start());
        var last = JOINT.matcher(between).results().reduce((earlier, later) -> later);
        return last.filter(joint -> {
                    var lead = between.substring(joint.end());
                    return !TIED.matcher(lead).find()
                            || NEXT.matcher(lead).find()
                            || other.data() && RIGHT.matcher(lead).find();
                })
                .map(joint -> new Words(
                        joint.group(),
                        one.words().end() + joint.start(),
                        one.words().end() + joint.end()));
    }

    /** Names and times between two things, which neither join nor tie them, made into as many stops. */
    private static String neutral(Found found, int start, int end) {
        var between = new StringBuilder(lower(found.text().substring(start, end)));
        Stream.concat(
                        found.times().stream().map(time -> time.words()),
                        found.mentions().stream()
                                .filter(mention -> VALUES.contains(mention.slot()))
                                .map(Mention::words))
                .forEach(words -> {
                    for (var at = Math.max(start, words.start()); at < Math.min(end, words.end()); at++) {
                        between.setCharAt(at - start, '·');
                    }
                });
        return between.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Conjunct.Head;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several things named as equals in one clause, each with what is said of it: "rstudio 3h for me, vscode 1 day for iris",
 * "read on A for a week and a bucket". The clause is cut at its joints. A stretch is a conjunct where it has a head: a thing
 * that no word ties to what was said before ("with", "for", "in"); all others belong to the conjunct before them.
 */
final class Coordination {

    /** Beyond these nobody lists by a sentence; each costs a reading of its own. */
    static final int MOST = 8;

    /** Where one thing ends and the next may begin. */
    private static final Pattern JOINT = Pattern.compile(
            "[.;!?](?=\\s|$)\\s*|\\n\\s*|,\\s*(?:(?:and|plus|then|also|but)\\s+)?|(?<!\\s)\\s{1,3}(?:and|plus|then|also|&|\\+|as well as"
                    + "|along with)\\s{1,3}|\\+|\\s[-–]\\s");
    /** A name that such a word leads to is part of what was said before it. */
    private static final Pattern TIED = Pattern.compile(
            "\\b(?:with|w/|in|inside|into|from|of|like|using|via|behind|about|as|by|for|where|that|which|on|to|not|than)\\s+"
                    + "(?:(?:an?|the|my|our|your|their|some|that|this)\\s+)?(?:[\\w-]+\\s+){0,2}$");
    /** "Read on", "the same to": so a right leads to its dataset; "and on" where a right was said before. */
    private static final Pattern RIGHT = Pattern.compile(
            "\\b(?:read\\w*|write|select|access|rights?|permissions?|same|grant\\w*|look|query)[\\w\\s-]{0,20}"
                    + "\\b(?:on|to|of|for|into|from)\\s+(?:(?:the|our|all)\\s+)?$|^(?:also )?(?:on|to) (?:the |our )?$");

    private static final Pattern ARTICLE = Pattern.compile(
            "\\b(?:an?|another|one|some|two|three|second|third)\\s+(?:(?!is\\b|was\\b|are\\b)[\\w-]+\\s+){0,3}$");
    /** Before a thing that a stretch begins with. */
    private static final Pattern ANEW = Pattern.compile(
            "^(?:also |an? |another |one |second |small |medium |large |big |tiny |new |\\d{1,3} |·{1,40} ){0,4}$");
    /** After a thing that is all there is to its name. */
    private static final Pattern FOLLOWS = Pattern.compile(
            "^(?:\\s*$|\\s*[(,:·]|\\s+(?:for|until|till|from|with|w/|please|pls|called|named|[a-z][\\w]*[-_][\\w-]+)\\b)");
    /** "A key for the shared llm": led by an article, and few words to its name. */
    private static final Pattern NEXT = Pattern.compile(
            "^(?:also |then |maybe |and |plus ){0,6}(?:an?|another|one|some|two|three)\\s+(?:(?!with\\b)[\\w-]+\\s+){0,3}$");
    /** Of more than one kind: what it is made of, not what is asked for. */
    private static final Pattern A_SIZE = Pattern.compile("^(?:\\d+\\s*x?\\s*)?(?:gpus?|nodes?|workers?|cluster)$");
    /** One more of what was named before, or what only the whole sentence tells. */
    private static final Pattern NAMELESS = Pattern.compile(
            "\\b(?:an?|another|one)\\s+(?:(?!and\\b|or\\b|for\\b|of\\b|on\\b|with\\b|more\\b)[\\w.-]+\\s+){0,3}"
                    + "(?<kind>one|box|machine|environment|env|workspace|sandbox|instance)\\b(?!-)(?! of\\b)"
                    + "|(?<!-)\\b(?<chip>[ahtvl]\\d{1,3}s?) (?:box|machine|workstation|instance|server|vm)\\b"
                    + "|\\b(?<kind2>somewhere|someplace)\\b"
                    + "|\\b(?<more>another(?: one)?)(?= (?:for|with|on|at|from|until|till|tomorrow|today|tonight|next|\\d)|$)"
                    + "|^(?<one>one)(?= (?:for|with|on|at|from|until|till|tomorrow|today|\\d))"
                    + "|\\b(?<same>(?:the )?same(?: (?:table|dataset|data|one|thing|env|environment|access|right|setup|again))?)"
                    + "(?=\\s*(?:[,.]|$)| (?:for|to|on|until|till|please|pls|too)\\b)");

    private static final Pattern SAME = Pattern.compile("\\bsame\\b");
    private static final Pattern ALL_SAME = Pattern.compile("\\bsame(?: (?:again|setup|thing|one|env|environment))?$");
    private static final Pattern JOB = Pattern.compile(
            "^(?:(?:the|our|my) )?(?!(?:again|please|pls|now|then|it|that|this|today|tonight|asap|thanks)\\b)[a-z][\\w-]*(?: [\\w-]+){0,3}?(?: (?:again|please|pls|now|today|tonight|asap))*[.!]?$");
    private static final Pattern JOBS_OF =
            Pattern.compile("\\b(?:run|rerun|trigger|kick off|start|execute|launch|fire off)\\s+(?=\\S)");

    private static final Pattern SENTENCE = Pattern.compile("[.!?\\n]");
    private static final Pattern SELF = Pattern.compile("\\bfor (?:me|myself|us)\\b");
    private static final Set<KnownSlot> VALUES = Set.of(
            KnownSlot.SIZE, KnownSlot.CPU, KnownSlot.MEMORY_GB, KnownSlot.GPUS, KnownSlot.WORKERS, KnownSlot.PERSON);

    private final ClauseReader reader;
    private final Verb verb;
    private final Found found;
    private final String text;
    private final String neutral;
    private final List<Conjunct> conjuncts = new ArrayList<>();
    /** The last stretch named data that is tied to something: "to join A" of "to join A and B". */
    private boolean tiedData;

    private String lead = "";

    /** Cuts it so that each conjunct names one thing; at most one where nothing is listed. */
    Coordination(ClauseReader reader, Verb verb, Found found) {
        this.reader = reader;
        this.verb = verb;
        this.found = found;
        this.text = found.text();
        this.neutral = neutral(found);
        if (verb == Verb.RUN) {
            jobs();
        } else {
            things();
        }
    }

    /** A thing named in a stretch, and where in it. */
    private record Thing(Words words, Head head) {

        @Nullable
        Mention named() {
            return head instanceof Head.Named(var thing) ? thing : null;
        }

        boolean data() {
            return named() instanceof Mention thing && thing.slot() == KnownSlot.DATASET;
        }
    }

    /** The text before the first thing: what is to be done, where that is said once for all. */
    String lead() {
        return lead;
    }

    List<Conjunct> conjuncts() {
        return conjuncts;
    }

    private void jobs() {
        var run = JOBS_OF.matcher(lower(text));
        if (!run.find()) {
            return;
        }
        var first = true;
        for (var stretch : stretches(run.end())) {
            if (JOB.matcher(lower(stretch.text()).strip()).matches()) {
                var start = first ? 0 : stretch.start();
                conjuncts.add(new Conjunct(Words.in(text, start, stretch.end()), new Head.Spoken(), true, false));
            } else if (first) {
                return;
            } else {
                conjuncts.add(conjuncts.removeLast().until(text, stretch.end()));
            }
            first = false;
        }
    }

    private void things() {
        for (var stretch : stretches(0)) {
            if (conjuncts.size() > MOST) {
                return;
            }
            if (conjuncts.isEmpty()) {
                things(reader.found(stretch.text())).stream().findFirst().ifPresent(first -> {
                    lead = text.substring(0, stretch.start() + first.words().start())
                            .replaceFirst("(?i)(?:both |all )?(?:(?:the|my|our|that|this|an?) )?$", "");
                    var bare = stretch.text().substring(first.words().end()).isBlank();
                    conjuncts.add(new Conjunct(Words.in(text, 0, stretch.end()), first.head(), true, bare));
                });
            } else {
                take(stretch);
            }
        }
    }

    private void take(Words stretch) {
        var there = reader.found(stretch.text());
        var things = things(there);
        var head = things.stream().findFirst().filter(thing -> heads(stretch, there, thing));
        if (head.isEmpty()) {
            tiedData = things.stream().anyMatch(Thing::data);
            var again = repeats(stretch, there);
            if (again) {
                conjuncts.add(new Conjunct(stretch, new Head.Again(false), false, false));
            } else {
                conjuncts.add(conjuncts.removeLast().until(text, stretch.end()));
            }
            return;
        }
        tiedData = false;
        var lead = lower(stretch.text().substring(0, head.get().words().start()));
        var plain = head.get().data()
                ? conjuncts.getFirst().data() || RIGHT.matcher(lead).find()
                : ARTICLE.matcher(lead).find() || head.get().head() instanceof Head.Described;
        var bare = stretch.text().substring(head.get().words().end()).isBlank();
        conjuncts.add(new Conjunct(stretch, head.get().head(), plain, bare));
    }

    private boolean heads(Words stretch, Found there, Thing thing) {
        var lead = neutral(there).substring(0, thing.words().start());
        if (tiedData && thing.data()
                || TIED.matcher(lead).find()
                        && !NEXT.matcher(lead).find()
                        && !(thing.data() && RIGHT.matcher(lead).find())) {
            return false;
        }
        var valued = valued(there);
        if (thing.named() == null) {
            var apart = SENTENCE.matcher(
                            text.substring(conjuncts.getLast().words().end(), stretch.start()))
                    .find();
            return verb.opens()
                    && !apart
                    && (thing.head() instanceof Head.Again
                            || valued
                            || things(there).size() > 1);
        }
        var same = conjuncts.stream()
                .anyMatch(one -> one.head() instanceof Head.Named(var named)
                        && named.value().equals(thing.named().value()));
        var follows =
                FOLLOWS.matcher(neutral(there).substring(thing.words().end())).lookingAt();
        if (same) {
            return verb.opens()
                    && !thing.data()
                    && valued
                    && follows
                    && ANEW.matcher(lead).matches();
        }
        var known = found.mentions().stream()
                .anyMatch(mention -> mention.slot() == thing.named().slot()
                        && mention.words().start()
                                == stretch.start() + thing.words().start());
        var list = verb.opens()
                && conjuncts.getLast().bare()
                && conjuncts.getLast().data() == thing.data()
                && lead.isBlank();
        return known && (valued || verb.onWhatIs() || ARTICLE.matcher(lead).find() || thing.data())
                || (valued || list) && follows && ANEW.matcher(lead).matches();
    }

    /** "… till 17:00 for me and till 19:00 for mia": nothing but other values of what was said of the one before. */
    private boolean repeats(Words stretch, Found there) {
        if (!verb.opens() || there.times().isEmpty() || !whose(there) || conjuncts.size() > MOST) {
            return false;
        }
        var before = reader.found(conjuncts.getLast().text());
        return !before.times().isEmpty() && whose(before) && alike(before.times(), there.times());
    }

    private static boolean alike(List<TimeExpression> one, List<TimeExpression> other) {
        return one.stream().anyMatch(time -> other.stream().anyMatch(next -> next.getClass() == time.getClass()));
    }

    private static boolean whose(Found there) {
        return there.first(KnownSlot.PERSON).isPresent()
                || SELF.matcher(lower(there.text())).find();
    }

    /** How long, how much or for whom. */
    private static boolean valued(Found there) {
        return !there.times().isEmpty()
                || there.mentions().stream().anyMatch(mention -> VALUES.contains(mention.slot()));
    }

    private List<Words> stretches(int from) {
        var stretches = new ArrayList<Words>();
        var start = 0;
        var joint = JOINT.matcher(neutral);
        for (var at = from; joint.find(at); at = joint.end()) {
            if (!ClauseList.bracketed(text, joint.start())) {
                add(stretches, start, joint.start());
                start = joint.end();
            }
        }
        add(stretches, start, text.length());
        return stretches;
    }

    private void add(List<Words> stretches, int start, int end) {
        if (!text.substring(start, end).isBlank()) {
            stretches.add(Words.in(text, start, end));
        }
    }

    /** Ids are things where each has a time of its own; else they are one list. */
    private boolean thing(Mention mention) {
        return mention.slot() == KnownSlot.PATH
                || mention.slot() == KnownSlot.DATASET
                || mention.slot() == KnownSlot.TARGET
                        && verb == Verb.EXTEND
                        && found.times().size() > 1;
    }

    private List<Thing> things(Found found) {
        var named = found.mentions().stream()
                .filter(this::thing)
                .filter(Mention::resolved)
                .filter(mention ->
                        !A_SIZE.matcher(lower(mention.words().text())).matches())
                .map(mention -> new Thing(mention.words(), new Head.Named(mention)))
                .toList();
        var nameless = NAMELESS.matcher(lower(found.text()))
                .results()
                .map(match -> {
                    var again = match.group("kind2") == null
                            && match.group("chip") == null
                            && (match.group("kind") == null
                                    || match.group("kind").equals("one"));
                    var words = new Words(match.group(), match.start(), match.end());
                    return new Thing(
                            words,
                            again
                                    ? new Head.Again(
                                            ALL_SAME.matcher(match.group()).find())
                                    : new Head.Described());
                })
                .filter(thing -> named.stream()
                        .noneMatch(other -> other.words().overlaps(thing.words())
                                || SAME.matcher(thing.words().text()).find()));
        return Stream.concat(named.stream(), nameless)
                .sorted(Comparator.comparingInt(thing -> thing.words().start()))
                .toList();
    }

    /** Names and times neither join nor tie: each is made into as many stops. */
    private static String neutral(Found found) {
        var neutral = new StringBuilder(lower(found.text()));
        Stream.concat(
                        found.times().stream().map(TimeExpression::words),
                        found.mentions().stream()
                                .filter(mention -> VALUES.contains(mention.slot()))
                                .map(Mention::words))
                .forEach(words -> {
                    for (var at = words.start(); at < Math.min(words.end(), neutral.length()); at++) {
                        neutral.setCharAt(at, '·');
                    }
                });
        return neutral.toString();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}

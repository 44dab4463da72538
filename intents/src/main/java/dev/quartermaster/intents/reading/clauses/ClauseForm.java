package dev.quartermaster.intents.reading.clauses;

import static dev.quartermaster.intents.reading.clauses.FormWords.ADVERBS;
import static dev.quartermaster.intents.reading.clauses.FormWords.AFTER_NOUN;
import static dev.quartermaster.intents.reading.clauses.FormWords.BE_DO_HAVE;
import static dev.quartermaster.intents.reading.clauses.FormWords.DOING;
import static dev.quartermaster.intents.reading.clauses.FormWords.FEELING;
import static dev.quartermaster.intents.reading.clauses.FormWords.FINITE;
import static dev.quartermaster.intents.reading.clauses.FormWords.GETTING;
import static dev.quartermaster.intents.reading.clauses.FormWords.IDLE;
import static dev.quartermaster.intents.reading.clauses.FormWords.KNOWING;
import static dev.quartermaster.intents.reading.clauses.FormWords.MODALS;
import static dev.quartermaster.intents.reading.clauses.FormWords.NO_VERB;
import static dev.quartermaster.intents.reading.clauses.FormWords.OPENERS;
import static dev.quartermaster.intents.reading.clauses.FormWords.POLITE_IF;
import static dev.quartermaster.intents.reading.clauses.FormWords.QUESTIONS;
import static dev.quartermaster.intents.reading.clauses.FormWords.SAYING;
import static dev.quartermaster.intents.reading.clauses.FormWords.SUPPOSING;
import static dev.quartermaster.intents.reading.clauses.FormWords.US;
import static dev.quartermaster.intents.reading.clauses.FormWords.USING;
import static dev.quartermaster.intents.reading.clauses.FormWords.WISHES;
import static dev.quartermaster.intents.reading.clauses.FormWords.words;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form of one clause. Every way of asking is listed; what is not listed asks for nothing. */
final class ClauseForm {

    private static final Set<String> NEVER =
            words("don't dont never not cannot can't shouldn't mustn't won't avoid refrain no-one nobody neither");
    static final Set<String> I = words("i we i'd we'd i'm we're i'll we'll");
    private static final Set<String> WISHING = words(
            "'d would should 'll will 'm am are do really only just also still now then all urgently definitely be"
                    + " going to gonna probably currently badly desperately kindly both desperately need");
    private static final Set<String> PLANS = words(
            "might may could should must shall ought can plan planning think thinking considering hoped tempted intend"
                    + " intending aim aiming about going gonna want-to wanted needed wish");
    /** "Tomorrow I will …": when, before who. */
    private static final Set<String> WHEN = words("tomorrow today tonight later soon monday tuesday wednesday thursday"
            + " friday saturday sunday on next week month morning afternoon evening weekend eventually in the this");

    static final Set<String> ARTICLES = words("a an some any the my our more your");
    private static final Set<String> HEADS = words(
            "both each a an one another some any two three four five six seven eight nine ten twelve dozen couple read"
                    + " write access readonly read-only rw r/w new small medium large big bigger smaller larger double"
                    + " half same notebook environment env cluster gpu gpus cpu machine box workspace sandbox jupyter"
                    + " spark ray rstudio vscode bucket repo repository website somewhere someplace for until till with"
                    + " without to from by in the my our space long extra longer up query sql select permission"
                    + " permissions rights data workbench workstation dev lab vm server playground time enough single"
                    + " permanent temporary temp view");
    private static final Set<String> OTHERS = words("she he they colleague everybody");
    private static final Set<String> OURS = words("intern colleague team student analyst manager boss group teammate");
    private static final Set<String> THINGS =
            words("it this that which what everything nothing everyone nobody somebody who"
                    + " notebook cluster nobody anyone model job environment env one thing");

    /** What begins a question, and as well what is only told of something. */
    private static final Set<String> RELATIVE = words("which who whose whom where when how");

    private static final Set<String> MEASURING = words("of much many long owns owned often soon about");
    private static final Set<String> DECIDING = words("approve deny reject decline accept");
    private static final Set<String> LOOKING = words("list show tell find search explain");

    /** Said before an order, and no condition of it. */
    private static final List<List<String>> MEANWHILE = Stream.of(
                    "while you're at it",
                    "while you are at it",
                    "while you're there",
                    "at the same time",
                    "after that",
                    "in that case",
                    "if possible",
                    "if you can",
                    "when done",
                    "once done",
                    "when that's done",
                    "once that's done",
                    "in its place",
                    "in their place",
                    "in its stead")
            .map(phrase -> List.of(phrase.split(" ")))
            .toList();

    private static final Set<String> PURPOSE = words("so where because cos since somewhere someplace");
    private static final Set<String> THANKING = words("thanks thank thx cheers ta");

    private final List<String> tokens;
    private final boolean polite;
    private final boolean asked;

    /** @param asked whether a question mark ends it */
    ClauseForm(List<ClauseSplitter.Word> words, boolean asked) {
        var plain = words.stream()
                .map(ClauseSplitter.Word::text)
                .filter(word -> word.length() > 1 || Character.isLetterOrDigit(word.charAt(0)))
                .filter(word -> !word.startsWith(":") && !word.startsWith("<@"))
                .flatMap(ClauseForm::expanded)
                .toList();
        this.polite = plain.stream().anyMatch(Set.of("please", "pls", "plz", "kindly")::contains);
        this.asked = asked;
        this.tokens = opened(plain);
    }

    private ClauseForm(List<String> tokens) {
        this.tokens = tokens;
        this.polite = false;
        this.asked = false;
    }

    private static Stream<String> expanded(String word) {
        return switch (word) {
            case "i'd", "we'd" -> Stream.of(word.substring(0, word.length() - 2), "'d");
            case "i'll", "we'll" -> Stream.of(word.substring(0, word.length() - 3), "'ll");
            case "i'm", "im" -> Stream.of("i", "'m");
            case "we're" -> Stream.of("we", "are");
            case "let's", "lets" -> Stream.of("let's");
            default -> Stream.of(word);
        };
    }

    /** Whether it begins as an order does: who wishes, or what is to be done. */
    static boolean ordersFrom(List<ClauseSplitter.Word> words) {
        var clause = new ClauseForm(words, false);
        return (I.contains(clause.at(0))
                        || DOING.contains(clause.at(0))
                        || Set.of("can", "could").contains(clause.at(0)))
                && clause.form() == Form.ORDER;
    }

    private static List<String> opened(List<String> words) {
        var at = 0;
        for (var opens = true; opens; ) {
            var from = at;
            var phrase = MEANWHILE.stream()
                    .filter(said -> words.subList(from, words.size()).size() > said.size()
                            && words.subList(from, from + said.size()).equals(said))
                    .findFirst();
            opens = phrase.isPresent() || at < words.size() && OPENERS.contains(words.get(at));
            at += phrase.map(List::size).orElse(opens ? 1 : 0);
        }
        return words.subList(at, words.size());
    }

    Form form() {
        if (tokens.isEmpty()) {
            return Form.VALUE;
        }
        if (forbids()) {
            return Form.FORBIDDEN;
        }
        if (embeds()) {
            return Form.REMARK;
        }
        if (formal()) {
            return Form.ORDER;
        }
        if (QUESTIONS.contains(at(0)) && !(at(1).equals("about") && (at(0).equals("what") || at(0).equals("how")))) {
            return Form.QUESTION;
        }
        if (imperative(0) || asks() || wishes() || wishesFor()) {
            return Form.ORDER;
        }
        if (asked
                || LOOKING.contains(at(0)) && !at(1).isEmpty()
                || BE_DO_HAVE.contains(at(0))
                || MODALS.contains(at(0))
                || KNOWING.contains(at(0))) {
            return Form.QUESTION;
        }
        return value() ? Form.VALUE : Form.REMARK;
    }

    private boolean formal() {
        return !asked && new FormalRequest(this).asks();
    }

    String at(int index) {
        return index < tokens.size() ? tokens.get(index) : "";
    }

    int skip(int index, Set<String> words) {
        var next = index;
        while (next < tokens.size() && words.contains(tokens.get(next))) {
            next++;
        }
        return next;
    }

    private boolean has(Set<String> words) {
        return tokens.stream().anyMatch(words::contains);
    }

    private boolean forbids() {
        return NEVER.contains(at(0))
                        && !(at(0).equals("not")
                                && Set.of("before", "until", "till").contains(at(1)))
                        && !(at(0).equals("not") && tokens.size() < 4 && !DOING.contains(at(1)))
                        && !(at(0).equals("can't") && (I.contains(at(1)) || US.contains(at(1))))
                || at(0).equals("do") && at(1).equals("not")
                || at(0).equals("let's") && at(1).equals("not")
                || at(0).equals("no") && at(1).equals("need")
                || at(0).equals("i") && (at(1).equals("don't") || at(1).equals("do") && at(2).equals("not"))
                || at(0).equals("under") && at(1).equals("no");
    }

    /** "If it is still there", "unless somebody uses it": what is said with it hangs on that. */
    boolean supposes() {
        return (at(0).equals("if") || at(0).equals("unless"))
                && (!POLITE_IF.contains(at(1)) || Set.of("so", "yes", "not").contains(at(1)));
    }

    /** A question by its first words: "what did it cost", "when does it end", "tell me what is left". */
    boolean begins() {
        return wonders() || DECIDING.contains(at(0)) && !at(1).isEmpty() || passive();
    }

    /** "The bucket can be deleted": what is to be done, of something there. */
    private boolean passive() {
        return Set.of("the", "my", "that", "this", "our").contains(at(0))
                && IntStream.range(2, 5)
                        .anyMatch(verb ->
                                MODALS.contains(at(verb)) && Set.of("be", "go").contains(at(verb + 1)));
    }

    private boolean wonders() {
        var relative = RELATIVE.contains(at(0));
        return LOOKING.contains(at(0)) && !at(1).isEmpty()
                || QUESTIONS.contains(at(0))
                        && (!relative
                                || BE_DO_HAVE.contains(at(1))
                                || MODALS.contains(at(1))
                                || MEASURING.contains(at(1)))
                || BE_DO_HAVE.contains(at(0))
                        && (asked
                                || I.contains(at(1))
                                || Set.of("there", "my", "our", "any").contains(at(1)))
                || MODALS.contains(at(0)) && (I.contains(at(1)) || US.contains(at(1)) || THINGS.contains(at(1)));
    }

    /** Whether what is said in it, or after it in the same sentence, is only spoken of: a report, a condition, a plan. */
    boolean embeds() {
        if (SUPPOSING.contains(at(0))) {
            return true;
        }
        if (at(0).equals("if")) {
            return !POLITE_IF.contains(at(1));
        }
        if (at(0).equals("in") && at(1).equals("case")
                || at(0).equals("every") && at(1).equals("time")
                || at(0).equals("what") && at(1).equals("if")
                || at(0).equals("as") && at(1).equals("soon")
                || at(0).equals("had")
                || at(0).equals("should") && I.contains(at(1))
                || at(0).equals("let's") && at(1).equals("say")) {
            return true;
        }
        return has(SAYING) && !imperative(0) && !formal() || toldElsewhere() || plans() && !formal();
    }

    /** "The docs say: …", "example: …": what follows is theirs. */
    private boolean toldElsewhere() {
        var say = tokens.indexOf("say");
        return tokens.size() == 1
                        && Set.of("example", "quote", "joke", "sample").contains(at(0))
                || tokens.size() > 1 && Set.of("says", "said", "reads", "wrote").contains(tokens.getLast())
                || say > 0
                        && !imperative(0)
                        && !I.contains(at(say - 1))
                        && !MODALS.contains(at(say - 1))
                        && !Set.of("'d", "to", "let's", "or", "and", "us", "well")
                                .contains(at(say - 1));
    }

    /** "I'm going to …", "we might …", "thinking of …": said of what comes, not asked for now. */
    private boolean plans() {
        var first = skip(0, WHEN);
        var subject = I.contains(at(first)) ? skip(first + 1, ADVERBS) : 0;
        var verb = skip(
                subject, Set.of("'m", "am", "are", "was", "were", "'ll", "will", "'d", "would", "have", "had", "been"));
        if (subject == 0
                && !Set.of("thinking", "planning", "considering", "hoping", "plan", "plans")
                        .contains(at(0))) {
            return at(0).equals("the") && at(1).equals("plan") || at(0).equals("my") && at(1).equals("plan");
        }
        if (PLANS.contains(at(verb))
                && !(Set.of("could", "can").contains(at(verb))
                        && Set.of("do", "use").contains(at(verb + 1)))) {
            return !(at(verb).equals("should") && Set.of("like", "love").contains(at(verb + 1)))
                    && !(Set.of("going", "gonna").contains(at(verb))
                            && tokens.subList(verb, Math.min(tokens.size(), verb + 3))
                                    .contains("need"));
        }
        return verb > subject
                && Set.of("'ll", "will").contains(at(verb - 1))
                && !WISHES.contains(at(skip(verb, WISHING)));
    }

    /** A verb in its base form with something after it that can be its object. */
    boolean imperative(int from) {
        var verb = at(from);
        if (verb.equals("let's")) {
            return DOING.contains(at(from + 1))
                    && !Set.of("see", "wait", "not").contains(at(from + 1))
                    && !at(from + 1).equals("say");
        }
        if (verb.equals("let")) {
            var whom = Set.of("my", "our", "the").contains(at(from + 1)) ? from + 3 : from + 2;
            return GETTING.contains(at(whom)) || USING.contains(at(whom)) || DOING.contains(at(whom));
        }
        if (verb.equals("do")
                || verb.equals("have")
                || verb.equals("up") && Set.of("until", "till", "to", "for").contains(at(from + 1))) {
            return false;
        }
        if (verb.equals("put") && at(from + 1).equals("in")
                || verb.equals("ask") && at(from + 1).equals("for")) {
            return ARTICLES.contains(at(from + 2)) || HEADS.contains(at(from + 2));
        }
        return DOING.contains(verb) && !AFTER_NOUN.contains(at(from + 1)) && !idle(from + 1) && !noun(from);
    }

    /** "Start up is slow", "my access expired": the same word, and a finite verb that it is the subject of. */
    private boolean noun(int from) {
        var next = at(from + 1);
        var object = Set.of(
                        "a", "an", "the", "my", "our", "me", "us", "it", "that", "this", "them", "up", "down", "off",
                        "out")
                .contains(next);
        return !object
                        && tokens.subList(Math.min(tokens.size(), from + 1), Math.min(tokens.size(), from + 4)).stream()
                                .anyMatch(Set.of(
                                        "is", "was", "are", "were", "took", "takes", "failed", "fails", "has", "had",
                                        "keeps", "would", "should", "could", "might", "seems")::contains)
                || Set.of("up", "down").contains(next) && AFTER_NOUN.contains(at(from + 2));
    }

    /** Whether the object is nothing that can be handed out: "give me a hint", "get back to me". */
    private boolean idle(int from) {
        var object = skip(from, Set.of("me", "us", "it", "that", "you", "this"));
        var noun = skip(object, ARTICLES);
        return noun - from <= 4 && IDLE.contains(at(noun)) && !Set.of("back").contains(at(noun))
                || from == object
                        && at(object).equals("back")
                        && Set.of("to", "in").contains(at(object + 1));
    }

    /** "Could you …?", "can I get …?", "any chance of …?": a question in form, and a request. */
    private boolean asks() {
        var start = 0;
        if (at(0).equals("is") && (at(1).equals("there") || at(1).equals("it"))) {
            start = at(2).equals("any") || at(2).equals("a") ? 2 : at(2).equals("possible") ? 1 : 0;
        }
        if (at(0).equals("would") && at(1).equals("it") && at(2).equals("be")) {
            start = 2;
        }
        if (at(start + 1).equals("possible") && at(start + 2).equals("to")) {
            return gets(skip(start + 3, ADVERBS)) || imperative(skip(start + 3, ADVERBS));
        }
        if (Set.of("any", "a").contains(at(start))
                && Set.of("chance", "way", "possibility", "scope").contains(at(start + 1))) {
            return chance(start + 2);
        }
        if (at(0).equals("do") && at(1).equals("you") && at(2).equals("think")) {
            return modal(4, at(3).equals("you"));
        }
        if (at(0).equals("mind") || at(0).equals("would") && at(1).equals("you") && at(2).equals("mind")) {
            var verb = at(at(0).equals("mind") ? 1 : 3);
            return verb.endsWith("ing") && stem(verb);
        }
        if (!MODALS.contains(at(0))) {
            return Set.of("you", "u").contains(at(0))
                    && Set.of("can", "could", "may").contains(at(1))
                    && imperative(skip(2, ADVERBS))
                    && !at(skip(2, ADVERBS)).equals("see");
        }
        return !(Set.of("shall", "should").contains(at(0)) && I.contains(at(1))) && modal(1, US.contains(at(1)));
    }

    private boolean chance(int from) {
        var next = at(from);
        if (Set.of("of", "for").contains(next)) {
            var what = at(from + 1);
            return ARTICLES.contains(what) && !Set.of("the", "my", "our").contains(what)
                    || !what.isEmpty() && Character.isDigit(what.charAt(0))
                    || HEADS.contains(what) && !Set.of("the", "my", "our").contains(what)
                    || what.endsWith("ing") && stem(what)
                    || what.contains(".");
        }
        if (next.equals("to")) {
            return gets(skip(from + 1, ADVERBS)) || imperative(skip(from + 1, ADVERBS));
        }
        var whom = at(from);
        return (I.contains(whom) || US.contains(whom)) && MODALS.contains(at(from + 1))
                ? modal(from + 2, US.contains(whom), true)
                : (I.contains(whom) || US.contains(whom)) && gets(skip(from + 1, ADVERBS));
    }

    private static boolean stem(String gerund) {
        var stem = gerund.substring(0, gerund.length() - 3);
        return DOING.contains(stem)
                || DOING.contains(stem + "e")
                || stem.length() > 2 && DOING.contains(stem.substring(0, stem.length() - 1));
    }

    private boolean modal(int subject, boolean us) {
        var verb = subject == 4 ? subject : subject + 1;
        return modal(subject == 4 ? skip(4, MODALS) : verb, us, I.contains(at(subject == 4 ? 3 : subject)));
    }

    private boolean modal(int verb, boolean us, boolean me) {
        var next = skip(verb, ADVERBS);
        if (us) {
            return imperative(next);
        }
        if (!me) {
            return !THINGS.contains(at(verb - 1)) && !at(verb - 1).isEmpty() && polite && gets(next);
        }
        if (USING.contains(at(next))) {
            return polite || has(Set.of("for", "until", "till"));
        }
        return gets(next);
    }

    /** "Get a notebook", and not "get in", "have a look", "get my files back". */
    private boolean gets(int verb) {
        if (at(verb).equals("be")) {
            return Set.of("given", "granted", "added", "assigned").contains(at(verb + 1));
        }
        var object = at(verb + 1);
        return GETTING.contains(at(verb))
                && !object.isEmpty()
                && !idle(verb + 1)
                && !AFTER_NOUN.contains(object)
                && !(Set.of("get", "have").contains(at(verb))
                        && (Set.of("to", "it", "them", "those", "these", "this", "used", "help", "of")
                                                .contains(object)
                                        && !polite
                                || has(Set.of("back"))));
    }

    /** "I need …", "I'd like …", "looking for …", "iris needs …". */
    private boolean wishes() {
        var subject = I.contains(at(0)) ? skip(1, WISHING) : 0;
        if (subject == 0) {
            return needs()
                    || Set.of("need", "want", "wanna", "require", "requesting", "wanting", "needing")
                                    .contains(at(0))
                            && wished(1)
                    || at(0).equals("looking") && at(1).equals("for") && wished(2)
                    || Set.of("'d", "id").contains(at(0)) && at(1).equals("like") && wished(2)
                    || at(0).equals("would") && at(1).equals("like") && wished(2);
        }
        var verb = subject < tokens.size() && WISHES.contains(at(subject)) ? subject : wish(subject - 1);
        if (Set.of("could", "can").contains(at(1))
                && (at(2).equals("use") || at(2).equals("do") && at(3).equals("with"))) {
            return wished(at(2).equals("use") ? 3 : 4);
        }
        if (at(subject).equals("looking") && at(subject + 1).equals("for")) {
            return subject > 1 && wished(subject + 2);
        }
        if (at(0).equals("have") || verb < 0) {
            return at(1).equals("have") && at(2).equals("to") && at(3).equals("have");
        }
        var conditional = tokens.subList(0, verb).contains("'d")
                || tokens.subList(0, verb).contains("would")
                || tokens.subList(0, verb).contains("should");
        return switch (at(verb)) {
            case "like", "love", "appreciate" -> conditional && wished(verb + 1);
            case "after" -> verb > 1 && wished(verb + 1);
            case "wish", "hoping", "requesting", "wanting", "needing" ->
                (verb > 1 && !at(verb).equals("wish")) && wished(verb + 1);
            default -> wished(verb + 1);
        };
    }

    /** "For my thesis I need …": what for, before who. */
    private boolean wishesFor() {
        var who = IntStream.range(2, Math.min(10, tokens.size()))
                .filter(at -> I.contains(at(at)))
                .findFirst();
        return at(0).equals("for")
                && who.isPresent()
                && new ClauseForm(tokens.subList(who.getAsInt(), tokens.size())).wishes();
    }

    /** The last wish before: "need" in "I need to", which the words after it do not show. */
    private int wish(int from) {
        var at = from;
        while (at > 0 && !WISHES.contains(at(at))) {
            at--;
        }
        return at > 0 ? at : -1;
    }

    /** "Iris needs …", "the team wants …": a wish of whoever, or whatever, it begins with. */
    boolean needs() {
        var subject = Set.of("my", "our", "the").contains(at(0)) && OURS.contains(at(1))
                ? 2
                : THINGS.contains(at(0)) || at(0).isEmpty() ? -1 : 1;
        return subject > 0
                && (Set.of("needs", "wants").contains(at(skip(subject, ADVERBS)))
                                && (subject == 2 || !DOING.contains(at(0)))
                        || subject == 1 && OTHERS.contains(at(0)) && at(1).equals("need"))
                && wished(skip(subject, ADVERBS) + 1);
    }

    boolean wished(int from) {
        var object = skip(from, ADVERBS);
        if (at(object).equals("to")
                && at(object + 1).equals("be")
                && at(object + 2).equals("able")
                && at(object + 3).equals("to")) {
            return USING.contains(at(object + 4)) && !at(object + 5).isEmpty();
        }
        if (at(object).equals("to")) {
            return (!KNOWING.contains(at(skip(object + 1, ADVERBS)))
                            || at(object + 1).equals("see") && at(object + 2).matches("\\w+\\.\\w.*"))
                    && !at(object + 1).isEmpty();
        }
        if (at(object).equals("you") || at(object).equals("u")) {
            return at(object + 1).equals("to") && imperative(skip(object + 2, ADVERBS));
        }
        var mine =
                Set.of("it", "this", "that", "my", "our", "the", "everything").contains(at(object));
        return !at(object).isEmpty()
                && !AFTER_NOUN.contains(at(object))
                && !idle(object)
                && !(mine && has(FEELING))
                && !(at(object).startsWith("how") || at(object).startsWith("wh"));
    }

    private boolean value() {
        var head = at(0);
        var named = HEADS.contains(head)
                || Character.isDigit(head.charAt(0))
                || head.matches("\\+\\d.*")
                || head.contains(".")
                || head.contains("_")
                || head.matches("[a-z]{1,3}\\d{1,4}s?");
        return verbless() && (named || polite);
    }

    /** Whether no doing is named there: "not the synthetic ones", unlike "not launch it". */
    boolean names(int index) {
        return !DOING.contains(at(index));
    }

    /** No sentence: nothing is said of anything. What it is for may be said in one: "a sandbox so I can try it". */
    boolean verbless() {
        var end = tokens.size();
        for (var i = 0; i + 1 < tokens.size(); i++) {
            if (PURPOSE.contains(at(i)) && I.contains(at(i + 1)) && end == tokens.size()) {
                end = i;
            }
        }
        return !has(FEELING)
                && !has(THANKING)
                && tokens.subList(0, end).stream()
                        .noneMatch(word -> FINITE.contains(word)
                                || FEELING.contains(word)
                                || SAYING.contains(word)
                                || QUESTIONS.contains(word)
                                || word.endsWith("n't")
                                || word.length() > 4 && word.endsWith("ed") && !NO_VERB.contains(word));
    }
}

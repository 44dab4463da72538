package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.clauses.FormWords;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a message speaks of what was said before: only then may a reader see it. */
final class ContextReference {

    private static final Pattern REFERS =
            Pattern.compile("\\b(?:same|it|its|that|those|them|these|this|instead|again|also|too|as"
                    + " well|another|ones?|rather|likewise|ditto|not|n't|meant|mean|both|before|previous)\\b");
    /** "An environment that will allow me to …" says which one, and means nothing that was said before. */
    private static final Pattern RELATIVE =
            Pattern.compile("\\b(?:an?|some|any|one)(?: [\\p{L}\\d-]{1,30}){1,4} that (?!one\\b|too\\b|again\\b)");

    private static final Pattern CORRECTS = Pattern.compile(
            "^\\W*(?:(?:no|nope|nah|ok|okay|yes|yeah|and|but|so|oh|well|sorry|oops|wait|actually|please|pls|hm+|just)\\W+){0,60}(?:make|change|set|use|let's (?:say|do|make|use|go|take)|go (?:for|with)|give (?:it|that)|double|halve|add|drop|swap|switch|bump|raise|lower|put|take|keep)\\b");
    private static final Pattern TAKEN_BACK =
            Pattern.compile("\\b(?:no|not|nope|sorry|wait|meant|mean|instead|rather|actually|oops|change)\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_'.-]*");
    private static final Pattern ANSWER = Pattern.compile(
            "^\\W*(?:(?:wait|hm+|oh|actually|sorry|well)\\W{1,3}){0,3}(?:yes|yep|yeah|y|yup|aye|ok|okay|sure|do it|go|go ahead|go on|please"
                    + " do|correct|right|exactly|confirm(?:ed)?|that's (?:it|right|the one)|no|nope|n|nah|never"
                    + " ?mind|nvm|leave it|forget (?:about )?(?:it|that|this|the [\\w-]+)|scrap (?:it|that)|cancel(?: (?:that|it))?|not"
                    + " now|neither|none|stop|don't|again|cheaper)\\b(?: (?:please|pls|thanks|thank you|do it|do that|go"
                    + " ahead|\\w{3,6} it|of them|of these|of those|that))?\\W*$");
    private static final Pattern RETOLD = Pattern.compile(
            "^\\W*(?:(?:oops|sorry|dang|damn|ah|argh|oh|no)\\W+){0,3}(?:typo|misspel\\w+|mistyped)\\b|\\b(?:put|make|do|have) (?:it|that|this) (?:on|for|under|in) (?:me|my (?:own )?name)\\b");
    private static final Pattern FOR = Pattern.compile(
            "^\\W*(?:again\\W+)?(?:(?:it's |that's |this is )?(?:for|purpose(?: is|:)?)|(?:it's|that's|this is) to)\\b(?! (?:the"
                    + " record|now|example|instance|goodness|god|what))(?:\\W+[\\p{L}\\d-]+){1,8}\\W*$");
    private static final Set<String> PLAIN =
            FormWords.words("no nope nah actually sorry oops wait hm hmm ok okay yes yep yeah and but or so oh well"
                    + " make it that them those same with without for until till til rather better only just instead what"
                    + " how about plus say i mean meant should be have been change not use let's let us s do give set go"
                    + " the a an then though tho is enough fine plenty will would as well too after all please pls plz"
                    + " thanks thank you cheers to of on in at by me my one ones this time now longer shorter more less fewer max maximum"
                    + " total each per up down from double half halve twice version option spec size env environment"
                    + " access rights it's that's i'd i'll take hmm'd two three four five six seven eight nine ten eleven"
                    + " twelve extra another additional cheaper smaller bigger larger same again also gpus gpu cores core"
                    + " w/o w/ read write need needs want cheapest expensive pricey dear much many memory ram workers"
                    + " worker storage disk argh ugh ah damn whoops typo hang hold back");
    private static final Set<String> PICKING = FormWords.words(
            "first second third fourth fifth 1st 2nd 3rd 4th 5th last bottom final shortest smallest lowest least"
                    + " cheapest minimum shorter smaller longest largest biggest highest most maximum longer larger bigger"
                    + " hour hours day days week weeks month months option number none neither nothing these would great"
                    + " good perfect please nah never mind leave forget cancel don't no-thanks thank pick choose works"
                    + " sounds do us we'll we'd small medium large h d w yep sure go ahead confirm right exactly correct");
    private static final Pattern THANKS = Pattern.compile("\\b(?:thanks?|thx|cheers|ta)\\b");

    private ContextReference() {}

    /** The context as far as the words refer to it; with nothing of it, the message is read as if it were the first. */
    static Context heard(String text, Found found, List<Clause> clauses, Context context) {
        if (!(context instanceof Context.Last last)) {
            return context;
        }
        var said = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        if (!last.candidate().verb().acts() && last.offered().isEmpty()) {
            return last;
        }
        if (Choices.pick(text, last.offered()).isPresent()
                || ANSWER.matcher(said).matches()) {
            return last;
        }
        var refers = refers(said);
        if (RETOLD.matcher(said).find()) {
            return last;
        }
        if (!last.done()
                && ClauseSplitter.form(clauses) == Form.REMARK
                && PREFERS.matcher(said).find()) {
            return last;
        }
        if (ClauseSplitter.form(clauses) == Form.VALUE
                && TAKEN_BACK.matcher(said).find()
                && !found.mentions().isEmpty()) {
            return last;
        }
        return switch (ClauseSplitter.form(clauses)) {
            case ORDER, CONDITIONAL ->
                (refers || CORRECTS.matcher(said).find()) && !other(said, found, last) ? last : new Context.None();
            case VALUE, REMARK, FORBIDDEN ->
                !(ClauseSplitter.form(clauses) == Form.REMARK
                                        && THANKS.matcher(said).find())
                                && (bare(said, found)
                                        || FOR.matcher(untimed(said, found)).matches())
                                && !other(said, found, last)
                        ? last
                        : new Context.None();
            case QUESTION ->
                bare(said, found) || refers && said.matches("(?s)\\W*(?:and |also )?(?:can|could|may) (?:i|we)\\b.*")
                        ? last
                        : new Context.None();
        };
    }

    /** "Hm, eight of those workers would be nicer": a wish about what was said before. */
    private static final Pattern PREFERS = Pattern.compile(
            "\\b(?:of (?:those|them|these)|that|those|it|one|instead)\\b.{0,200}?\\b(?:would|will|might) be (?:\\w+"
                    + " )?(?:nicer|better|preferable|good|great|ideal|enough)\\b");

    /** Whether a word of it stands for what was said before. @param said in lower case */
    static boolean refers(String said) {
        return REFERS.matcher(RELATIVE.matcher(said).replaceAll(" ")).find();
    }

    /** Whether it is a preference, which is shown and not acted on. */
    static boolean prefers(String text) {
        return PREFERS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** Nothing in it but an option and the words one picks with. */
    static boolean picking(String text, List<String> offered) {
        var said = text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        for (var option : offered) {
            said = said.replace(option.toLowerCase(Locale.ROOT), " ");
        }
        return WORD.matcher(said)
                .results()
                .map(word -> word.group().replaceFirst("[.']+$", ""))
                .allMatch(word -> PLAIN.contains(word) || PICKING.contains(word) || word.matches("#?\\d+[.)]?"));
    }

    /** Nothing in it but values and the words one corrects with. */
    private static boolean bare(String said, Found found) {
        // As it is meant, where something is meant: "till 6pm, 4 hours won't do".
        var valued = !found.times().isEmpty() || !found.mentions().isEmpty();
        var rest =
                new StringBuilder(valued ? found.text().toLowerCase(Locale.ROOT).replace('’', '\'') : said);
        found.times()
                .forEach(time -> blank(rest, time.words().start(), time.words().end()));
        found.mentions()
                .forEach(mention ->
                        blank(rest, mention.words().start(), mention.words().end()));
        ClauseSplitter.DAYS.matcher(said).results().forEach(day -> blank(rest, day.start(), day.end()));
        return WORD.matcher(rest)
                .results()
                .map(word -> word.group().replaceFirst("[.']+$", ""))
                .allMatch(word ->
                        PLAIN.contains(word) || word.matches("\\d{1,4}(?:[:.]\\d\\d)?(?:st|nd|rd|th|am|pm|h)?"));
    }

    private static String untimed(String said, Found found) {
        var rest = new StringBuilder(said);
        found.times()
                .forEach(time -> blank(rest, time.words().start(), time.words().end()));
        return rest.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (var i = start; i < Math.min(end, text.length()); i++) {
            text.setCharAt(i, ' ');
        }
    }

    /**
     * Whether it names a subject of its own, and does not correct the one before: then it is a request of its own. Another
     * golden path is a change of a launch that is still to be done, and of one that was done it is another launch.
     */
    private static boolean other(String said, Found found, Context.Last before) {
        if (TAKEN_BACK.matcher(said).find()) {
            return false;
        }
        var last = before.candidate();
        if (ONE_MORE.matcher(said).find() && !refers(said) && !found.times().isEmpty() && otherData(found, last)) {
            return true;
        }
        if ((ONE_MORE.matcher(said).find() || POLITE.matcher(said).find()) && another(found, last)) {
            return true;
        }
        if (before.done() && another(found, last)) {
            return true;
        }
        var own = Map.of(
                        Verb.LAUNCH,
                        Set.of(KnownSlot.DATASET, KnownSlot.TARGET),
                        Verb.GRANT,
                        Set.of(KnownSlot.PATH, KnownSlot.TARGET, KnownSlot.GPUS, KnownSlot.CPU))
                .getOrDefault(last.verb(), Set.of(KnownSlot.PATH, KnownSlot.DATASET));
        return found.mentions().stream().anyMatch(mention -> own.contains(mention.slot()) && mention.resolved());
    }

    /** "And a notebook" is one besides. */
    private static final Pattern ONE_MORE =
            Pattern.compile("^\\W*(?:and|also|plus)\\b(?: (?:also|then|please))?(?: (?:an?|one|some|another)\\b)?");

    /** "RStudio please" asks; "rstudio" may be the one that was meant. */
    private static final Pattern POLITE = Pattern.compile("\\b(?:please|pls|plz)\\b");

    private static boolean otherData(Found found, Candidate last) {
        var data = last.slots().get(KnownSlot.DATASET);
        return data != null
                && found.mentions().stream()
                        .anyMatch(mention -> mention.slot() == KnownSlot.DATASET
                                && mention.resolved()
                                && !mention.value().equals(data.value()));
    }

    private static boolean another(Found found, Candidate last) {
        var path = last.slots().get(KnownSlot.PATH);
        return path != null
                && found.mentions().stream()
                        .anyMatch(mention -> mention.slot() == KnownSlot.PATH
                                && mention.resolved()
                                && !mention.value().equals(path.value()));
    }
}

package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Care;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.clauses.FormWords;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message that asks without a verb: it names what is wanted, and perhaps how much of it. */
record BareRequest(String text, Found found, List<Clause> clauses) {
    /** "The handbook says: launch pycharm for 2 hours". */
    private static final Pattern QUOTES = Pattern.compile("(?i)\\b(?:says?|said|reads|wrote|example|quote)\\s?:");

    /** Lines of others, and fenced text. */
    private static final Pattern QUOTATION = Pattern.compile("(?m)^[ \\t]{0,3}+(?:>|&gt;)|```");

    private static final Pattern NEW = Pattern.compile(
            "(?i)\\W*+(?:(?:hi|hey|hello|ok|okay|and|also|then|now|next|please|pls|plz|just|an?|one|some|new|fresh|tiny|small|medium|large|big|quick)\\b\\W*+){0,12}");
    private static final Pattern POLITE = Pattern.compile("(?i)\\b(?:please|pls|plz)\\b");
    /** Complaints, thanks, reports of what others say and have: then a noun said first asks for nothing. */
    private static final Pattern UNEASY =
            Pattern.compile(FormWords.FEELING.stream().sorted().collect(Collectors.joining("|", "\\b(?:", ""))
                    + "|thanks|thank"
                    + " you|cheers|says?|said|told|asked|wrote|if|when|would|maybe|might|yesterday|ago|last|already|again|went|was|were|died|took|had|never|not|no(?!"
                    + " \\p{L}+s\\b)|none|cost|costs|too)\\b|n't\\b");
    /** "Small is enough", "2 hours will do". */
    private static final Pattern SUFFICES = Pattern.compile(
            "(?i)^\\W*+[^.!?]{1,30}?(?:(?:is|are|'s) (?:fine|enough|ok|okay|plenty)|(?:will|would|should|'ll) (?:be"
                    + " (?:fine|enough|ok|plenty)|do|suffice))\\b");

    /** Said of how something stands, where the amount beside it is none that is asked for. */
    private static final Pattern STANDING = Pattern.compile(
            "(?i)\\b(?:left|remaining|old|late|behind|overdue|idle|full|gone|missing|uptime|downtime|outage|too (?:many|much|few|little)|no luck"
                    + "|nothing (?:works|loads|happens)|deadline|so far|to go)\\b");
    /** As well, where nothing but the odds tell what is wanted. */
    private static final Pattern COMPARED = Pattern.compile(
            "(?i)\\b(?:up|down|running|queued?|pending|waiting|used|free|over|out of|minus|vs|versus|instead|more|less|longer|extra)\\b");

    /** "Small is enough", said of what is asked for. */
    static boolean suffices(String clause) {
        return SUFFICES.matcher(clause).find();
    }

    /**
     * "A dbt environment for 2 hours please": politely, and a golden path named first, so that it is a request whatever
     * was said before. "The notebook's password please" is none.
     */
    boolean politelyNamed() {
        var said = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return POLITE.matcher(said).find()
                && !UNEASY.matcher(said).find()
                && !ContextReference.refers(said)
                && !text.strip().endsWith("?")
                && found.mentions().stream()
                        .filter(mention -> mention.slot() == KnownSlot.PATH && mention.resolved())
                        .map(mention -> text.substring(0, mention.words().start()))
                        .anyMatch(before -> NEW.matcher(before).matches());
    }

    /** Whether what is named stands in words that are quoted, and nothing else orders. */
    boolean quoted() {
        return QUOTATION.matcher(text).find()
                || clauses.stream().noneMatch(clause -> clause.form() == Form.ORDER)
                        && found.mentions().stream()
                                .filter(mention -> mention.resolved())
                                .anyMatch(mention -> ClauseSplitter.quotations(text)
                                        .anyMatch(quotation -> quotation.start()
                                                        <= mention.words().start()
                                                && mention.words().end() <= quotation.end()));
    }

    /** Whether it names itself what is wanted, and so is no answer to anything. */
    boolean named() {
        return found.mentions().stream()
                .anyMatch(mention -> mention.resolved()
                        && (mention.slot() == KnownSlot.PATH || mention.slot() == KnownSlot.DATASET));
    }

    /** "RStudio please, 32 GB. Tidyverse is all I use": a bare request with an amount, and remarks that complain of nothing. */
    boolean clipped() {
        if (clauses.isEmpty()
                || clauses.getFirst().form() != Form.VALUE
                || clauses.stream()
                        .anyMatch(clause -> clause.form() == Form.FORBIDDEN || clause.form() == Form.QUESTION)) {
            return false;
        }
        var said = text.toLowerCase(Locale.ROOT);
        return !said.strip().endsWith("?")
                && !UNEASY.matcher(said).find()
                && clauses.stream().anyMatch(this::measured);
    }

    /**
     * "Viz env from the 23rd to the 27th, festival ticketing": no sentence, but what is wanted and how much of it, said by
     * nobody of anything that is there. What it is for may be told in a sentence of its own.
     */
    boolean terse(Candidate one) {
        var purpose = one.slots().get(KnownSlot.PURPOSE);
        var why = purpose == null ? -1 : text.indexOf(purpose.words());
        var before = timeless().substring(0, why < 0 ? text.length() : why);
        return one.verb().opens()
                && Care.sure(one)
                && !UNEASY.matcher(before).find()
                && !standing()
                && !QUOTES.matcher(text).find()
                && !COMPARED.matcher(text).find()
                && clauses.stream().allMatch(clause -> clause.form() == Form.VALUE || clause.form() == Form.REMARK)
                && clauses.stream()
                        .filter(clause -> clause.start() < before.length())
                        .allMatch(clause -> ClauseSplitter.verbless(
                                before.substring(clause.start(), Math.min(before.length(), clause.end()))))
                && (one.verb() == Verb.LAUNCH || right(one))
                && (!found.times().isEmpty()
                        || amounts()
                        || POLITE.matcher(text).find());
    }

    /** "1 May" has no verb in it. */
    private String timeless() {
        var rest = new StringBuilder(text);
        found.times().forEach(time -> {
            for (var at = time.words().start(); at < time.words().end(); at++) {
                rest.setCharAt(at, ' ');
            }
        });
        return rest.toString();
    }

    /** Whether it tells how something stands. */
    boolean standing() {
        return STANDING.matcher(text).find();
    }

    /** Whether the right is named as well as what it opens. */
    private boolean right(Candidate one) {
        var access = one.slots().get(KnownSlot.ACCESS);
        return access != null && !access.words().isBlank()
                || POLITE.matcher(text).find();
    }

    private boolean amounts() {
        return found.mentions().stream()
                .anyMatch(mention -> mention.value() instanceof Long || mention.slot() == KnownSlot.SIZE);
    }

    private boolean measured(Clause clause) {
        if (clause.form() != Form.VALUE && !suffices(clause.of(text))) {
            return false;
        }
        return found.times().stream().anyMatch(time -> clause.holds(time.words().start()))
                || found.mentions().stream()
                        .anyMatch(mention -> clause.holds(mention.words().start())
                                && (mention.value() instanceof Long
                                        || mention.slot().equals(KnownSlot.SIZE)))
                || POLITE.matcher(clause.of(text)).find();
    }
}

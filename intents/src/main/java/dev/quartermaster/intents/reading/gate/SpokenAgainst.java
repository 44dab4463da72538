package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.List;
import java.util.regex.Pattern;

/** Amounts and sizes that are named and not wanted: "without 16 GB", "the large one crashed", "large would be too much". */
record SpokenAgainst(String text, List<Clause> clauses) {

    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:without|except|except for|(?:any|every)thing but|but not|rather than|less than|fewer than|(?<!\\bno )(?<!\\bnot )more than|under|below|over|not|never)"
                    + " (?:(?:the|an?|any|my) )?$");
    /** What is said of a thing rather than asked for. */
    private static final Pattern TOLD =
            Pattern.compile("\\b(?:is|are|was|were|would|will|had|has|seems?|looks?|costs?)\\b");

    private static final Pattern HAPPENED = Pattern.compile("\\b\\p{L}{2,20}ed\\b");

    private static final int NEAR = 24;

    /** @param text in lower case */
    SpokenAgainst {
        clauses = List.copyOf(clauses);
    }

    boolean of(Mention mention) {
        var none = mention.value() instanceof Long amount && amount == 0;
        return !none && at(mention.words().start());
    }

    /** @param start of the word */
    boolean at(int start) {
        return AGAINST.matcher(text.substring(Math.max(0, start - NEAR), start)).find()
                || clauses.stream().anyMatch(clause -> clause.form() == Form.ORDER)
                        && clauses.stream().anyMatch(clause -> clause.holds(start) && tells(clause));
    }

    private boolean tells(Clause clause) {
        var said = clause.of(text);
        return switch (clause.form()) {
                    case REMARK ->
                        TOLD.matcher(said).find() || HAPPENED.matcher(said).find();
                    case VALUE -> TOLD.matcher(said).find();
                    case ORDER, QUESTION, FORBIDDEN, CONDITIONAL -> false;
                }
                && !BareRequest.suffices(said);
    }
}

package dev.quartermaster.intents.reading.clauses;

import static dev.quartermaster.intents.reading.clauses.FormWords.ADVERBS;
import static dev.quartermaster.intents.reading.clauses.FormWords.words;

import java.util.Set;
import java.util.stream.IntStream;

/** As people ask in letters: "I hereby request a …", "I would ask for …", "I should be grateful for …". */
record FormalRequest(ClauseForm clause) {
    private static final Set<String> BEFORE_VERB = words(
            "hereby respectfully humbly formally kindly herewith would 'd should must like to wish want very most much so really please");
    private static final Set<String> GLAD = words("grateful thankful obliged glad delighted pleased indebted");

    boolean asks() {
        var first = clause.at(0);
        if (first.equals("you")) {
            return clause.at(1).equals("to") && clause.imperative(2);
        }
        var whatINeed = Set.of("all", "what").contains(first) && ClauseForm.I.contains(clause.at(1));
        return whatINeed
                ? needs(clause.skip(2, ADVERBS))
                : ClauseForm.I.contains(first) && verb(clause.skip(1, BEFORE_VERB));
    }

    /** "All I need is a bucket". */
    private boolean needs(int verb) {
        return Set.of("need", "want", "require").contains(clause.at(verb))
                && clause.at(verb + 1).equals("is")
                && clause.wished(verb + 2);
    }

    private boolean verb(int at) {
        var next = clause.at(at + 1);
        return switch (clause.at(at)) {
            case "request" -> !next.equals("that") && clause.wished(at + 1);
            case "ask", "apply", "beg", "petition" ->
                next.equals("for") && clause.wished(at + 2)
                        || next.equals("that")
                                && IntStream.range(at, at + 12)
                                        .anyMatch(be -> clause.at(be).equals("be"))
                        || next.equals("you") && clause.at(at + 2).equals("to") && clause.imperative(at + 3);
            case "be" -> {
                var glad = clause.skip(at + 1, BEFORE_VERB);
                yield GLAD.contains(clause.at(glad))
                        && (clause.at(glad + 1).equals("for")
                                || clause.at(glad + 1).equals("to")
                                        && clause.at(glad + 2).equals("have"))
                        && clause.wished(glad + 2);
            }
            default -> false;
        };
    }
}

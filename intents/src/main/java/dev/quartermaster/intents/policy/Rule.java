package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.expression.Expression;

/** One rule as its file says it. @param id unique over all files */
record Rule(String id, Expression when, Then then, Because because) {
    /** A rule that applied to a question, with its words. */
    record Applied(Rule rule, String because) {}
}

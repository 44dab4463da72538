package dev.quartermaster.intents.reading.clauses;

/** What a clause is, by its form alone. Whatever is not plainly an order or a bare value is one of the others. */
public enum Form {
    /** Tells, wishes or politely asks for something: "launch …", "I need …", "could you …?", "any chance of …?". */
    ORDER,
    /** A noun with what belongs to it and no verb: "read on sales.orders for two weeks", "8 not 4". */
    VALUE,
    /** An order that hangs on something said before it: "if it is still there stop it". */
    CONDITIONAL,
    /** Wants to know something. */
    QUESTION,
    /** Complains, reports, thanks, plans, supposes, quotes, or says what is so. */
    REMARK,
    /** Says not to. */
    FORBIDDEN
}

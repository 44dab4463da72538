package dev.quartermaster.bot.talk;

import dev.quartermaster.bot.slack.Heard.Clicked;

/** What a button does, besides deciding and asking. A new kind of button is a new component. */
interface Press {
    /** Whether this action is its own. */
    boolean takes(String action);

    /** In the durable lane. The value is a claim of whoever pressed it: every right is judged again. */
    void pressed(Clicked clicked);
}

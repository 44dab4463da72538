package dev.quartermaster.bot.slack.identity;

import dev.quartermaster.bot.slack.Speaker;

/** What a Slack account is to us: a known person, a doubtful one who is told why, or a machine. */
public sealed interface Account {
    record Known(Speaker speaker) implements Account {}

    /** Nobody we may serve. @param words to them, with the next step */
    record Doubtful(String words) implements Account {}

    /** A bot, ourselves among them: not even answered, or two bots would talk for ever. */
    record Machine() implements Account {}
}

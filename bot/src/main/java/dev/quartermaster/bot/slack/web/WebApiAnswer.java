package dev.quartermaster.bot.slack.web;

import java.time.Duration;

/** The outcome of one call of Slack's Web API; nothing is thrown, because each of these is ordinary. */
public sealed interface WebApiAnswer<T> {
    record Fine<T>(T answer) implements WebApiAnswer<T> {}

    /** 429. @param after as Slack's {@code Retry-After} says; not a moment earlier */
    record Limited<T>(Duration after) implements WebApiAnswer<T> {}

    /** It may or may not have taken effect: network, 5xx, or a token that is to be mended first. */
    record Unreachable<T>(String why) implements WebApiAnswer<T> {}

    /** Slack's error word; the same call will not do better later. */
    record Refused<T>(String error) implements WebApiAnswer<T> {}
}

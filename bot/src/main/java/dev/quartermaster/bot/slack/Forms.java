package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import java.util.Map;
import java.util.Optional;

/** The synchronous lane: answered while Slack waits (3 s in all, so stay under one). */
public interface Forms {
    /** Whether a click on this action opens a form; such a click is never handed to {@link Conversation}. */
    boolean opens(String action);

    /**
     * The view to open, as JSON; called once per click. Reads only, except that what is shown once may be marked as shown.
     *
     * @return empty: nothing to open (any more); the click is then handed to {@link Conversation#clicked} to be answered
     */
    Optional<String> open(Clicked clicked);

    /** What is wrong, by block id, in words with the next step; empty: accepted, stored and handed to {@link Conversation}. */
    Map<String, String> validate(Submitted submitted);
}

package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import java.util.regex.Pattern;

/**
 * Takes the clicks of one button, or of several that belong together, or of a select. A new kind of button is a new
 * component of this type.
 */
public interface ButtonHandler {
    /** The action ids that are its own, each matched whole; no other handler's match any of them. */
    Pattern actions();

    /** In the durable lane. The value is a claim of whoever clicked: every right is judged again. */
    void clicked(Clicked clicked);
}

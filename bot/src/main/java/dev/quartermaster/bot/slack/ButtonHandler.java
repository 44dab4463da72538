package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import java.util.regex.Pattern;

/** A button, or several that belong together, or a select. A new kind of button is a new component. */
public interface ButtonHandler {
    /** The action ids that are its own, each matched whole; no other handler's match any of them. */
    Pattern actions();

    /** In the durable lane. The value is a claim of whoever clicked: every right is judged again. */
    void clicked(Clicked clicked);
}

package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One form: a button that opens it, what it shows, what is wrong with it when sent in, and what it then does. A click that
 * opened it is done with; one that found nothing to open is handed to {@link #clicked}, to be answered like any other.
 */
public interface Form extends ButtonHandler {
    /**
     * The view to open, as JSON; called once per click. Reads only, except
     * that showing credentials is recorded, and may make new ones.
     *
     * @return empty: nothing to open (any more)
     */
    Optional<String> open(Clicked clicked);

    /** The callback id of its view. */
    String id();

    /** Opened by the button that is called as its view is, unless it says otherwise. */
    @Override
    default Pattern actions() {
        return Pattern.compile(id(), Pattern.LITERAL);
    }

    /**
     * What a click that opens it would carry, where a typed command asks for the form itself; empty: the command is no
     * form's. Asked of every command while Slack waits, so it reads nothing.
     *
     * @param command without {@code /qm}
     */
    default Optional<String> typed(String command) {
        return Optional.empty();
    }

    /**
     * The view anew, as JSON, after something in it was chosen or typed; empty: it stays as it is. Reads only.
     *
     * @param soFar as if it had been sent in like this
     */
    default Optional<String> changed(Submitted soFar) {
        return Optional.empty();
    }

    /** One of what a select of its view may be: {@code value} comes back when it is sent in. */
    record SelectOption(String label, String value) {
        private static final int LONGEST = 75;

        /** Source: Slack, "Option object": longer labels make the whole select refused. */
        public SelectOption {
            if (label.length() > LONGEST) {
                int end = Character.isHighSurrogate(label.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
                label = label.substring(0, end) + "…";
            }
        }
    }

    /** What a select of its view looks up, at most 100. @param written what was typed so far, may be empty */
    default List<SelectOption> choices(String block, String written) {
        return List.of();
    }

    /** What is wrong, by block id, in words with the next step; empty: accepted, stored, then {@link #submitted}. */
    default Map<String, String> validate(Submitted submitted) {
        return Map.of();
    }

    /**
     * A view to show in place of this one, when it was sent in without fault but something more is to be said first; as
     * JSON. Asked after {@link #validate} found nothing; then nothing is stored.
     */
    default Optional<String> instead(Submitted submitted) {
        return Optional.empty();
    }

    /** In the durable lane. */
    default void submitted(Submitted submitted) {}
}

package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.Map;
import java.util.Optional;

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

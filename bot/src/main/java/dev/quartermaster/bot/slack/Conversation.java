package dev.quartermaster.bot.slack;

import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.HomeOpened;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;

/**
 * The durable lane: each call runs in the one database transaction that also marks its inbox row worked, so that what it
 * changes and what it puts into the outbox happen once, or not at all and again later. It may be called again for the
 * same key after a rollback. It calls no network. Throwing is a try spent; after the fifth the item is parked.
 */
public interface Conversation {
    void said(Said said);

    void commanded(Commanded commanded);

    /** @param button whose action it is */
    void clicked(Clicked clicked, ButtonHandler button);

    /** A button that is nobody's any more. */
    void outdated(Clicked clicked);

    /** @param form which was sent in */
    void submitted(Submitted submitted, Form form);

    void homeOpened(HomeOpened opened);
}

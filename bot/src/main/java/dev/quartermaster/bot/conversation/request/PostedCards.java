package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.announce.HomeTabs;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks that a clicked button stands on a message that we posted for the request it names. Whether the person may
 * decide is judged elsewhere, in any case.
 */
@Component
class PostedCards {
    private final CardPlacements threads;
    private final HomeTabs homes;
    private final Outbox outbox;

    PostedCards(CardPlacements threads, HomeTabs homes, Outbox outbox) {
        this.threads = threads;
        this.homes = homes;
        this.outbox = outbox;
    }

    /** What the button showed; empty: it is none of ours, or not of this request. */
    Optional<ActionIds.Shown> shown(Clicked clicked) {
        return ActionIds.Shown.parse(clicked.value()).filter(claimed -> ours(clicked, claimed));
    }

    /**
     * Somebody may be quicker than our own note of where Slack put the card, or the note may have died with a process:
     * while a card of this request with this digest is still to be noted, the digest alone is believed.
     */
    private boolean ours(Clicked clicked, ActionIds.Shown claimed) {
        if (clicked.on() == null) {
            return homes.showed(clicked.by().person(), claimed.request());
        }
        // Asked first: a note made between the two questions is then seen by the second.
        boolean unnoted = threads.cards(claimed.request()).stream()
                .anyMatch(shown -> shown.digest().equals(claimed.digest()) && outbox.onItsWay(shown.card()));
        Optional<MessageKey> card =
                outbox.at(clicked.on().channel(), clicked.on().ts());
        Optional<RequestId> request = card.flatMap(threads::requestOf);
        return card.isPresent() ? request.filter(claimed.request()::equals).isPresent() : unnoted;
    }
}

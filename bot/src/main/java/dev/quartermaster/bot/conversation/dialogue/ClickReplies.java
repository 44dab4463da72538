package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import org.springframework.stereotype.Component;

/**
 * Answers a click in words where no card shows the outcome: in a DM as a message, elsewhere visible to whoever clicked
 * only.
 */
@Component
public class ClickReplies {
    private final RequestCards board;
    private final Outbox outbox;

    ClickReplies(RequestCards board, Outbox outbox) {
        this.board = board;
        this.outbox = outbox;
    }

    public void tell(Clicked clicked, RequestService.Answer answer) {
        switch (answer) {
            case RequestService.Answer.Done done -> {}
            case RequestService.Answer.Declined(String words) -> tell(clicked, words);
            case RequestService.Answer.Stale(var request, String words) -> {
                board.post(request);
                tell(clicked, words);
            }
        }
    }

    public void tell(Clicked clicked, String words) {
        Card on = clicked.on();
        if (on == null || on.channel().startsWith("D")) {
            outbox.say(new Recipient.Person(clicked.by().person()), Message.said(words));
        } else {
            outbox.ephemeral(on.channel(), clicked.by().user(), Message.said(words));
        }
    }

    public void outdated(Clicked clicked) {
        tell(clicked, "That button means nothing any more. Say what you need, or `/qm help`.");
    }
}

package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.preapproval.PreapprovalRequest;
import dev.quartermaster.actions.preapproval.Preapprovals;
import dev.quartermaster.bot.card.request.PreapprovalCard;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The buttons that agree to, deny and stop a preapproval; who may is judged at the click. */
@Component
class PreapprovalButtons implements ButtonHandler {
    private static final Pattern ACTIONS =
            Pattern.compile(PreapprovalCard.YES + "|" + PreapprovalCard.NO + "|" + PreapprovalCard.STOP + ".*");
    private final Preapprovals preapprovals;
    private final PreapproveCommand cards;
    private final Outbox outbox;

    PreapprovalButtons(Preapprovals preapprovals, PreapproveCommand cards, Outbox outbox) {
        this.preapprovals = preapprovals;
        this.cards = cards;
        this.outbox = outbox;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        String id = clicked.value();
        boolean stop = clicked.action().startsWith(PreapprovalCard.STOP);
        Preapprovals.Answer answer = stop
                ? preapprovals.stop(id, clicked.by().person())
                : preapprovals.decide(
                        id, clicked.by().deciding(), clicked.action().equals(PreapprovalCard.YES));
        switch (answer) {
            case Preapprovals.Answer.Done(PreapprovalRequest after) -> {
                cards.post(after);
                outbox.say(new Recipient.Person(after.by()), Message.said(news(after)));
            }
            case Preapprovals.Answer.Declined(String words) ->
                outbox.say(new Recipient.Person(clicked.by().person()), Message.said(words));
        }
    }

    private static String news(PreapprovalRequest after) {
        return after.words() + ": "
                + switch (after.state()) {
                    case WAITING -> "one yes is there, another is needed.";
                    case AGREED -> "agreed. Launch as usual; it asks nobody who agreed to this.";
                    case DENIED -> "denied. Ask for what you need when you need it.";
                    case STOPPED -> "stopped. From now on it is asked for as ever.";
                };
    }
}

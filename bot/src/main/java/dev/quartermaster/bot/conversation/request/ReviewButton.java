package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.emergency.BreakGlass;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonId;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Records the review of a break-glass as in order; who may review is judged at the click. */
@Component
class ReviewButton implements ButtonHandler {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.REVIEW_IN_ORDER);

    private final BreakGlass glass;
    private final Outbox outbox;

    ReviewButton(BreakGlass glass, Outbox outbox) {
        this.glass = glass;
        this.outbox = outbox;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        RequestId.of(clicked.value())
                .ifPresentOrElse(id -> review(clicked.by().deciding(), id, true, ""), () -> nothing(clicked));
    }

    void nothing(Clicked clicked) {
        tell(clicked.by().person(), "There is nothing to review here any more.");
    }

    void review(PersonId by, RequestId request, boolean inOrder, String note) {
        switch (glass.review(request, by, inOrder, note)) {
            case BreakGlass.Answer.Done done -> {}
            case BreakGlass.Answer.Declined(String words) -> tell(by, words);
        }
    }

    private void tell(PersonId person, String words) {
        outbox.say(new Recipient.Person(person), Message.said(words));
    }
}

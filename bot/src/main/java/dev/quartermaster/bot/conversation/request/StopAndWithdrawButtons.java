package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The buttons that withdraw a request and stop a lease. */
@Component
class StopAndWithdrawButtons implements ButtonHandler {
    private static final Pattern ACTIONS = Pattern.compile("(?:" + ActionIds.WITHDRAW + "|" + ActionIds.STOP + ").*");

    private final RequestService desk;
    private final ClickReplies replies;

    StopAndWithdrawButtons(RequestService desk, ClickReplies replies) {
        this.desk = desk;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        boolean withdraws = clicked.action().startsWith(ActionIds.WITHDRAW);
        if (withdraws && clicked.value().matches(RequestId.PATTERN)) {
            replies.tell(
                    clicked,
                    desk.withdraw(new RequestId(clicked.value()), clicked.by().person()));
        } else if (!withdraws && clicked.value().matches(LeaseId.PATTERN)) {
            replies.tell(
                    clicked,
                    desk.stop(new LeaseId(clicked.value()), clicked.by().person()));
        } else {
            replies.outdated(clicked);
        }
    }
}

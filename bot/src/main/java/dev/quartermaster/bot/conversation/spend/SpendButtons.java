package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.spend.NamedPeriod;
import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The buttons under an answer about spend; whoever clicks is answered as if they had asked, and sees what they may. */
@Component
class SpendButtons implements ButtonHandler {
    private static final Pattern ACTIONS =
            Pattern.compile(ActionIds.SPEND + "\\d+|" + ActionIds.SPEND_PERIOD + ".*", Pattern.DOTALL);

    private final SpendAnswer answer;
    private final ClickReplies replies;

    SpendButtons(SpendAnswer answer, ClickReplies replies) {
        this.answer = answer;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        Optional<SpendView> view = clicked.action().startsWith(ActionIds.SPEND_PERIOD)
                ? SpendView.parse(clicked.action().substring(ActionIds.SPEND_PERIOD.length()))
                        .flatMap(before ->
                                NamedPeriod.of(clicked.value()).map(period -> before.in(period.on(answer.today()))))
                : SpendView.parse(clicked.value());
        view.ifPresentOrElse(wanted -> answer.show(asking(clicked), wanted), () -> replies.outdated(clicked));
    }

    /** In their own direct messages, wherever the button stands. */
    private static IncomingMessage asking(Clicked clicked) {
        return new IncomingMessage(clicked.key(), clicked.by(), clicked.at(), null, true, "");
    }
}

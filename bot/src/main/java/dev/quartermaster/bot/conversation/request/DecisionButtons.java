package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Approves a request. A click counts only on a card posted for that request, for exactly what the card showed, and the
 * right to decide is judged again.
 */
@Component
class DecisionButtons implements ButtonHandler {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.APPROVE);

    private final RequestService desk;
    private final PostedCards posted;
    private final RequestCards board;
    private final ClickReplies replies;

    DecisionButtons(RequestService desk, PostedCards posted, RequestCards board, ClickReplies replies) {
        this.desk = desk;
        this.posted = posted;
        this.board = board;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        decide(clicked, Choice.APPROVE);
    }

    void decide(Clicked clicked, Choice choice) {
        Optional<ActionIds.Shown> shown = posted.shown(clicked);
        if (shown.isEmpty()) {
            replies.tell(
                    clicked, "That is no card of mine that can still be decided. `/qm list` shows what waits for you.");
            return;
        }
        replies.tell(
                clicked,
                desk.decide(
                        shown.get().request(),
                        clicked.by().deciding(),
                        choice,
                        shown.get().digest(),
                        ""));
    }

    /** Nothing is decided by it; a form that does not open must at least say why. */
    void notOpened(Clicked clicked) {
        Optional<ActionIds.Shown> shown = posted.shown(clicked);
        Optional<String> why = shown.flatMap(each ->
                desk.hindrance(each.request(), clicked.by().person(), new Less(Map.of(), null, null), each.digest()));
        shown.flatMap(each -> desk.find(each.request())).ifPresent(board::refresh);
        replies.tell(clicked, why.orElse("That is no card of mine that can still be decided. Look at the newest one."));
    }
}

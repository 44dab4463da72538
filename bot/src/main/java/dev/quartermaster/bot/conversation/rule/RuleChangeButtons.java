package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.ChangeDesk.Answer;
import dev.quartermaster.actions.rulebook.ChangeId;
import dev.quartermaster.actions.rulebook.RuleChange;
import dev.quartermaster.bot.announce.RuleChangeCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The buttons of a proposed rule change: propose, approve, deny, take back. A click counts only on a card of ours that
 * shows that change.
 */
@Component
class RuleChangeButtons implements ButtonHandler {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.RULE_CHANGE + ".*");
    private static final Pattern SHOWN = Pattern.compile("(" + ChangeId.PATTERN + ")\\|([0-9a-f]{32})");

    private final ChangeDesk desk;
    private final RuleChangeCards board;
    private final Outbox outbox;
    private final ClickReplies replies;

    RuleChangeButtons(ChangeDesk desk, RuleChangeCards board, Outbox outbox, ClickReplies replies) {
        this.desk = desk;
        this.board = board;
        this.outbox = outbox;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        switch (clicked.action().substring(ActionIds.RULE_CHANGE.length())) {
            case "approve" -> decide(clicked, Choice.APPROVE);
            case "deny" -> decide(clicked, Choice.DENY);
            case "propose" -> own(clicked, true);
            case "withdraw" -> own(clicked, false);
            default -> replies.tell(clicked, "That button means nothing any more. `/qm rules` shows the rules.");
        }
    }

    private void own(Clicked clicked, boolean propose) {
        if (!clicked.value().matches(ChangeId.PATTERN)) {
            replies.tell(clicked, "That is no change of yours.");
            return;
        }
        ChangeId id = new ChangeId(clicked.value());
        if (propose) {
            answer(clicked, desk.propose(id, clicked.by().deciding()), true);
        } else {
            answer(clicked, desk.withdraw(id, clicked.by().person()), false);
        }
    }

    private void decide(Clicked clicked, Choice choice) {
        Matcher shown = SHOWN.matcher(clicked.value());
        if (!shown.matches() || !ours(clicked, new ChangeId(shown.group(1)))) {
            replies.tell(clicked, "That is no card of mine that can still be decided.");
            return;
        }
        ChangeId id = new ChangeId(shown.group(1));
        answer(clicked, desk.decide(id, clicked.by().deciding(), choice, shown.group(2), ""), false);
    }

    /** Somebody may be quicker than our own note of where Slack put the card; then the digest alone is believed. */
    private boolean ours(Clicked clicked, ChangeId change) {
        boolean unnoted = board.onItsWay(change);
        Optional<MessageKey> card = Optional.ofNullable(clicked.on()).flatMap(on -> outbox.at(on.channel(), on.ts()));
        return card.map(key -> board.shows(change, key)).orElse(unnoted);
    }

    private void answer(Clicked clicked, Answer answer, boolean proposed) {
        switch (answer) {
            case Answer.Done(RuleChange change) when proposed -> board.post(change);
            case Answer.Done(RuleChange change) -> board.over(change);
            case Answer.Declined(String words) -> replies.tell(clicked, words);
            case Answer.Stale(RuleChange change, String words) -> {
                board.over(change);
                replies.tell(clicked, words);
            }
        }
    }
}

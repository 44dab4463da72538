package dev.quartermaster.bot.conversation;

import dev.quartermaster.bot.announce.StoredCommands;
import dev.quartermaster.bot.announce.ThreadTopics;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Buttons whose value is a slash command, carried out as if whoever clicks had typed it; and the button that refuses
 * all options of a question.
 */
@Component
class CommandButtons implements ButtonHandler {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.DISMISS + "|" + ActionIds.COMMAND + ".*");
    /** The only value that is more than one command: what people wrote can never add one. */
    private static final Pattern SEVERAL =
            Pattern.compile("stop " + LeaseId.PATTERN + "(?:; stop " + LeaseId.PATTERN + "){1,9}");

    private final ConversationHandler talk;
    private final QuestionCards questions;
    private final StoredCommands stored;
    private final ClickReplies replies;
    private final ThreadTopics about;

    CommandButtons(
            ConversationHandler talk,
            QuestionCards questions,
            StoredCommands stored,
            ClickReplies replies,
            ThreadTopics about) {
        this.about = about;
        this.talk = talk;
        this.questions = questions;
        this.stored = stored;
        this.replies = replies;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public void clicked(Clicked clicked) {
        if (clicked.action().equals(ActionIds.DISMISS)) {
            questions.answered(clicked);
            return;
        }
        Optional<String> command = stored.command(clicked.value());
        if (command.isEmpty()) {
            replies.tell(clicked, "That button is too old to be sure what it means. Say what you need once more.");
        } else if (!questions.answered(clicked)) {
            replies.tell(clicked, "That was answered already. Say what you need once more if it is to be done again.");
        } else {
            perform(asking(clicked), command.get());
        }
    }

    private void perform(IncomingMessage asking, String command) {
        List<String> commands = SEVERAL.matcher(command).matches() ? List.of(command.split("; ")) : List.of(command);
        for (int number = 0; number < commands.size(); number++) {
            talk.command(asking.part(number).saying(commands.get(number)));
        }
    }

    /** In their own name. */
    private IncomingMessage asking(Clicked clicked) {
        Card on = clicked.on();
        boolean direct = on == null || on.channel().startsWith("D");
        Place place =
                on == null ? null : new Place(on.channel(), on.thread() == null && !direct ? on.ts() : on.thread());
        return new IncomingMessage(clicked.key(), clicked.by(), clicked.at(), place, direct, clicked.value())
                .about(about.of(place).orElse(null));
    }
}

package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;

/** A question with its possible answers as buttons; pressing one means its slash command, by whoever presses. */
public final class AskCard {
    private AskCard() {}

    public static Message of(String question, List<Option> options) {
        List<ButtonElement> buttons = new ArrayList<>();
        for (Option option : options) {
            buttons.add(Blocks.button(option.label(), Actions.COMMAND + buttons.size(), option.command()));
        }
        return new Blocks().section(Mrkdwn.said(question)).buttons(buttons).message(Mrkdwn.said(question));
    }

    /** The same card after an answer, without its buttons. */
    public static Message answered(String question, String answer) {
        return new Blocks()
                .section(Mrkdwn.theirs(question))
                .context(Mrkdwn.theirs("You chose: " + answer))
                .message(Mrkdwn.theirs(question));
    }
}

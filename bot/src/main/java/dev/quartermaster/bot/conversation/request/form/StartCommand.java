package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm start} where its form did not open by itself: the button that opens it. */
@Component
class StartCommand implements CommandHandler {
    private final FormCommands forms;
    private final Outbox outbox;

    StartCommand(FormCommands forms, Outbox outbox) {
        this.forms = forms;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("start");
    }

    @Override
    public String usage() {
        return "[<golden path>]";
    }

    @Override
    public String about() {
        return "Ask for something by a form that shows its price and who would be asked";
    }

    /** Anything else that is to be started is a sentence. */
    @Override
    public boolean takes(String rest) {
        return forms.opened(("start " + rest).strip()).isPresent();
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        String command = forms.opened(("start " + rest).strip()).orElseThrow();
        Mrkdwn words = Mrkdwn.ours("What do you need?");
        outbox.say(
                asking.privately(),
                new Blocks()
                        .section(words, Blocks.primary("Start something", ActionIds.FORM + "0", command))
                        .message(words));
    }
}

package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm rules [<rule>]}: shows the rules that requests are judged by; everybody may read them. */
@Component
class RulesCommand implements CommandHandler {
    private final RuleAnswers reading;

    RulesCommand(RuleAnswers reading) {
        this.reading = reading;
    }

    @Override
    public List<String> words() {
        return List.of("rules");
    }

    @Override
    public String usage() {
        return "[rule]";
    }

    @Override
    public String about() {
        return "The rules with their files and owners, or one with its text";
    }

    /** Anything else is a sentence. */
    @Override
    public boolean takes(String rest) {
        return rest.isBlank() || reading.knows(rest) || rest.strip().matches("[a-z0-9]+(-[a-z0-9]+)+");
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        if (rest.isBlank()) {
            reading.all(asking);
        } else {
            reading.one(asking, rest);
        }
    }
}

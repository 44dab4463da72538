package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.bot.conversation.command.CommandHandler;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;

/**
 * {@code /qm change <rule>} and {@code /qm rehearse <rule>}: the rule's card has the button that opens its form; a command
 * alone cannot open one in time.
 */
record RuleFormCommand(RuleAnswers reading, String word, String about) implements CommandHandler {
    @Override
    public List<String> words() {
        return List.of(word);
    }

    @Override
    public String usage() {
        return "<rule>";
    }

    /** Anything else is a sentence. */
    @Override
    public boolean takes(String rest) {
        return reading.knows(rest) || rest.strip().matches("[a-z0-9]+(-[a-z0-9]+)+");
    }

    @Override
    public void perform(IncomingMessage asking, String rest) {
        reading.one(asking, rest);
    }
}

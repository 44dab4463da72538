package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.outbox.MessageKey;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a button carries that stands for one of several requests of a message, or for all of them.
 *
 * @param card the message
 * @param all whether all of its requests are meant; then line and option are 0
 * @param line the request, from 0 on
 * @param option of its buttons, from 0 to 9
 */
public record TakeCommand(MessageKey card, boolean all, int line, int option) {
    /** Before the rest of such a message's key. */
    static final String MARK = "lines:";

    private static final Pattern TAKE = Pattern.compile("take (" + MARK + "[0-9a-f]{32}) (?:(all)|(\\d{1,2}) (\\d))");

    static TakeCommand all(MessageKey card) {
        return new TakeCommand(card, true, 0, 0);
    }

    /** Empty: the command is another. */
    public static Optional<TakeCommand> of(String command) {
        Matcher take = TAKE.matcher(command.strip());
        if (!take.matches()) {
            return Optional.empty();
        }
        MessageKey card = new MessageKey(take.group(1));
        return Optional.of(
                take.group(2) != null
                        ? all(card)
                        : new TakeCommand(
                                card, false, Integer.parseInt(take.group(3)), Integer.parseInt(take.group(4))));
    }

    String command() {
        return "take " + card.value() + (all ? " all" : " " + line + " " + option);
    }

    boolean means(int number) {
        return all || number == line;
    }
}

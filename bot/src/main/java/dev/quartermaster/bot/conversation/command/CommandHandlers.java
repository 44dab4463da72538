package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the {@link CommandHandler} that a typed command means, and lists all of them for help. */
@Component
public class CommandHandlers {
    private final List<CommandHandler> all;

    CommandHandlers(ObjectProvider<CommandHandler> all) {
        this.all = all.orderedStream()
                .sorted((one, other) ->
                        one.words().getFirst().compareTo(other.words().getFirst()))
                .toList();
    }

    /** Performs it where the words are one's; false: they are not. */
    public boolean perform(IncomingMessage asking) {
        String text = asking.words().strip().replaceFirst("^(?:--|—)\\s*", "");
        for (CommandHandler each : all) {
            for (String words : each.words()) {
                String rest = after(words, text);
                if (rest != null && each.takes(rest)) {
                    each.perform(asking, rest);
                    return true;
                }
            }
        }
        return false;
    }

    public String help() {
        return all.stream()
                .map(each ->
                        ("/qm " + each.words().getFirst() + " " + each.usage()).strip() + "\n    " + each.about() + ".")
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String after(String words, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean starts = lower.equals(words) || lower.startsWith(words + " ") || lower.startsWith(words + "\n");
        return starts ? text.substring(words.length()).strip() : null;
    }
}

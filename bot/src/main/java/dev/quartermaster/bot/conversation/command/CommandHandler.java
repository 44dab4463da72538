package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;

/**
 * A command besides the verbs that sentences may mean: about the work around requests, such as being away or looking at
 * the rules. Only ever typed after {@code /qm} or carried by a button, never read from a sentence. A new one is a new
 * component.
 */
public interface CommandHandler {
    /** How it starts, in lower case; one or more words, such as {@code what if}. */
    List<String> words();

    /** What follows, for help: {@code until <when>[, <person> covers]}. */
    String usage();

    /** What it does, in a short phrase without a full stop. */
    String about();

    /** Whether what follows its words is meant for it; otherwise the whole is a sentence. */
    default boolean takes(String rest) {
        return true;
    }

    /** In the durable lane. @param rest what was written after its words, as written; may be empty */
    void perform(IncomingMessage asking, String rest);
}

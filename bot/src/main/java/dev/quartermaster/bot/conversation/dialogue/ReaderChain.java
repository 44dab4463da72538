package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;

/**
 * All readers behind one call, in their order: slash grammar, embedded classifier, language model. A call may take
 * seconds where a model is asked.
 */
public interface ReaderChain {
    Reading read(Utterance utterance, Context context);
}

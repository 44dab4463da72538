package dev.quartermaster.bot.talk;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;

/** All readers behind one call, in their order: slash grammar, embedded, model. */
public interface Readings {
    Reading read(Utterance utterance, Context context);
}

package dev.quartermaster.bot.conversation;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import org.springframework.stereotype.Component;

/** Reads what was said. */
@Component
class SentenceReading {
    private final ReaderChain readings;

    SentenceReading(ReaderChain readings) {
        this.readings = readings;
    }

    Reading of(IncomingMessage asking, Context context) {
        Place place = asking.place() == null ? new Place("dm", null) : asking.place();
        return readings.read(
                new Utterance(
                        asking.key(),
                        asking.person(),
                        place,
                        asking.words(),
                        asking.at(),
                        asking.by().zone()),
                context);
    }
}

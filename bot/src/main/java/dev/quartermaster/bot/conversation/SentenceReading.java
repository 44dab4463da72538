package dev.quartermaster.bot.conversation;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.bot.conversation.spend.SpendAnswer;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import org.springframework.stereotype.Component;

/** Reads what was said; what only wants the spend that was just told in another way keeps what it does not say. */
@Component
class SentenceReading {
    private final ReaderChain readings;
    private final SpendAnswer spending;

    SentenceReading(ReaderChain readings, SpendAnswer spending) {
        this.readings = readings;
        this.spending = spending;
    }

    Reading of(IncomingMessage asking, Context context) {
        if (context instanceof Context.Last last
                && last.candidate().verb() == Verb.SPEND
                && spending.follows(asking.words())) {
            Reading said = plain(asking.saying(Verb.SPEND.word() + " " + asking.words()), new Context.None());
            return spend(said) ? said : plain(asking.saying(CommandText.of(last.candidate())), new Context.None());
        }
        Reading reading = plain(asking, context);
        boolean means = acts(reading) && !spending.alone(asking.words());
        return spend(reading) || means || !spending.plainly(asking.words())
                ? reading
                : plain(asking.saying(Verb.SPEND.word()), new Context.None());
    }

    /** What asks for something, decides, or was typed as a command means what it says, whatever it is for. */
    private static boolean acts(Reading reading) {
        return reading.evidence().by() == Evidence.By.SLASH
                || reading instanceof Reading.Answer answer && answer.topic() != null
                || reading.evidence().candidates().stream()
                        .anyMatch(candidate -> candidate.verb().changes());
    }

    private static boolean spend(Reading reading) {
        return reading instanceof Reading.Understood understood
                && understood.intents().stream().anyMatch(Intent.Spend.class::isInstance);
    }

    private Reading plain(IncomingMessage asking, Context context) {
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

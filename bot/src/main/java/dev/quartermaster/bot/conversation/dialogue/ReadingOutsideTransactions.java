package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.UnreadSentence;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A reader that may ask a language model, kept out of transactions: eight seconds of waiting for one would hold a
 * connection and the locks of whatever was touched before. Worst case: it is forgotten between the reading and the
 * transaction that wants it, and then it is read, and paid for, twice.
 */
public final class ReadingOutsideTransactions implements Reader {
    /** Messages being worked at one time are a few dozen. */
    private static final int REMEMBERED = 256;

    private final Reader reader;
    private final Map<Said, Optional<Outcome>> read =
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Said, Optional<Outcome>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    public ReadingOutsideTransactions(Reader reader) {
        this.reader = reader;
    }

    /** One message may be read in parts, and anew when the files have changed. */
    private record Said(EventKey event, String text, Context context, Known known) {}

    /** @throws UnreadSentence inside a transaction, unless it was read for this message before */
    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known) {
        return read(utterance, context, known, () -> reader.read(utterance, context, known));
    }

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known, Found found) {
        return read(utterance, context, known, () -> reader.read(utterance, context, known, found));
    }

    private Optional<Outcome> read(
            Utterance utterance, Context context, Known known, Supplier<Optional<Outcome>> reading) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return reading.get();
        }
        Said said = new Said(utterance.key(), utterance.text(), context, known);
        Optional<Outcome> before = read.get(said);
        if (before != null) {
            return before;
        }
        throw new UnreadSentence(() -> read.put(said, reading.get()));
    }

    /** Waits for nobody, so it may be asked anywhere. */
    @Override
    public Reader withoutModel() {
        return reader.withoutModel();
    }
}

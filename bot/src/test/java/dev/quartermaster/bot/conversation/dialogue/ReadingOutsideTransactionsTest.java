package dev.quartermaster.bot.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.bot.slack.UnreadSentence;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Utterance;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ReadingOutsideTransactionsTest {
    private final List<Boolean> asked = new ArrayList<>();
    private final Reader.Known known = known();
    private final Reader reader = new ReadingOutsideTransactions((utterance, context, known) -> {
        asked.add(TransactionSynchronizationManager.isActualTransactionActive());
        return Optional.of(new Outcome.Found(new Evidence(Evidence.By.MODEL, utterance.text(), List.of())));
    });

    @AfterEach
    void outside() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void aModelIsNotAskedInsideATransactionAndNotTwice() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        UnreadSentence unread = catchThrowableOfType(UnreadSentence.class, () -> read("a notebook"));
        assertThat(asked).isEmpty();

        TransactionSynchronizationManager.setActualTransactionActive(false);
        unread.read();
        TransactionSynchronizationManager.setActualTransactionActive(true);

        assertThat(read("a notebook")).isPresent();
        assertThat(read("a notebook")).isPresent();
        assertThat(asked).containsExactly(false);
    }

    @Test
    void whatIsSaidOtherwiseIsReadByItself() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        catchThrowableOfType(UnreadSentence.class, () -> read("a notebook"));
        assertThat(catchThrowableOfType(UnreadSentence.class, () -> read("a cluster")))
                .isNotNull();
    }

    @Test
    void outsideATransactionItIsAskedAtOnce() {
        assertThat(read("a notebook")).isPresent();
        assertThat(asked).containsExactly(false);
    }

    private Optional<Outcome> read(String text) {
        return reader.read(
                new Utterance(
                        new EventKey("event-1"),
                        new PersonId("ana"),
                        new Place("dm", null),
                        text,
                        Instant.EPOCH,
                        ZoneOffset.UTC),
                new Context.None(),
                known);
    }

    private static Reader.Known known() {
        try {
            var bundle = ((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())).bundle();
            Catalogue catalogue = bundle.catalogue();
            return new Reader.Known(catalogue, bundle.people());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

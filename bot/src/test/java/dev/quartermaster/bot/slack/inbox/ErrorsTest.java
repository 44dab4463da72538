package dev.quartermaster.bot.slack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.EdgeTestCase;
import dev.quartermaster.bot.slack.fixture.Payloads;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import java.io.IOError;
import java.io.IOException;
import java.lang.annotation.AnnotationFormatError;
import java.nio.charset.CoderMalfunctionError;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends in an Error, or ends its process, is a try like any other. */
class ErrorsTest extends EdgeTestCase {
    private static final List<Throwable> KINDS = List.of(
            new StackOverflowError(),
            new OutOfMemoryError("not really"),
            new InternalError(),
            new UnknownError(),
            new AssertionError(),
            new LinkageError(),
            new NoClassDefFoundError(),
            new ExceptionInInitializerError("broken"),
            new IncompatibleClassChangeError(),
            new AbstractMethodError(),
            new NoSuchMethodError(),
            new NoSuchFieldError(),
            new IllegalAccessError(),
            new UnsatisfiedLinkError(),
            new BootstrapMethodError(),
            new VerifyError(),
            new UnsupportedClassVersionError(),
            new ServiceConfigurationError("broken"),
            new AnnotationFormatError("broken"),
            new CoderMalfunctionError(new IllegalStateException("broken")),
            new IOError(new IOException("broken")),
            new IOException("thrown though nobody declared it"),
            new IllegalStateException("broken"));

    private final Collection<String> answered = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void fresh() {
        answered.clear();
        listener.then(heard -> {
            if (!(heard instanceof SlackInteraction.Said said)) return;
            if (said.text().startsWith("poison")) {
                throw ErrorsTest.<RuntimeException>sneaky(
                        KINDS.get(Integer.parseInt(said.text().substring(7))));
            }
            answered.add(said.text());
        });
    }

    @Test
    void everyKindIsParkedAfterFewAndItsAskersNextIsAnswered() {
        long before = edge.bean(Inbox.class).parked();
        for (int kind = 0; kind < KINDS.size(); kind++) {
            edge.event(Payloads.message("U0ANA", "poison " + kind));
            edge.event(Payloads.message("U0ANA", "next " + kind));
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> answered.size() == KINDS.size());
        await().atMost(Duration.ofMinutes(4)).until(() -> edge.bean(Inbox.class).parked() - before == KINDS.size());
        assertThat(edge.count("select count(*) from slack_inbox where state = 'waiting'"))
                .isZero();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> slack.posts().stream()
                                .filter(each -> each.text().startsWith("Something went wrong on our side with “poison"))
                                .count()
                        == KINDS.size());
        assertThat(edge.bean(Attempts.class).untold())
                .filteredOn(
                        each -> each.kind().equals("inbox") && !each.trouble().isEmpty())
                .hasSize(KINDS.size());
        System.out.printf(
                "%d kinds of Throwable: %d parked, %d next ones answered%n",
                KINDS.size(), edge.bean(Inbox.class).parked() - before, answered.size());
    }

    @Test
    void whatKilledItsProcessFiveTimesIsNotTriedASixth() {
        edge.idle();
        long before = edge.bean(Inbox.class).parked();
        edge.event(Payloads.message("U0MIA", "kills"));
        edge.event(Payloads.message("U0MIA", "harmless"));
        long kills = edge.count("select min(id) from slack_inbox where lane = 'U0MIA' and state = 'waiting'");
        for (int kill = 0; kill < Attempts.MOST; kill++) {
            edge.bean(Attempts.class).begin("inbox", "" + kills);
        }
        edge.work();
        await().until(() -> answered.contains("harmless"));
        assertThat(answered).doesNotContain("kills");
        assertThat(edge.bean(Inbox.class).parked() - before).isEqualTo(1);
    }

    @Test
    void aMessageThatCannotBeSentHoldsUpItsLaneOnlyForAWhile() {
        Outbox outbox = edge.outbox();
        edge.silent();
        edge.inTransaction(() -> outbox.say(new Recipient.Channel("C0LANE"), message("kills")));
        edge.inTransaction(() -> outbox.say(new Recipient.Channel("C0LANE"), message("harmless")));
        long kills = edge.count("select min(id) from slack_outbox where lane = 'C0LANE'");
        for (int kill = 0; kill < Attempts.MOST; kill++) {
            edge.bean(Attempts.class).begin("outbox", "" + kills);
        }
        edge.send();
        await().until(() -> slack.said("C0LANE").size() == 1);
        assertThat(slack.said("C0LANE")).containsExactly("harmless");
        assertThat(edge.count("select count(*) from slack_outbox where lane = 'C0LANE' and state = 'parked'"))
                .isEqualTo(1);
    }

    private static dev.quartermaster.bot.slack.outbox.Message message(String text) {
        return dev.quartermaster.bot.slack.outbox.Message.text(text);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable any) throws T {
        throw (T) any;
    }
}

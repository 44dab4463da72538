package dev.quartermaster.bot.slack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.EdgeTestCase;
import dev.quartermaster.bot.slack.fixture.Payloads;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import dev.quartermaster.bot.slack.fixture.Trouble;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Recipient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas on one database. */
class InboxTest extends EdgeTestCase {
    private RunningEdge other;

    @BeforeAll
    void startAnother() {
        other = replica();
        // What a heard thing does; unique per key only if nothing is worked twice.
        edge.jdbc()
                .sql("create table effect (id bigint generated always as identity, key text, said text)")
                .update();
    }

    @BeforeEach
    void fresh() {
        edge.jdbc().sql("truncate effect").update();
        listener.then(this::effect);
    }

    private void effect(SlackInteraction heard) {
        String text = heard instanceof SlackInteraction.Said said ? said.text() : "";
        edge.jdbc()
                .sql("insert into effect (key, said) values (:key, :said)")
                .param("key", heard.key().value())
                .param("said", text)
                .update();
    }

    private long effects() {
        return edge.count("select count(*) from effect");
    }

    private long waiting() {
        return edge.count("select count(*) from slack_inbox where state = 'waiting'");
    }

    @Test
    void repeatedAndShuffledDeliveriesOverTwoReplicasHaveOneEffectEach() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 250; i++) bodies.addAll(Collections.nCopies(4, Payloads.message("U0ANA", "event " + i)));
        Collections.shuffle(bodies, new Random(3));
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < bodies.size(); i++) {
                String body = bodies.get(i);
                RunningEdge to = i % 2 == 0 ? edge : other;
                senders.submit(() -> assertThat(to.event(body).statusCode()).isEqualTo(200));
            }
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> waiting() == 0);
        assertThat(effects()).isEqualTo(250);
        assertThat(edge.count("select count(distinct key) from effect")).isEqualTo(250);
    }

    @Test
    void commandsAndClicksAreOneEffectATrigger() {
        String command = Payloads.of("command.form", "id", RunningEdge.unique());
        String click = Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve");
        String form = Payloads.of("form-sent-in.json", "id", RunningEdge.unique());
        for (int i = 0; i < 4; i++) {
            assertThat(edge.form(command).statusCode()).isEqualTo(200);
            assertThat(other.interaction(click).statusCode()).isEqualTo(200);
            assertThat(edge.interaction(form).statusCode()).isEqualTo(200);
        }
        await().until(() -> waiting() == 0);
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void whatGotIts200IsWorkedAfterARestart() {
        edge.idle();
        other.idle();
        for (int i = 0; i < 20; i++) edge.event(Payloads.message("U0ANA", "before the kill " + i));
        assertThat(effects()).isZero();
        edge.work();
        await().until(() -> effects() == 20);
        assertThat(edge.jdbc()
                        .sql("select said from effect order by id")
                        .query(String.class)
                        .list())
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(i -> "before the kill " + i)
                        .toList());
        other.work();
    }

    @Test
    void effectWordAndNoteAreOneTransaction() {
        AtomicBoolean failed = new AtomicBoolean();
        listener.then(heard -> {
            effect(heard);
            edge.outbox()
                    .post(
                            new MessageKey("card:" + heard.key().value()),
                            new Recipient.User("U0ANA"),
                            Message.text("half done"));
            if (failed.compareAndSet(false, true)) throw new IllegalStateException("killed here");
        });
        other.idle();
        edge.event(Payloads.message("U0ANA", "fails once"));
        await().until(() -> waiting() == 0);
        await().until(() -> slack.said("D0ANA").size() == 1);
        assertThat(effects()).isEqualTo(1);
        other.work();
    }

    @Test
    void poisonIsParkedVisiblyAndDelaysNobody() {
        listener.then(heard -> {
            if (heard instanceof SlackInteraction.Said said && said.text().startsWith("poison")) {
                throw new IllegalStateException("always");
            }
            effect(heard);
        });
        long recorded = edge.count("select count(*) from fact where what = 'parked'");
        for (int i = 0; i < 200; i++) {
            boolean poison = i % 20 == 0;
            edge.event(Payloads.message(i % 3 == 0 ? "U0MIA" : "U0ANA", (poison ? "poison *now* " : "fine ") + i));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> effects() == 190);
        await().atMost(Duration.ofMinutes(4)).until(() -> edge.bean(Inbox.class).parked() == 10);
        assertThat(edge.count(
                        "select count(*) from slack_inbox where state = 'parked' and tries = 5 and body is not null"))
                .isEqualTo(10);
        assertThat(edge.count("select count(*) from fact where what = 'parked'") - recorded)
                .isEqualTo(10);
        await().until(() -> slack.posts().stream()
                        .filter(each -> each.text().startsWith("Something went wrong on our side with “poison"))
                        .count()
                == 10);
        assertThat(slack.posts()).noneMatch(each -> each.text().contains("*now*"));
    }

    @Test
    void slackBeingAwayCostsNoTry() {
        slack.fault(call -> call.method().equals("users.info") ? Optional.of(Trouble.broken()) : Optional.empty());
        slack.user("U0NEW", "lee");
        edge.event(Payloads.message("U0NEW", "who am I"));
        await().during(Duration.ofSeconds(3)).until(() -> effects() == 0);
        assertThat(edge.count("select max(tries) from slack_inbox where state = 'waiting'"))
                .isZero();
        slack.fault(call -> Optional.empty());
        await().until(() -> effects() == 1);
    }
}

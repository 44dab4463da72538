package dev.quartermaster.bot.slack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.Payloads;
import dev.quartermaster.bot.slack.fixture.Postgres;
import dev.quartermaster.bot.slack.fixture.RecordingConversation;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import dev.quartermaster.bot.slack.fixture.Trouble;
import dev.quartermaster.bot.slack.identity.Accounts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Before a decision is taken Slack is asked about the account, whatever is remembered of it. */
@ExtendWith(Postgres.class)
class DecisionsTest {
    private final RecordingConversation listener = new RecordingConversation();
    private final List<String> decided = new CopyOnWriteArrayList<>();
    private FakeSlack slack;
    private RunningEdge edge;

    @BeforeEach
    void start(Postgres.Fresh database) throws IOException {
        slack = new FakeSlack();
        edge = RunningEdge.start(database.url(), slack, listener, listener);
        edge.jdbc().sql("create table effect (said text)").update();
        listener.then(heard -> {
            if (heard instanceof SlackInteraction.Clicked clicked) {
                edge.jdbc().sql("insert into effect values ('before')").update();
                decided.add(clicked.by().deciding().value());
                edge.jdbc().sql("insert into effect values ('decided')").update();
            }
        });
        edge.event(Payloads.message("U0OMAR", "hello"));
        settled();
        slack.reset();
    }

    @AfterEach
    void stop() {
        edge.close();
        slack.close();
    }

    @Test
    void eachDecisionAsksOnceAndTakesEffectOnce() {
        for (int number = 0; number < 20; number++) {
            click();
        }
        settled();
        assertThat(decided).hasSize(20).containsOnly("omar");
        assertThat(effects()).isEqualTo(40);
        assertThat(slack.calls("users.info")).hasSize(20);
    }

    @Test
    void accountDeactivatedAMomentAgoDecidesNothing() {
        slack.user("U0OMAR", "omar").put("deleted", true);
        for (int number = 0; number < 20; number++) {
            click();
        }
        settled();
        assertThat(decided).isEmpty();
        assertThat(effects()).isZero();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(slack.posts())
                        .extracting(FakeSlack.Post::text)
                        .anyMatch(said -> said.contains("deactivated")));
    }

    @Test
    void whileSlackCannotBeAskedNobodyDecidesAndTheyAreToldToTryAgain() {
        slack.fault(call -> call.method().equals("users.info") ? Optional.of(Trouble.limited(30)) : Optional.empty());
        click();
        settled();
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(slack.posts())
                        .extracting(FakeSlack.Post::text)
                        .anyMatch(said -> said.contains("nothing was decided. Try again")));
        slack.fault(call -> Optional.empty());
        assertThat(decided).isEmpty();
        assertThat(effects()).isZero();
        click();
        settled();
        assertThat(decided).containsExactly("omar");
    }

    @Test
    void slackIsNeverAskedAboutADeciderWithinATransaction() {
        edge.inTransaction(() -> assertThatThrownBy(
                        () -> edge.bean(Accounts.class).now("U0OMAR", FakeSlack.TEAM))
                .isInstanceOf(IllegalStateException.class));
        assertThat(slack.calls("users.info")).isEmpty();
    }

    private void click() {
        assertThat(edge.interaction(Payloads.of(
                                "button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve"))
                        .statusCode())
                .isEqualTo(200);
    }

    private long effects() {
        return edge.count("select count(*) from effect");
    }

    private void settled() {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> edge.count("select count(*) from slack_inbox where state = 'waiting'") == 0);
    }
}

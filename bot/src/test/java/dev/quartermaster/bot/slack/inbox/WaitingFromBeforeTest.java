package dev.quartermaster.bot.slack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.Postgres;
import dev.quartermaster.bot.slack.fixture.RecordingConversation;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an earlier version stored and did not come to is heard after the update as it would have been before. */
@ExtendWith(Postgres.class)
class WaitingFromBeforeTest {
    private static final String FROM = "\"from\":{\"key\":\"k\",\"user\":\"U0ANA\",\"team\":\"T0TEST\"}";

    @Test
    void everyKindIsHeard(Postgres.Fresh database) throws IOException {
        RecordingConversation listener = new RecordingConversation();
        try (FakeSlack slack = new FakeSlack();
                RunningEdge edge = RunningEdge.start(database.url(), slack, listener, listener)) {
            edge.idle();
            store(edge, "event:Ev1", """
                    {"kind":"message",%s,"channel":"D0ANA","thread":null,"ts":"1.1","text":"4 &amp; 5","direct":true}""");
            store(edge, "event:Ev2", """
                    {"kind":"message",%s,"channel":"C0X","thread":null,"ts":"1.2","text":"<@U0BOT> 6","direct":false}""");
            store(edge, "event:Ev3", """
                    {"kind":"home",%s,"channel":"D0ANA","tab":"home"}""");
            store(edge, "command:tr1", """
                    {"kind":"command",%s,"channel":"C0X","text":"list"}""");
            store(edge, "click:tr2", """
                    {"kind":"click",%s,"on":{"channel":"C0X","ts":"1.3","thread":"1.0"},"action":"approve",\
                    "value":"req-a|0f","trigger":"tr2"}""");
            store(edge, "click:tr3", """
                    {"kind":"click",%s,"on":null,"action":"approve","value":"","trigger":"tr3"}""");
            store(edge, "form:V1", """
                    {"kind":"form",%s,"form":"launch","data":"launch x","values":{"gpus":["4"],"also":["x","y"],\
                    "note":[]}}""");
            edge.jdbc().sql(migration()).update();
            edge.work();
            await().until(() -> listener.heard().size() == 7);
            assertThat(listener.heard())
                    .extracting(it -> it.key().value())
                    .containsExactly(
                            "event:Ev1", "event:Ev2", "event:Ev3", "command:tr1", "click:tr2", "click:tr3", "form:V1");
            SlackInteraction.Said direct =
                    (SlackInteraction.Said) listener.heard().get(0);
            assertThat(direct.text() + " " + direct.direct()).isEqualTo("4 & 5 true");
            SlackInteraction.Said mention =
                    (SlackInteraction.Said) listener.heard().get(1);
            assertThat(mention.in() + " " + mention.direct()).contains("C0X", "1.2", "false");
            assertThat(((SlackInteraction.HomeOpened) listener.heard().get(2)).tab())
                    .isEqualTo("home");
            assertThat(((SlackInteraction.Commanded) listener.heard().get(3)).text())
                    .isEqualTo("list");
            SlackInteraction.Clicked clicked =
                    (SlackInteraction.Clicked) listener.heard().get(4);
            assertThat(clicked.on()).isEqualTo(new SlackInteraction.Card("C0X", "1.3", "1.0"));
            assertThat(clicked.action() + " " + clicked.value()).isEqualTo("approve req-a|0f");
            assertThat(Optional.ofNullable(
                            ((SlackInteraction.Clicked) listener.heard().get(5)).on()))
                    .isEmpty();
            SlackInteraction.Submitted submitted =
                    (SlackInteraction.Submitted) listener.heard().get(6);
            assertThat(submitted.form() + ": " + submitted.data()).isEqualTo("launch: launch x");
            assertThat(submitted.values())
                    .isEqualTo(Map.of("gpus", List.of("4"), "also", List.of("x", "y"), "note", List.of()));
        }
    }

    private static void store(RunningEdge edge, String key, String body) {
        edge.jdbc()
                .sql("insert into slack_inbox (key, lane, body, at) values (:key, 'U0ANA', :body, now())")
                .param("key", key)
                .param("body", body.formatted(FROM))
                .update();
    }

    private static String migration() throws IOException {
        try (InputStream file =
                WaitingFromBeforeTest.class.getResourceAsStream("/db/migration/V303__slack_inbox_payload.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceFirst(";$", "");
        }
    }
}

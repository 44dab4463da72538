package dev.quartermaster.bot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.Payloads;
import dev.quartermaster.bot.slack.fixture.Postgres;
import dev.quartermaster.bot.slack.fixture.RecordingConversation;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Postgres.class)
class SocketTest {
    private final RecordingConversation listener = new RecordingConversation();

    @Test
    void envelopesAreStoredThenAcknowledgedAndWorkedOnce(Postgres.Fresh database) throws Exception {
        try (FakeSlack slack = new FakeSlack();
                Line line = new Line()) {
            slack.socket(line.url());
            listener.errors(Map.of("gpus", "At most 8. Try 8."));
            try (RunningEdge edge = RunningEdge.overSocket(database.url(), slack, listener)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> !line.getConnections().isEmpty());
                String event = Payloads.message("U0ANA", "launch");
                line.send("events_api", "e1", event);
                line.send("events_api", "e2", event);
                line.send("slash_commands", "e3", """
                        {"token":"x","team_id":"T0TEST","channel_id":"C1","user_id":"U0ANA","command":"/qm",\
                        "text":"list","response_url":"https://hooks.slack.com/x","trigger_id":"tr1"}""");
                line.send("interactive", "e4", Payloads.of("form-sent-in.json", "id", RunningEdge.unique()));
                await().until(() -> line.acknowledged().size() == 4);
                await().until(() -> listener.heard().size() == 2);
                assertThat(listener.heard()).hasAtLeastOneElementOfType(SlackInteraction.Said.class);
                assertThat(listener.heard()).hasAtLeastOneElementOfType(SlackInteraction.Commanded.class);
                assertThat(line.acknowledged())
                        .anyMatch(each -> each.get("envelope_id").getAsString().equals("e4")
                                && each.getAsJsonObject("payload").has("errors"));
                assertThat(edge.count("select count(*) from slack_inbox")).isEqualTo(2);
            }
        }
    }

    /** The other end of a socket. */
    private static final class Line extends WebSocketServer implements AutoCloseable {
        private final List<JsonObject> acknowledged = new CopyOnWriteArrayList<>();
        private final CountDownLatch up = new CountDownLatch(1);

        Line() throws InterruptedException {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            setReuseAddr(true);
            start();
            up.await();
        }

        String url() {
            return "ws://127.0.0.1:" + getPort() + "/link";
        }

        List<JsonObject> acknowledged() {
            return acknowledged;
        }

        void send(String type, String id, String payload) {
            broadcast("{\"type\":\"" + type + "\",\"envelope_id\":\"" + id + "\",\"accepts_response_payload\":true,"
                    + "\"payload\":" + payload.replace("\n", " ") + "}");
        }

        @Override
        public void onStart() {
            up.countDown();
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A0TEST\"}}");
        }

        @Override
        public void onMessage(WebSocket socket, String message) {
            acknowledged.add(JsonParser.parseString(message).getAsJsonObject());
        }

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception e) {}

        @Override
        public void close() {
            try {
                stop(1_000);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

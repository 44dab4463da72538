package dev.quartermaster.bot.slack.socket;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import dev.quartermaster.bot.slack.in.Reception;
import dev.quartermaster.bot.slack.in.Reply;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Takes the delivery out of its envelope, and acknowledges it once it is committed. What could not be stored is not
 * acknowledged: Slack delivers it again, under another envelope and the same inner id.
 */
@Component
final class Envelopes {
    private final Reception reception;

    Envelopes(Reception reception) {
        this.reception = reception;
    }

    void listen(SocketModeClient client) {
        client.addEventsApiEnvelopeListener(it -> take(client, it, reception::event));
        client.addSlashCommandsEnvelopeListener(it -> take(client, it, reception::socketCommand));
        client.addInteractiveEnvelopeListener(it -> take(client, it, reception::interaction));
    }

    private static void take(SocketModeClient client, SocketModeEnvelope envelope, Function<String, Reply> to) {
        JsonElement payload = envelope.getPayload();
        Reply reply = to.apply(payload == null ? "" : payload.toString());
        if (reply.status() >= 500) return;
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope.getEnvelopeId());
        if (reply.json() && Boolean.TRUE.equals(envelope.getAcceptsResponsePayload())) {
            answer.add("payload", JsonParser.parseString(reply.body()));
        }
        client.sendSocketModeResponse(answer.toString());
    }
}

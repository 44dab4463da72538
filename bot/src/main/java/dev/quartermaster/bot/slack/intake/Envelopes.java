package dev.quartermaster.bot.slack.intake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.response.Response;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.SocketModeEnvelope;
import org.springframework.stereotype.Component;

/**
 * Takes a delivery out of its Socket Mode envelope, and acknowledges the envelope once the delivery is committed. What
 * could not be stored is not acknowledged: Slack delivers it again, under another envelope and the same inner id.
 */
@Component
final class Envelopes {
    private final Intake intake;

    Envelopes(Intake intake) {
        this.intake = intake;
    }

    void listen(SocketModeClient client) {
        client.addEventsApiEnvelopeListener(it -> take(client, it));
        client.addSlashCommandsEnvelopeListener(it -> take(client, it));
        client.addInteractiveEnvelopeListener(it -> take(client, it));
    }

    private void take(SocketModeClient client, SocketModeEnvelope envelope) {
        JsonElement payload = envelope.getPayload();
        Response reply = intake.take(payload == null ? "" : payload.toString());
        if (reply.getStatusCode() >= 500) return;
        JsonObject answer = new JsonObject();
        answer.addProperty("envelope_id", envelope.getEnvelopeId());
        if (reply.getBody() != null && Boolean.TRUE.equals(envelope.getAcceptsResponsePayload())) {
            answer.add("payload", JsonParser.parseString(reply.getBody()));
        }
        client.sendSocketModeResponse(answer.toString());
    }
}

package dev.quartermaster.actions.provider.notebook;

import dev.quartermaster.actions.provider.BoundedHttp;
import dev.quartermaster.actions.provider.IdleEvidence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says of itself, by Jupyter's REST API. People's code runs beside it, so nothing it says is believed to be more. */
final class JupyterApi {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 256 * 1024;

    private final BoundedHttp http = new BoundedHttp(PATIENCE, MOST_BYTES);

    /** Asked without the token: whoever listens there need not be the server yet. */
    boolean answers(NotebookServer server) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(server.url() + "api")), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Counts the kernels that compute and the connections to any of them. */
    IdleEvidence evidence(NotebookServer server) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "api/kernels"))
                            .header("Authorization", "token " + server.token()),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                return IdleEvidence.NONE;
            }
            long busy = 0;
            long connections = 0;
            for (JsonNode kernel : JsonMapper.shared().readTree(answer.body())) {
                busy += kernel.path("execution_state").asString("").equals("idle") ? 0 : 1;
                connections += kernel.path("connections").asLong(0);
            }
            return new IdleEvidence(busy, connections, null, null);
        } catch (IOException | JacksonException unknown) {
            return IdleEvidence.NONE;
        }
    }
}

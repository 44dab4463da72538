package dev.quartermaster.bot.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs code in a kernel of a Jupyter server as its page does: by the REST API and a web socket. */
final class JupyterKernel implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    /** @param server its address, with a slash at its end */
    JupyterKernel(String server, String token) throws IOException, InterruptedException {
        HttpRequest start = HttpRequest.newBuilder(URI.create(server + "api/kernels"))
                .header("Authorization", "token " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        String id = JSON.readTree(http.send(start, BodyHandlers.ofString()).body())
                .path("id")
                .asString();
        socket = http.newWebSocketBuilder()
                .header("Authorization", "token " + token)
                .buildAsync(
                        URI.create(server.replaceFirst("http", "ws") + "api/kernels/" + id + "/channels"),
                        new Listening())
                .join();
    }

    /** What it printed; behind that, what it failed with. */
    String run(String code) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        Map<String, Object> request = Map.of(
                "channel", "shell",
                "header",
                        Map.of(
                                "msg_id", id,
                                "username", "test",
                                "session", id,
                                "msg_type", "execute_request",
                                "version", "5.3"),
                "parent_header", Map.of(),
                "metadata", Map.of(),
                "content", Map.of("code", code, "silent", false, "store_history", true, "allow_stdin", false));
        socket.sendText(JSON.writeValueAsString(request), true).join();
        StringBuilder printed = new StringBuilder();
        while (true) {
            JsonNode message = said.poll(60, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("The kernel said nothing more after: " + printed);
            }
            if (message.at("/parent_header/msg_id").asString("").equals(id)) {
                switch (message.path("msg_type").asString("")) {
                    case "stream" -> printed.append(message.at("/content/text").asString());
                    case "error" ->
                        printed.append(message.at("/content/ename").asString())
                                .append(": ")
                                .append(message.at("/content/evalue").asString());
                    case "status" -> {
                        if (message.at("/content/execution_state").asString().equals("idle")) {
                            return printed.toString().strip();
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    private final class Listening implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                said.add(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

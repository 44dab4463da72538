package dev.quartermaster.bot.workspace;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A bot's door: takes what the workspace delivers, lets Slack's own library check and parse it, keeps it, answers as told. */
public final class RecordingBot implements AutoCloseable {
    private final SlackRequestParser parser = new SlackRequestParser(config());
    private final SlackSignature.Verifier verifier =
            new SlackSignature.Verifier(new SlackSignature.Generator(WorkspaceServer.SECRET));
    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Function<Delivery, Reply> answer = delivery -> new Reply(200, "", 0);

    /** One delivery with a signature that Slack's verifier accepted, parsed by Slack's parser. */
    public record Delivery(Request<?> request, Map<String, List<String>> headers, String body) {
        public String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? "" : values.getFirst();
        }
    }

    public record Reply(int status, String body, long afterMillis) {}

    RecordingBot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/slack/events", this::take);
        server.start();
    }

    private static AppConfig config() {
        return AppConfig.builder()
                .signingSecret(WorkspaceServer.SECRET)
                .singleTeamBotToken(WorkspaceServer.TOKEN)
                .build();
    }

    public URI events() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
    }

    public void answers(Function<Delivery, Reply> answer) {
        this.answer = answer;
    }

    public Delivery next() throws InterruptedException {
        Delivery delivery = deliveries.poll(10, TimeUnit.SECONDS);
        if (delivery == null) throw new AssertionError("nothing was delivered within ten seconds");
        return delivery;
    }

    public boolean quietFor(long millis) throws InterruptedException {
        return deliveries.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = Map.copyOf(exchange.getRequestHeaders());
        String time = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
        String signature = exchange.getRequestHeaders().getFirst("X-Slack-Signature");
        if (!verifier.isValid(time, body, signature)) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        Request<?> request = parser.parse(SlackRequestParser.HttpRequest.builder()
                .requestUri("/slack/events")
                .requestBody(body)
                .headers(new RequestHeaders(headers))
                .remoteAddress("127.0.0.1")
                .build());
        Delivery delivery = new Delivery(request, new TreeMap<>(headers), body);
        deliveries.add(delivery);
        reply(exchange, answer.apply(delivery));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            Thread.sleep(reply.afterMillis());
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            if (reply.body().startsWith("{")) exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

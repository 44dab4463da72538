package dev.quartermaster.bot.workspace.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts to the bot what Slack would post, signed as Slack signs (https://docs.slack.dev/authentication/verifying-requests-from-slack). Events
 * that get no 2xx within three seconds come again; commands, clicks and submissions are asked once, with a person waiting.
 */
public final class Deliveries implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Slack's own schedule; https://docs.slack.dev/apis/events-api#retries. */
    public static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    private final URI bot;
    private final String secret;
    private final InstantSource clock;
    private final List<Duration> retries;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What came back: the status, or 0 and why there is none. */
    public record Reply(int status, String body, String failure, boolean retryRefused) {
        public boolean fine() {
            return status >= 200 && status < 300;
        }
    }

    Deliveries(URI bot, String secret, InstantSource clock, List<Duration> retries) {
        this.bot = bot;
        this.secret = secret;
        this.clock = clock;
        this.retries = List.copyOf(retries);
    }

    /** Delivers an event in the background, again and again by the schedule. */
    void event(String body) {
        threads.execute(() -> {
            Reply reply = send("application/json", body, 0, "");
            for (int again = 0; again < retries.size() && !reply.fine() && !reply.retryRefused(); again++) {
                if (!waited(retries.get(again))) return;
                reply = send("application/json", body, again + 1, reply.failure());
            }
        });
    }

    /** Delivers a command or an interaction and waits for the answer, three seconds at most. */
    public Reply ask(String form) {
        return send("application/x-www-form-urlencoded", form, 0, "");
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Reply send(String type, String body, int retry, String reason) {
        String time = Long.toString(clock.instant().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(bot)
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", signature(time, body));
        if (retry > 0) request.header("X-Slack-Retry-Num", "" + retry).header("X-Slack-Retry-Reason", reason);
        try {
            HttpResponse<String> answer = http.send(
                    request.POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
            boolean refused = answer.headers()
                    .firstValue("X-Slack-No-Retry")
                    .filter("1"::equals)
                    .isPresent();
            return new Reply(answer.statusCode(), answer.body(), "http_error", refused);
        } catch (HttpTimeoutException e) {
            return new Reply(0, "", "http_timeout", false);
        } catch (IOException e) {
            return new Reply(0, "", "connection_failed", false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "", "connection_failed", true);
        }
    }

    private String signature(String time, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}

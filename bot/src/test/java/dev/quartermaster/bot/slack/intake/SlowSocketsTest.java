package dev.quartermaster.bot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.slack.fixture.EdgeTestCase;
import dev.quartermaster.bot.slack.fixture.Payloads;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Strangers who send slowly, or half, beside what is Slack's. */
class SlowSocketsTest extends EdgeTestCase {
    private static final int SOCKETS = 500;
    private static final int DELIVERIES = 1_000;
    /** Deliveries that come while no answer is to be had would hang; long before that the test is to fail. */
    private static final Duration DEADLOCK = Duration.ofMinutes(15);

    @Test
    void genuineDeliveriesAreAnsweredBesideFiveHundredThatNeverEnd() throws Exception {
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger open = new AtomicInteger();
        List<Thread> strangers = new ArrayList<>();
        for (int number = 0; number < SOCKETS; number++) {
            int kind = number;
            strangers.add(Thread.startVirtualThread(() -> stranger(kind, on, open)));
        }
        await().atMost(DEADLOCK).until(() -> open.get() > SOCKETS * 9 / 10);
        List<Long> took = Collections.synchronizedList(new ArrayList<>());
        ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            for (int number = 0; number < DELIVERIES; number++) {
                String body = Payloads.message("U0ANA", "genuine " + number);
                senders.submit(() -> {
                    long begun = System.nanoTime();
                    int status = edge.event(body).statusCode();
                    took.add(System.nanoTime() - begun);
                    if (status != 200) refused.add(status);
                });
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(DEADLOCK.toSeconds(), java.util.concurrent.TimeUnit.SECONDS))
                    .as("answered at all; so far %d", took.size())
                    .isTrue();
        } finally {
            on.set(false);
        }
        for (Thread stranger : strangers) stranger.join();
        List<Long> sorted = took.stream().sorted().toList();
        System.out.printf(
                "%d deliveries beside %d slow sockets: %d refused, median %d ms, worst %d ms%n",
                DELIVERIES,
                SOCKETS,
                refused.size(),
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.getLast() / 1_000_000);
        assertThat(refused).isEmpty();
        assertThat(took).hasSize(DELIVERIES);
    }

    @Test
    void aBodyThatTakesTooLongIsTold() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout((int) DEADLOCK.toMillis());
            socket.getOutputStream().write(bytes(head(plausible(), 1_000) + "\r\n{"));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void withoutASignatureNoByteOfTheBodyIsWaitedFor() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout((int) DEADLOCK.toMillis());
            socket.getOutputStream().write(bytes(head("", 1_000) + "\r\n"));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        }
        try (Socket socket = connect()) {
            socket.setSoTimeout((int) DEADLOCK.toMillis());
            socket.getOutputStream().write(bytes(head(plausible(), 2_000_000) + "\r\n"));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    /** Sends, waits, sends a byte, until it is thrown out, and comes again. */
    private void stranger(int kind, AtomicBoolean on, AtomicInteger open) {
        while (on.get()) {
            try (Socket socket = connect()) {
                open.incrementAndGet();
                socket.getOutputStream().write(bytes(opening(kind)));
                while (on.get()) {
                    Thread.sleep(1_000);
                    socket.getOutputStream().write('x');
                }
            } catch (IOException thrownOut) {
                open.decrementAndGet();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private String opening(int kind) {
        return switch (kind % 8) {
            case 0, 1, 2 -> head(plausible(), 1_000_000) + "\r\n" + "x".repeat(60_000);
            case 3 -> head(plausible(), 1_000_000) + "\r\n";
            case 4 -> head("", 1_000_000) + "\r\n" + "x".repeat(100);
            case 5 -> head(plausible(), 1_000_000);
            case 6 ->
                "POST /nowhere HTTP/1.1\r\nHost: here\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                        + "Content-Length: 900000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n";
            default ->
                "PUT /nowhere HTTP/1.1\r\nHost: here\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 900000\r\n\r\na=";
        };
    }

    private static String plausible() {
        return "X-Slack-Request-Timestamp: " + Instant.now().getEpochSecond() + "\r\nX-Slack-Signature: v0="
                + "0".repeat(64) + "\r\n";
    }

    private static String head(String signature, int length) {
        return "POST /slack/events HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
                + length + "\r\n" + signature;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Socket connect() throws IOException {
        URI uri = edge.uri();
        return new Socket(uri.getHost(), uri.getPort());
    }
}

package dev.quartermaster.bot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.Secret;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SignatureFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-07T12:00:00Z");
    private static final String BODY = "{\"type\":\"event_callback\",\"event_id\":\"Ev1\"}";

    private final AtomicInteger letIn = new AtomicInteger();
    private final SignatureFilter filter = new SignatureFilter(
            new Signature(new Secret(RunningEdge.SECRET), InstantSource.fixed(NOW)), new BodyBuffers());

    @Test
    void genuineIsLetInWithItsBytes() throws Exception {
        assertThat(status(genuine(now()))).isEqualTo(200);
        assertThat(letIn).hasValue(1);
    }

    @Test
    void slacksOwnExampleVerifies() {
        // https://docs.slack.dev/authentication/verifying-requests-from-slack, "A request"
        String body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        Instant then = Instant.ofEpochSecond(1531420618);
        Signature signature = new Signature(new Secret("8f742231b10e8888abcd99yyyzzz85a5"), InstantSource.fixed(then));
        String given = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
        assertThat(signature.plausible("1531420618", given)).isTrue();
        assertThat(signature.signed("1531420618", given, body.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void tenThousandForgeriesAreRefusedUnread() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            assertThat(status(forged(random, i))).as("forgery %d", i).isEqualTo(401);
        }
        assertThat(letIn).hasValue(0);
    }

    private MockHttpServletRequest forged(Random random, int kind) {
        String good = RunningEdge.signature(RunningEdge.SECRET, now(), BODY);
        return switch (kind % 12) {
            case 0 -> request(BODY, now(), "v0=" + hex(random, 64));
            case 1 -> request(BODY, now(), good.substring(0, 3 + random.nextInt(64)));
            case 2 -> request(BODY + " ", now(), good);
            case 3 -> request(BODY.replace("Ev1", "Ev" + random.nextInt(2, 9_999)), now(), good);
            case 4 -> request(BODY, now(), flipped(good, random));
            case 5 -> request(BODY, now(), good.toUpperCase(Locale.ROOT));
            case 6 -> request(BODY, "" + (NOW.getEpochSecond() + random.nextInt(1, 300)), good);
            case 7 -> request(BODY, now(), RunningEdge.signature("other" + random.nextInt(), now(), BODY));
            case 8 -> twice(request(BODY, now(), good), "X-Slack-Signature", good);
            case 9 -> twice(request(BODY, now(), good), "X-Slack-Request-Timestamp", now());
            case 10 -> genuine("0" + now());
            default -> without(random);
        };
    }

    @Test
    void staleAndFutureAreRefusedThoughRightlySigned() throws Exception {
        for (long off : new long[] {-10_000_000, -3_600, -301, 301, 3_600, 315_000_000}) {
            assertThat(status(genuine("" + (NOW.getEpochSecond() + off))))
                    .as("%d s", off)
                    .isEqualTo(401);
        }
        for (long off : new long[] {-300, -1, 0, 1, 300}) {
            assertThat(status(genuine("" + (NOW.getEpochSecond() + off))))
                    .as("%d s", off)
                    .isEqualTo(200);
        }
    }

    @Test
    void tooLargeIsRefusedWithoutReadingOn() throws Exception {
        MockHttpServletRequest announced = genuine(now());
        announced.setContent(new byte[(1 << 20) + 1]);
        assertThat(status(announced)).isEqualTo(413);
        MockHttpServletRequest streamed = new Arriving() {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        streamed.setContent(new byte[10 << 20]);
        streamed.addHeader("X-Slack-Request-Timestamp", now());
        streamed.addHeader("X-Slack-Signature", "v0=" + "0".repeat(64));
        assertThat(status(streamed)).isEqualTo(413);
        assertThat(letIn).hasValue(0);
    }

    @Test
    void roomIsGivenBackAfterEveryBody() throws Exception {
        String body = "x".repeat(1 << 20);
        for (int i = 0; i < 100; i++) {
            assertThat(status(request(body, now(), RunningEdge.signature(RunningEdge.SECRET, now(), body))))
                    .isEqualTo(200);
            assertThat(status(request(body, now(), "v0=" + "0".repeat(64)))).isEqualTo(401);
        }
    }

    @Test
    void verificationAndCertificateCheckNeedTheSignatureToo() throws Exception {
        assertThat(status(
                        request("{\"type\":\"url_verification\",\"challenge\":\"x\"}", now(), "v0=" + "0".repeat(64))))
                .isEqualTo(401);
        assertThat(status(request("ssl_check=1&token=x", "", ""))).isEqualTo(401);
        assertThat(letIn).hasValue(0);
    }

    private int status(MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        request.setAsyncSupported(true);
        filter.doFilter(request, response, new MockFilterChain());
        MockAsyncContext exchange = (MockAsyncContext) Objects.requireNonNull(request.getAsyncContext());
        if (exchange.getDispatchedPath() != null) {
            assertThat(request.getAttribute(SignatureFilter.BODY)).isInstanceOf(byte[].class);
            letIn.incrementAndGet();
            exchange.complete();
        }
        return response.getStatus();
    }

    private static String now() {
        return "" + NOW.getEpochSecond();
    }

    private static MockHttpServletRequest genuine(String timestamp) {
        return request(BODY, timestamp, RunningEdge.signature(RunningEdge.SECRET, timestamp, BODY));
    }

    private static MockHttpServletRequest request(String body, String timestamp, String signature) {
        MockHttpServletRequest request = new Arriving();
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        request.addHeader("X-Slack-Request-Timestamp", timestamp);
        request.addHeader("X-Slack-Signature", signature);
        return request;
    }

    private static MockHttpServletRequest twice(MockHttpServletRequest request, String header, String value) {
        request.addHeader(header, value);
        return request;
    }

    private static MockHttpServletRequest without(Random random) {
        MockHttpServletRequest request = new Arriving();
        request.setContent(BODY.getBytes(StandardCharsets.UTF_8));
        if (random.nextBoolean()) request.addHeader("X-Slack-Request-Timestamp", now());
        else request.addHeader("X-Slack-Signature", RunningEdge.signature(RunningEdge.SECRET, now(), BODY));
        return request;
    }

    private static String flipped(String good, Random random) {
        int at = 3 + random.nextInt(64);
        char other = good.charAt(at) == '0' ? '1' : '0';
        return good.substring(0, at) + other + good.substring(at + 1);
    }

    private static String hex(Random random, int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < length; i++) hex.append(Character.forDigit(random.nextInt(16), 16));
        return hex.toString();
    }

    /** One whose body is read as it comes; all of it is there. */
    private static class Arriving extends MockHttpServletRequest {
        Arriving() {
            super("POST", "/slack/events");
        }

        @Override
        public ServletInputStream getInputStream() {
            byte[] content = getContentAsByteArray();
            return new AtOnce(new ByteArrayInputStream(content == null ? new byte[0] : content));
        }
    }

    private static final class AtOnce extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        AtOnce(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
                if (isFinished()) listener.onAllDataRead();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public int read() {
            return bytes.read();
        }
    }
}

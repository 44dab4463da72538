package dev.quartermaster.bot.slack.intake;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Checks size, headers, time and signature before anything is parsed. What fails is answered with a status and nothing
 * else, and leaves no trace. Bodies are read without a thread waiting for them, and within three seconds in all: as
 * long as Slack itself waits for an answer. However many strangers send slowly or half, threads and memory are there
 * for what is Slack's.
 */
final class SignatureFilter implements Filter {
    /** The request's attribute that carries the verified bytes; set here only. */
    static final String BODY = SignatureFilter.class.getName() + ".body";

    static final int TOO_LARGE = 413;

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";

    private final Signature signature;
    private final BodyBuffers bodies;

    SignatureFilter(Signature signature, BodyBuffers bodies) {
        this.signature = signature;
        this.bodies = bodies;
    }

    /** Those that pass come round again, past this filter, once their body is read. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        Optional<String> timestamp = only(asked, TIMESTAMP);
        Optional<String> signed = only(asked, SIGNATURE);
        AsyncContext exchange = asked.startAsync(asked, answer);
        exchange.setTimeout(PATIENCE.toMillis());
        if (!asked.getMethod().equals("POST")) {
            RejectedRequest.at(exchange, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (BodyBuffers.tooLarge(asked.getContentLengthLong())) {
            RejectedRequest.at(exchange, TOO_LARGE);
        } else if (timestamp.isEmpty() || signed.isEmpty() || !signature.plausible(timestamp.get(), signed.get())) {
            RejectedRequest.at(exchange, HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            BodyReader.read(exchange, bodies, body -> signature.signed(timestamp.get(), signed.get(), body));
        }
    }

    /** Exactly one such header: with two, what was checked and what is used might differ. */
    private static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}

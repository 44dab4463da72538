package dev.quartermaster.bot.slack.in;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Before any parsing: size, headers, time, signature. What fails is told a number and nothing else, and leaves no trace. */
final class SignatureFilter implements Filter {
    /** The request's attribute that carries the verified bytes; set here only. */
    static final String BODY = SignatureFilter.class.getName() + ".body";

    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final int TOO_LARGE = 413;

    private final Signature signature;
    private final Bodies bodies;

    SignatureFilter(Signature signature, Bodies bodies) {
        this.signature = signature;
        this.bodies = bodies;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (!asked.getMethod().equals("POST")) {
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        Optional<String> timestamp = only(asked, TIMESTAMP);
        Optional<String> signed = only(asked, SIGNATURE);
        if (bodies.tooLarge(asked.getContentLengthLong())) {
            refuse(answer, TOO_LARGE);
        } else if (timestamp.isEmpty() || signed.isEmpty() || !signature.plausible(timestamp.get(), signed.get())) {
            refuse(answer, HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            verified(asked, answer, chain, timestamp.get(), signed.get());
        }
    }

    private void verified(
            HttpServletRequest asked, HttpServletResponse answer, FilterChain chain, String timestamp, String signed)
            throws IOException, ServletException {
        try (Bodies.Read read = bodies.read(asked.getInputStream())) {
            switch (read) {
                case Bodies.TooLarge tooLarge -> refuse(answer, TOO_LARGE);
                case Bodies.NoRoom noRoom -> refuse(answer, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                case Bodies.Whole whole -> {
                    if (!signature.signed(timestamp, signed, whole.bytes())) {
                        refuse(answer, HttpServletResponse.SC_UNAUTHORIZED);
                        return;
                    }
                    asked.setAttribute(BODY, whole.bytes());
                    chain.doFilter(asked, answer);
                }
            }
        }
    }

    /** Exactly one such header: with two, what was checked and what is used might differ. */
    private static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** The rest of the body is not waited for. */
    private static void refuse(HttpServletResponse answer, int status) {
        answer.setHeader("Connection", "close");
        answer.setStatus(status);
    }
}

package dev.quartermaster.bot.slack.intake;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request body without blocking a thread, checks its signature once it is whole, and only then lets the
 * request in.
 */
final class BodyReader implements ReadListener, AsyncListener {
    private static final int STEP = 8 * 1024;

    private final AsyncContext exchange;
    private final ServletInputStream input;
    private final BodyBuffers bodies;
    private final Predicate<byte[]> signed;
    private final BodyBuffers.Body body;
    private boolean over;
    private byte @Nullable [] kept;

    private BodyReader(AsyncContext exchange, BodyBuffers bodies, Predicate<byte[]> signed) throws IOException {
        this.exchange = exchange;
        this.input = exchange.getRequest().getInputStream();
        this.bodies = bodies;
        this.signed = signed;
        this.body = bodies.begin(() -> refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE));
    }

    static void read(AsyncContext exchange, BodyBuffers bodies, Predicate<byte[]> signed) throws IOException {
        BodyReader delivery = new BodyReader(exchange, bodies, signed);
        exchange.addListener(delivery);
        delivery.input.setReadListener(delivery);
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        byte[] some = new byte[STEP];
        while (!over && !input.isFinished() && input.isReady()) {
            int count = input.read(some);
            if (count > 0 && !bodies.add(body, some, count)) refuse(SignatureFilter.TOO_LARGE);
        }
    }

    @Override
    public synchronized void onAllDataRead() {
        if (over) return;
        byte[] whole = body.whole();
        if (!signed.test(whole)) {
            refuse(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!bodies.keep(whole)) {
            refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            over = true;
            kept = whole;
            bodies.end(body);
            exchange.getRequest().setAttribute(SignatureFilter.BODY, whole);
            exchange.dispatch();
        }
    }

    /** The rest of the body is not waited for. */
    private synchronized void refuse(int status) {
        if (over) return;
        over = true;
        bodies.end(body);
        RejectedRequest.now(exchange, status);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(HttpServletResponse.SC_REQUEST_TIMEOUT);
    }

    /** The sender is gone, most likely. */
    @Override
    public void onError(Throwable gone) {
        refuse(HttpServletResponse.SC_BAD_REQUEST);
    }

    @Override
    public void onError(AsyncEvent event) {
        refuse(HttpServletResponse.SC_BAD_REQUEST);
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
        bodies.end(body);
        if (kept != null) bodies.release(kept);
        kept = null;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Whoever takes the request on asynchronously drops its listeners, and what is kept would never be let go.
        event.getAsyncContext().addListener(this);
    }
}

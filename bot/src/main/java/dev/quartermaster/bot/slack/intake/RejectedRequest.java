package dev.quartermaster.bot.slack.intake;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a request with a status and closes it. What the sender is still sending then is thrown away as it comes, up
 * to the size of a body and the exchange's time: a connection closed in the middle of somebody's sending takes the
 * answer with it.
 */
final class RejectedRequest implements ReadListener, AsyncListener {
    private final AsyncContext exchange;
    private final ServletInputStream input;
    private int thrown;
    private boolean over;

    private RejectedRequest(AsyncContext exchange) throws IOException {
        this.exchange = exchange;
        this.input = exchange.getRequest().getInputStream();
    }

    /** Before a byte of the body is read. */
    static void at(AsyncContext exchange, int status) throws IOException {
        HttpServletResponse answer = answered(exchange, status);
        answer.flushBuffer();
        RejectedRequest refused = new RejectedRequest(exchange);
        exchange.addListener(refused);
        refused.input.setReadListener(refused);
    }

    /** In the middle of it, or after. */
    static void now(AsyncContext exchange, int status) {
        answered(exchange, status);
        exchange.complete();
    }

    private static HttpServletResponse answered(AsyncContext exchange, int status) {
        HttpServletResponse answer = (HttpServletResponse) exchange.getResponse();
        answer.setHeader("Connection", "close");
        answer.setStatus(status);
        answer.setContentLength(0);
        return answer;
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        byte[] some = new byte[8 * 1024];
        while (!over && !input.isFinished() && input.isReady()) {
            int count = input.read(some);
            thrown += Math.max(count, 0);
            if (thrown > BodyBuffers.MOST) end();
        }
    }

    @Override
    public void onAllDataRead() {
        end();
    }

    private synchronized void end() {
        if (over) return;
        over = true;
        exchange.complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(Throwable gone) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}

package dev.quartermaster.actions.provider;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of somebody else's API, each with a bound on the time and the bytes of its whole answer: the client's own limit of
 * time ends with the answer's head. Redirects are not followed, because a token would go along.
 */
public final class BoundedHttp {
    private final HttpClient http;
    private final Duration patience;
    private final long mostBytes;

    /** @param patience for a whole answer, its body too */
    public BoundedHttp(Duration patience, long mostBytes) {
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.patience = patience;
        this.mostBytes = mostBytes;
    }

    /** @throws IOException when there was no whole answer within the bounds; its message names neither query nor headers */
    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) throws IOException {
        HttpRequest bounded = request.timeout(patience).build();
        CompletableFuture<HttpResponse<T>> coming = http.sendAsync(bounded, BodyHandlers.limiting(body, mostBytes));
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            coming.cancel(true);
            throw new IOException(
                    bounded.method() + " " + bounded.uri().getHost()
                            + bounded.uri().getPath() + " was not answered",
                    away);
        } catch (InterruptedException stopping) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}

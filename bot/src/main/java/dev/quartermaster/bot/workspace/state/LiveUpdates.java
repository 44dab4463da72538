package dev.quartermaster.bot.workspace.state;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Server-sent events to the pages that are open. A page that was away asks for everything again, so nothing is kept for
 * it.
 */
public final class LiveUpdates {
    private static final int BEHIND = 1_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Set<Page> pages = ConcurrentHashMap.newKeySet();

    /** An open page of one person; a page that is {@value #BEHIND} events behind is let go and connects again. */
    private record Page(String user, BlockingQueue<String> waiting, Thread[] writer) {}

    public ServerResponse connect(String user) {
        return ServerResponse.sse(
                stream -> {
                    Page page = new Page(user, new LinkedBlockingQueue<>(BEHIND), new Thread[1]);
                    stream.onComplete(() -> leave(page))
                            .onError(e -> leave(page))
                            .onTimeout(() -> leave(page));
                    pages.add(page);
                    page.writer()[0] = Thread.ofVirtual().name("workspace-live").start(() -> write(page, stream));
                },
                Duration.ZERO);
    }

    void tell(Collection<String> users, ObjectNode event) {
        String line = event.toString();
        for (Page page : pages)
            if (users.contains(page.user()) && !page.waiting().offer(line)) leave(page);
    }

    public void tellAll(ObjectNode event) {
        String line = event.toString();
        for (Page page : pages) if (!page.waiting().offer(line)) leave(page);
    }

    public void closeAll() {
        pages.forEach(this::leave);
    }

    private void leave(Page page) {
        if (pages.remove(page) && page.writer()[0] != null) page.writer()[0].interrupt();
    }

    private void write(Page page, SseBuilder stream) {
        try {
            stream.retry(Duration.ofSeconds(1)).data("{\"type\":\"hello\"}");
            while (pages.contains(page)) {
                String line = page.waiting().poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
                if (line == null) stream.comment("still here").send();
                else stream.data(line);
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        } finally {
            pages.remove(page);
            stream.complete();
        }
    }
}

package dev.quartermaster.bot.doctor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is never carried out twice at once: whoever asks while it runs waits for that and gets what it brings. */
final class OneAtATime<T> {
    private final Supplier<T> work;
    private final AtomicReference<@Nullable CompletableFuture<T>> running = new AtomicReference<>();

    OneAtATime(Supplier<T> work) {
        this.work = work;
    }

    T get() {
        CompletableFuture<T> ours = new CompletableFuture<>();
        CompletableFuture<T> others = running.compareAndExchange(null, ours);
        if (others != null) {
            return others.join();
        }
        try {
            T result = work.get();
            ours.complete(result);
            return result;
        } catch (RuntimeException | Error fault) {
            ours.completeExceptionally(fault);
            throw fault;
        } finally {
            running.set(null);
        }
    }
}

package dev.quartermaster.intents.reading.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the model: cut when it takes too long, left alone for a while when it keeps failing. A provider's exception
 * may carry the answer or a piece of the key, so neither its message nor its trace is ever written anywhere.
 */
final class Line {

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    sealed interface Reply {
        Duration took();

        record Said(String text, long tokensIn, long tokensOut, Duration took) implements Reply {}

        record Silent(Result why, Duration took) implements Reply {}
    }

    private final ChatModel model;
    private final Semaphore free;
    private final CircuitBreaker breaker;

    Line(ChatModel model, ModelLimits limits) {
        this.model = model;
        this.free = new Semaphore(limits.atOnce());
        this.breaker = CircuitBreaker.of(
                "model",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(4)
                        .failureRateThreshold(50)
                        .slowCallDurationThreshold(limits.slow())
                        .slowCallRateThreshold(80)
                        .waitDurationInOpenState(limits.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    boolean open() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** @param allowed asked last, when nothing else stands against the call */
    Reply ask(ChatRequest request, Duration within, BooleanSupplier allowed) {
        if (!free.tryAcquire()) {
            return new Reply.Silent(Result.BUSY, Duration.ZERO);
        }
        if (!breaker.tryAcquirePermission()) {
            free.release();
            return new Reply.Silent(Result.BREAKER_OPEN, Duration.ZERO);
        }
        if (!permitted(allowed)) {
            breaker.releasePermission();
            free.release();
            return new Reply.Silent(Result.USED_UP, Duration.ZERO);
        }
        return call(request, within);
    }

    private static boolean permitted(BooleanSupplier allowed) {
        try {
            return allowed.getAsBoolean();
        } catch (RuntimeException uncounted) {
            // What cannot be counted is not spent.
            LOG.warn("The allowance for the language model could not be asked", uncounted);
            return false;
        }
    }

    private Reply call(ChatRequest request, Duration within) {
        var started = System.nanoTime();
        var answer = new CompletableFuture<ChatResponse>();
        var thread = Thread.ofPlatform().daemon().name("model-call").start(() -> answer(request, answer));
        var reply = await(answer, thread, within, started);
        switch (reply) {
            case Reply.Said said -> breaker.onSuccess(said.took().toNanos(), TimeUnit.NANOSECONDS);
            case Reply.Silent silent ->
                breaker.onError(
                        silent.took().toNanos(),
                        TimeUnit.NANOSECONDS,
                        new IllegalStateException(silent.why().name()));
        }
        return reply;
    }

    /** The place is free again when the call has really ended: calls that hang never pile up. */
    private void answer(ChatRequest request, CompletableFuture<ChatResponse> answer) {
        try {
            var response = model.chat(request);
            free.release();
            answer.complete(response);
        } catch (Throwable failed) {
            free.release();
            answer.completeExceptionally(failed);
        }
    }

    private static Reply await(CompletableFuture<ChatResponse> answer, Thread thread, Duration within, long started) {
        try {
            var response = answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return said(response, since(started));
        } catch (TimeoutException late) {
            thread.interrupt();
            LOG.warn("The language model did not answer within {} ms", within.toMillis());
            return new Reply.Silent(Result.TIMED_OUT, since(started));
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Reply.Silent(Result.FAILED, since(started));
        } catch (ExecutionException failed) {
            LOG.warn("The language model failed: {}", kind(failed.getCause()));
            return new Reply.Silent(Result.FAILED, since(started));
        }
    }

    private static Reply said(@Nullable ChatResponse response, Duration took) {
        var message = response == null ? null : response.aiMessage();
        var text = message == null || message.text() == null ? "" : message.text();
        var usage = response == null ? null : response.tokenUsage();
        return new Reply.Said(
                text,
                usage == null ? 0 : count(usage.inputTokenCount()),
                usage == null ? 0 : count(usage.outputTokenCount()),
                took);
    }

    private static long count(@Nullable Integer tokens) {
        return tokens == null || tokens < 0 ? 0 : tokens;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** The kind of failure and an HTTP status, nothing that came over the line. */
    private static String kind(@Nullable Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof HttpException http) {
                return "HTTP " + http.statusCode();
            }
        }
        return failure == null ? "unknown" : failure.getClass().getSimpleName();
    }
}

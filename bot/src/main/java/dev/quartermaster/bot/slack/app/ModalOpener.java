package dev.quartermaster.bot.slack.app;

import static com.slack.api.model.block.Blocks.asBlocks;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.view.Views.view;
import static com.slack.api.model.view.Views.viewClose;
import static com.slack.api.model.view.Views.viewTitle;

import com.slack.api.methods.request.views.ViewsOpenRequest.ViewsOpenRequestBuilder;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import com.slack.api.model.view.View;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.WebApiAnswer;
import dev.quartermaster.bot.slack.web.WebApiAnswer.Fine;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens a form within the 3 s for which Slack's trigger is valid. What is not ready soon is opened as "One moment" and
 * filled in when it is, while Slack has its answer; where Slack refuses even that, the person is told to press again.
 */
@Component
final class ModalOpener {
    private static final Logger LOG = LoggerFactory.getLogger(ModalOpener.class);

    /** Leaves 2 s of the trigger for the call that opens. */
    private static final Duration SOON = Duration.ofSeconds(1);

    /** People type faster than a price is worth showing. */
    private static final Duration SETTLED = Duration.ofMillis(300);

    private static final int AT_ONCE = 8;
    private static final int WAITING = 64;

    private final SlackWebClient web;
    private final Outbox outbox;
    private final ExecutorService makers;
    /** Apart from those that open, so that somebody who types keeps nobody's form from opening. */
    private final ScheduledExecutorService drawers = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("form-drawn-", 0).daemon().factory());

    /** By the view's id, what was typed since it was drawn last. */
    private final Map<String, Submitted> newest = new ConcurrentHashMap<>();

    ModalOpener(SlackWebClient web, Outbox outbox) {
        this.web = web;
        this.outbox = outbox;
        this.makers = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("form-", 0).daemon().factory());
    }

    /** @return false: there is nothing to open (any more) */
    boolean opened(Form form, Clicked clicked) {
        return opened(form, clicked, why -> {
            unopened(clicked, why);
            return true;
        });
    }

    /** @return false: it is not open, for whatever reason, and nobody was told */
    boolean openedOrNot(Form form, Clicked clicked) {
        return opened(form, clicked, why -> {
            LOG.warn("A form did not open: {}", why);
            return false;
        });
    }

    /** @param unopened what becomes of one that cannot be opened */
    private boolean opened(Form form, Clicked clicked, Predicate<Object> unopened) {
        CompletableFuture<Optional<String>> made;
        try {
            made = CompletableFuture.supplyAsync(() -> form.open(clicked), makers);
        } catch (RejectedExecutionException full) {
            return unopened.test("too many at once");
        }
        try {
            Optional<String> view = made.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            if (view.isEmpty()) return false;
            return switch (open(clicked, ask -> ask.viewAsString(view.get()))) {
                case Fine<ViewsOpenResponse> fine -> true;
                case WebApiAnswer<ViewsOpenResponse> refused -> unopened.test(refused);
            };
        } catch (TimeoutException slow) {
            return switch (open(clicked, ask -> ask.view(saying("It is being put together.")))) {
                case Fine<ViewsOpenResponse>(ViewsOpenResponse shown) -> {
                    made.whenCompleteAsync(
                            (view, failure) -> fill(shown.getView().getId(), view, failure));
                    yield true;
                }
                case WebApiAnswer<ViewsOpenResponse> refused -> unopened.test(refused);
            };
        } catch (ExecutionException e) {
            LOG.warn("A form could not be put together", e.getCause());
            return unopened.test("it failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private WebApiAnswer<ViewsOpenResponse> open(Clicked clicked, UnaryOperator<ViewsOpenRequestBuilder> content) {
        return web.quickly(slack -> slack.viewsOpen(ask -> content.apply(ask.triggerId(clicked.trigger()))));
    }

    /**
     * Draws an open form anew, while Slack has its answer: what was typed last, when nothing more was typed for a moment. One
     * form is drawn by one at a time, so that no older price comes after a newer one.
     */
    void changed(Form form, Submitted soFar, View open) {
        if (newest.put(open.getId(), soFar) == null) {
            drawers.schedule(() -> drawn(form, open.getId()), SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void drawn(Form form, String view) {
        Submitted seen = newest.get(view);
        if (seen == null) return;
        try {
            form.changed(seen).ifPresent(content -> {
                var answered = web.quickly(
                        slack -> slack.viewsUpdate(ask -> ask.viewId(view).viewAsString(content)));
                if (!(answered instanceof Fine<?>)) LOG.info("A form was not drawn anew: {}", answered);
            });
        } catch (RuntimeException e) {
            LOG.warn("A form could not be drawn anew", e);
        }
        if (!newest.remove(view, seen)) {
            drawers.schedule(() -> drawn(form, view), SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void unopened(Clicked clicked, Object why) {
        LOG.warn("A form did not open: {}", why);
        outbox.post(
                new MessageKey("unopened:" + clicked.key().value()),
                new Recipient.Person(clicked.by().person()),
                Message.text(
                        "The form did not open. Press the button again; if it stays so, `/qm start` opens an empty one."));
    }

    private void fill(String id, Optional<String> view, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
            LOG.warn("A form could not be put together", cause);
        }
        String missing = failure == null
                ? "There is nothing to open any more. Close this and look at the card again."
                : "That did not work. Close this and press the button again.";
        var answered = web.call(slack -> slack.viewsUpdate(ask -> failure == null && view.isPresent()
                ? ask.viewId(id).viewAsString(view.get())
                : ask.viewId(id).view(saying(missing))));
        if (!(answered instanceof Fine<?>)) LOG.info("A form was not filled in, it may have been closed: {}", answered);
    }

    private static View saying(String words) {
        return view(view -> view.type("modal")
                .callbackId("opening")
                .title(viewTitle(title -> title.type("plain_text").text("One moment")))
                .close(viewClose(close -> close.type("plain_text").text("Close")))
                .blocks(asBlocks(section(section -> section.text(plainText(words))))));
    }

    @PreDestroy
    void close() {
        drawers.shutdownNow();
        makers.shutdownNow();
    }
}

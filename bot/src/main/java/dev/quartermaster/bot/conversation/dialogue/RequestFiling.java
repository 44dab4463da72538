package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.limits.PersonRateLimits;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files a request: within the person's rate, and not a second time while the same one waits. */
@Component
public class RequestFiling {
    private final RequestService desk;
    private final PersonRateLimits paced;
    private final RequestCards board;
    private final Outbox outbox;

    RequestFiling(RequestService desk, PersonRateLimits paced, RequestCards board, Outbox outbox) {
        this.desk = desk;
        this.paced = paced;
        this.board = board;
        this.outbox = outbox;
    }

    /** @return empty: not filed, and they were told why */
    public Optional<RequestService.Answer> submit(IncomingMessage asking, Intent intent, OriginalWords said) {
        if (held(asking, intent)) {
            return Optional.empty();
        }
        return Optional.of(desk.submit(asking.person(), intent, asking.key(), said));
    }

    /**
     * In place of what waits, or nothing changes.
     *
     * @return empty: nothing changed, and they were told why
     */
    public Optional<Request> replace(IncomingMessage asking, RequestId before, Intent intent, OriginalWords said) {
        if (held(asking, intent)) {
            return Optional.empty();
        }
        return switch (desk.replace(before, asking.person(), intent, asking.key(), said)) {
            case RequestService.Answer.Done(Request request) -> Optional.of(request);
            case RequestService.Answer.Declined(String words) -> told(asking, words);
            case RequestService.Answer.Stale(Request request, String words) -> told(asking, words);
        };
    }

    /** By the person's rate, or because the same one waits: they were told. */
    private boolean held(IncomingMessage asking, Intent intent) {
        if (!paced.may(asking.by(), PersonRateLimits.Kind.REQUESTS)) {
            return true;
        }
        Optional<Request> waiting = waiting(asking, intent);
        waiting.ifPresent(request -> already(asking, request));
        return waiting.isPresent();
    }

    private void already(IncomingMessage asking, Request request) {
        outbox.say(
                asking.privately(),
                Message.said("You asked for exactly this already and it still waits, so nobody was asked again. "
                        + "`/qm withdraw " + request.id() + "` takes it back."));
        outbox.say(asking.privately(), board.status(request, asking.person()));
    }

    private Optional<Request> told(IncomingMessage asking, String words) {
        outbox.say(asking.privately(), Message.said(words));
        return Optional.empty();
    }

    /** A request of theirs for exactly the same that still waits. */
    public Optional<Request> waiting(IncomingMessage asking, Intent intent) {
        List<Request> open = desk.stillWaiting(asking.person());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        // As the desk would file it: an extension becomes the same wish with another end.
        Intent filed = desk.preview(asking.person(), intent).intent();
        return open.stream()
                .filter(request -> request.judgement().intent().equals(filed)
                        && (request.extending() != null) == (intent instanceof Intent.Extend)
                        && request.resizing() == null)
                .findFirst();
    }
}

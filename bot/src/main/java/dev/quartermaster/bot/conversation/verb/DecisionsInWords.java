package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.reading.Context;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decisions in words ("yes", {@code /qm approve req-…}): they count only for what the decider's latest card shows;
 * otherwise the card is shown again with its buttons.
 */
@Component
public class DecisionsInWords {
    private static final int MOST_CARDS = 3;
    private static final int LONGEST_KEY = 200;
    private static final String ONE_WORD =
            "I take a decision in words only when they say nothing but yes or no. Press a"
                    + " button on the card; to have it smaller or shorter, deny it and say what would do.";
    private static final String NOT_YOURS =
            "Thank you, but somebody else has to decide on this one: its card says who.";
    private static final String NOTHING = "Nothing waits for a decision of yours. `/qm list` shows what you asked for.";
    private static final String THIS_ONE =
            "I decide nothing from words alone. Here is what waits for you, with its buttons.";
    private static final String WHICH =
            "I decide nothing from words alone. Here is what waits for you: press the button on" + " the one you mean.";

    private final RequestService desk;
    private final TargetResolver targets;
    private final CardPlacements threads;
    private final RequestCards board;
    private final Outbox outbox;

    DecisionsInWords(
            RequestService desk, TargetResolver targets, CardPlacements threads, RequestCards board, Outbox outbox) {
        this.desk = desk;
        this.targets = targets;
        this.threads = threads;
        this.board = board;
        this.outbox = outbox;
    }

    /** A decision in words counts for the card last posted; where that shows something else by now, a fresh one goes out. */
    void inWords(IncomingMessage asking, Intent.Decide decide) {
        Optional<Request> request = switch (decide.request()) {
            case Target.Id(String id) -> targets.request(id, asking.person());
            case Target.Described described -> only(asking);
            case Target.Last last -> only(asking);
        };
        if (request.isEmpty()) {
            String which = "Which request? Press the button on its card, or name it: `/qm approve req-…`.";
            outbox.say(asking.reply(), Message.said(Disambiguation.none(decide.request(), which)));
            return;
        }
        boolean seen = threads.cards(request.get().id()).stream()
                .filter(card -> card.person() == null || card.person().equals(asking.person()))
                .anyMatch(card -> card.digest().equals(request.get().digest()));
        if (!seen) {
            board.post(request.get());
            outbox.say(asking.reply(), Message.said("Please look at the card first; a fresh one is on its way."));
            return;
        }
        said(
                asking,
                desk.decide(
                        request.get().id(),
                        asking.by().deciding(),
                        decide.choice(),
                        request.get().digest(),
                        decide.reason()));
    }

    /** Words that are no decision that counts: the buttons are shown again, to whoever may press them. */
    public void again(IncomingMessage asking, Context context) {
        List<Request> mine = desk.waitingFor(asking.person());
        if (context instanceof Context.Waiting(String id) && id != null) {
            Optional<Request> here = mine.stream()
                    .filter(request -> request.id().value().equals(id))
                    .findFirst();
            here.ifPresent(request -> showHere(asking, request));
            if (here.isEmpty()) {
                outbox.say(asking.reply(), Message.said(NOT_YOURS));
            }
            return;
        }
        cards(asking);
        outbox.say(asking.reply(), Message.said(mine.isEmpty() ? NOTHING : mine.size() == 1 ? THIS_ONE : WHICH));
    }

    /** With what they said would be enough filled in for them. */
    private void showHere(IncomingMessage asking, Request request) {
        String less = ShorterTerm.in(asking, request);
        board.again(request, key(asking, 0), asking.reply(), asking.direct() ? asking.person() : null, less);
        String words = less.isEmpty()
                ? ONE_WORD
                : "Nothing is decided yet. *Approve with less* opens filled in with "
                        + Wording.length(Value.Span.typed(less).length()) + ".";
        outbox.say(asking.reply(), Message.said(words));
    }

    /** Whether they may decide on what the thread is about, now. */
    public boolean theirs(IncomingMessage asking, Context context) {
        return context instanceof Context.Waiting(String id)
                && desk.waitingFor(asking.person()).stream()
                        .anyMatch(request -> request.id().value().equals(id));
    }

    private static MessageKey key(IncomingMessage asking, int number) {
        return new MessageKey("again:" + number + ":" + asking.key().value());
    }

    void said(IncomingMessage asking, RequestService.Answer answer) {
        switch (answer) {
            case RequestService.Answer.Done(Request request) ->
                outbox.say(asking.reply(), Message.said("Noted on " + request.summary() + "."));
            case RequestService.Answer.Declined(String words) -> outbox.say(asking.reply(), Message.said(words));
            case RequestService.Answer.Stale(Request request, String words) -> {
                board.post(request);
                outbox.say(asking.reply(), Message.said(words));
            }
        }
    }

    /** How one stands, where nobody else reads; what is said below it is about that. */
    public void show(IncomingMessage asking, Request request) {
        String key = "shown:" + request.id() + ":" + asking.key().value();
        Message status = board.status(request, asking.person());
        if (key.length() <= LONGEST_KEY) {
            outbox.post(new MessageKey(key), asking.privately(), status);
        } else {
            outbox.say(asking.privately(), status);
        }
    }

    /** Cards of what waits for this person's decision, with the buttons. */
    void cards(IncomingMessage asking) {
        List<Request> mine = desk.waitingFor(asking.person());
        for (int number = 0; number < Math.min(MOST_CARDS, mine.size()); number++) {
            board.again(mine.get(number), key(asking, number), asking.privately(), asking.person());
        }
    }

    private Optional<Request> only(IncomingMessage asking) {
        var waiting = desk.waitingFor(asking.person());
        return waiting.size() == 1 ? Optional.of(waiting.getFirst()) : Optional.empty();
    }
}

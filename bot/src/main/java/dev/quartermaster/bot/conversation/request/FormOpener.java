package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the forms on a request's card share: for whom one opens (whoever may decide now, or later too), and how a
 * submission is answered. Opening decides nothing.
 */
@Component
class FormOpener {
    private final RequestService desk;
    private final PostedCards posted;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final RequestCards board;
    private final Outbox outbox;

    FormOpener(
            RequestService desk,
            PostedCards posted,
            Bundles bundles,
            RightsNow rightsNow,
            RequestCards board,
            Outbox outbox) {
        this.desk = desk;
        this.posted = posted;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
        this.board = board;
        this.outbox = outbox;
    }

    /** The waiting request of the card, as it was shown, where this person is among those asked so far. */
    Optional<Request> toDecide(Clicked clicked) {
        return waiting(clicked)
                .filter(request ->
                        request.asked().stream().map(request.stages()::get).mapToInt(Stage::order).max().stream()
                                .anyMatch(turn -> among(request, clicked.by().person(), turn)));
    }

    /** Likewise, also where others are asked first. */
    Optional<Request> toAsk(Clicked clicked) {
        return waiting(clicked).filter(request -> among(request, clicked.by().person(), Integer.MAX_VALUE));
    }

    Optional<Request> ofCard(Clicked clicked) {
        return posted.shown(clicked).flatMap(shown -> desk.find(shown.request()));
    }

    /** @param otherwise what is said below the field where nothing was written */
    static Map<String, String> needed(Submitted submitted, String otherwise) {
        boolean written = submitted.value(DecisionModals.WORDS).stream().anyMatch(words -> !words.isBlank());
        return written ? Map.of() : Map.of(DecisionModals.WORDS, otherwise);
    }

    People people() {
        return bundles.current().people();
    }

    /** To whoever sent a form in; what took effect is seen on the cards. */
    void tell(Submitted submitted, RequestService.Answer answer) {
        switch (answer) {
            case RequestService.Answer.Done done -> {}
            case RequestService.Answer.Declined(String words) -> tell(submitted, words);
            case RequestService.Answer.Stale(Request request, String words) -> {
                board.post(request);
                tell(submitted, words);
            }
        }
    }

    void tell(Submitted submitted, String words) {
        outbox.say(new Recipient.Person(submitted.by().person()), Message.said(words));
    }

    private Optional<Request> waiting(Clicked clicked) {
        Optional<ActionIds.Shown> shown = posted.shown(clicked);
        return shown.flatMap(each -> desk.find(each.request()))
                .filter(request -> request.state() == State.WAITING
                        && request.digest().equals(shown.get().digest()));
    }

    private boolean among(Request request, PersonId person, int turn) {
        Rights rights = rightsNow.shown();
        return request.stages().stream()
                .filter(stage -> stage.order() <= turn)
                .anyMatch(stage -> rights.of(stage.deciders(), request.askers()).contains(person));
    }
}

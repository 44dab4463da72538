package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.CredentialModal;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The private form that shows a lease's credentials to whom it belongs, as often as they open it while the lease is
 * live.
 */
@Component
class CredentialForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.REVEAL + ":.*");

    private static final Logger LOG = LoggerFactory.getLogger(CredentialForm.class);

    private final Leases leases;
    private final RequestService desk;
    private final CardPlacements threads;
    private final RequestCards board;
    private final TransactionTemplate transaction;
    private final ClickReplies replies;

    CredentialForm(
            Leases leases,
            RequestService desk,
            CardPlacements threads,
            RequestCards board,
            PlatformTransactionManager transactions,
            ClickReplies replies) {
        this.replies = replies;
        this.leases = leases;
        this.desk = desk;
        this.threads = threads;
        this.board = board;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        Optional<ActionIds.Reveal> part = ActionIds.Reveal.parse(clicked.value());
        Optional<String> form = part.flatMap(each ->
                        leases.reveal(each.lease(), each.part(), clicked.by().person()))
                .map(CredentialModal::of);
        if (form.isPresent()) {
            part.ifPresent(this::redraw);
        }
        return Optional.of(
                form.orElseGet(() -> CredentialModal.none("There is nothing to show: it is not yours, or it has"
                        + " ended. If it is yours and live, its other side does not answer right now; press the button again in a"
                        + " minute.")));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.outdated(clicked);
    }

    /** The button says from now on that it was pressed before. Never in the way of the form. */
    private void redraw(ActionIds.Reveal part) {
        try {
            transaction.executeWithoutResult(status -> leases.find(part.lease())
                    .flatMap(lease -> desk.find(lease.request()))
                    .ifPresent(request -> threads.of(request.id()).ifPresent(talk -> board.status(request, talk))));
        } catch (RuntimeException e) {
            LOG.warn("The card of {} still has its old button", part.lease(), e);
        }
    }

    @Override
    public String id() {
        return CredentialModal.ID;
    }
}

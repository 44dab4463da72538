package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.CardPlacements.Shown;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Turns notices into messages: each notice is worked and marked done in the transaction that writes the outbox, so it is
 * told once. Cards are drawn from what is now, so a late notice never shows an old state.
 */
@Component
class Announcer {
    private final Notices notices;
    private final RequestService desk;
    private final CardPlacements threads;
    private final RequestCards board;
    private final Outbox outbox;
    private final Bundles bundles;
    private final Leases leases;
    private final BreakGlassCards glass;
    private final EnquiryMessages asides;
    private final HomeTabs homes;
    private final JobLogs jobLogs;

    Announcer(
            Notices notices,
            RequestService desk,
            CardPlacements threads,
            RequestCards board,
            Outbox outbox,
            Bundles bundles,
            Leases leases,
            BreakGlassCards glass,
            EnquiryMessages asides,
            HomeTabs homes,
            JobLogs jobLogs) {
        this.jobLogs = jobLogs;
        this.glass = glass;
        this.bundles = bundles;
        this.leases = leases;
        this.asides = asides;
        this.homes = homes;
        this.notices = notices;
        this.desk = desk;
        this.threads = threads;
        this.board = board;
        this.outbox = outbox;
    }

    /** Joins the caller's transaction, which also claimed the notice. */
    void announce(Notice notice) {
        desk.find(notice.request()).ifPresent(request -> announce(notice, request));
        notices.done(notice.id());
    }

    /** What should have been said could not be, for good: whoever asked hears where to look. Joins the caller's transaction. */
    void unsaid(Notice notice) {
        desk.find(notice.request())
                .ifPresent(request -> outbox.post(
                        new MessageKey("unsaid:" + notice.id()),
                        new Recipient.Person(request.by()),
                        Message.text("Something went wrong on our side with telling you about "
                                + Mrkdwn.bold(request.summary()).value() + ". The platform team was told; `/qm status "
                                + request.id() + "` shows how it stands.")));
    }

    private void announce(Notice notice, Request request) {
        Talk talk = talk(request);
        threads.says(request.id(), shownAnyway(notice.kind()) ? "" : notice.words());
        board.status(request, talk);
        homes.changed(board.concerned(request));
        switch (notice.kind()) {
            // Somebody's yes may be another's turn: who is asked from now on gets a copy, everybody else's changes.
            case ASKED, REOPENED, DECIDED -> board.post(request);
            case LESSENED -> {
                board.post(request);
                tell(request, talk, notice);
            }
            case QUESTION, ANSWER -> {
                board.refresh(request);
                asides.show(request, talk);
            }
            case REMINDER -> remind(request, notice);
            case ESCALATED -> escalated(request, notice);
            case GLASS_BROKEN -> glass.loud(request);
            case REVIEW -> glass.review(request);
            case REVIEWED -> glass.reviewed(request, talk);
            case APPROVED, PROGRESS, REFUSED, WITHDRAWN -> board.refresh(request);
            case HANDED_OVER -> {
                board.refresh(request);
                request.judgement().told().forEach(person -> inform(person, request, notice));
                // Who waited for people is no longer looking at the card: an edit alone would go unseen.
                if (!request.stages().isEmpty()) {
                    tell(request, talk, notice);
                }
                if (request.extending() != null) {
                    changed(request, original -> {});
                }
            }
            case EXTENDED -> {
                board.refresh(request);
                if (!request.stages().isEmpty()) {
                    tell(request, talk, notice);
                }
                changed(request, original -> threads.says(original.id(), notice.words()));
            }
            case DENIED, LAPSED, INTERRUPTED, ENDING_SOON, STOP_ANNOUNCED, STOP_TAKEN_BACK -> {
                board.refresh(request);
                tell(request, talk, notice);
            }
            case ENDED, FAILED -> {
                board.refresh(request);
                tell(request, talk, notice);
                jobLogs.end(request, talk, notice);
            }
        }
    }

    /** The card of what was extended, or has another size, shows that, too. @param before it is drawn */
    private void changed(Request request, Consumer<Request> before) {
        leases.find(request.lease())
                .flatMap(lease -> desk.find(lease.request()))
                .ifPresent(original -> {
                    before.accept(original);
                    board.status(original, talk(original));
                });
    }

    private Talk talk(Request request) {
        return threads.of(request.id()).orElse(new Talk(request.by(), null, "", ""));
    }

    /** What the card shows by itself, from the state: saying it again in words would be the same thing twice. */
    private static boolean shownAnyway(Notice.Kind kind) {
        return switch (kind) {
            case ASKED,
                    DECIDED,
                    LESSENED,
                    QUESTION,
                    ANSWER,
                    REMINDER,
                    ESCALATED,
                    REVIEW,
                    REVIEWED,
                    REFUSED,
                    HANDED_OVER -> true;
            case REOPENED,
                    APPROVED,
                    GLASS_BROKEN,
                    PROGRESS,
                    WITHDRAWN,
                    DENIED,
                    LAPSED,
                    INTERRUPTED,
                    EXTENDED,
                    ENDING_SOON,
                    STOP_ANNOUNCED,
                    STOP_TAKEN_BACK,
                    ENDED,
                    FAILED -> false;
        };
    }

    /** One line in the request's thread; the card above it has the rest. */
    private void tell(Request request, Talk talk, Notice notice) {
        MessageKey card = RequestCards.statusKey(request.id());
        outbox.post(
                new MessageKey("told:" + notice.kind() + ":" + notice.id()), talk.below(card), line(request, notice));
        if (!request.owner().equals(request.by())) {
            outbox.post(
                    new MessageKey("told-owner:" + notice.kind() + ":" + notice.id()),
                    new Recipient.Under(RequestCards.ownersKey(request.id())),
                    line(request, notice));
        }
    }

    /** Somebody a rule wants told, such as an intern's sponsor; nothing to decide. */
    private void inform(PersonId person, Request request, Notice notice) {
        Mrkdwn asker = Mrkdwn.bold(Wording.name(request.by(), bundles.current().people()));
        boolean own = request.owner().equals(request.by());
        Mrkdwn words = Mrkdwn.ours("For your information: ")
                .and(
                        own
                                ? asker.and(" now has ")
                                : Mrkdwn.ours("what ").and(asker).and(" asked for is there: "))
                .and(Mrkdwn.bold(request.summary()))
                .and(". ")
                .and(Mrkdwn.theirs(notice.words()));
        outbox.post(
                new MessageKey("informed:" + request.id() + ":" + person),
                new Recipient.Person(person),
                Message.text(words.value()));
    }

    /**
     * Below the card of whoever is reminded; one from before reminders had a name, below every card. Whose card stands
     * together with others in one message has none of its own, and is told all the same.
     */
    private void remind(Request request, Notice notice) {
        PersonId person = notice.to();
        List<Shown> cards = threads.cards(request.id()).stream()
                .filter(card -> person == null || card.card().equals(RequestCards.cardKey(request.id(), person)))
                .toList();
        cards.forEach(card -> under(card, request, notice));
        if (cards.isEmpty() && person != null) {
            tell(person, request, notice);
        }
    }

    /** Below every card, and those asked anew get theirs; or to one person who may decide nothing. */
    private void escalated(Request request, Notice notice) {
        PersonId person = notice.to();
        if (person != null) {
            tell(person, request, notice);
            return;
        }
        List<Shown> before = threads.cards(request.id());
        board.post(request);
        before.forEach(card -> under(card, request, notice));
    }

    private void tell(PersonId person, Request request, Notice notice) {
        outbox.post(
                new MessageKey("told:" + notice.id() + ":" + person),
                new Recipient.Person(person),
                line(request, notice));
    }

    private void under(Shown card, Request request, Notice notice) {
        outbox.post(
                new MessageKey("told:" + notice.id() + ":" + card.card().value()),
                new Recipient.Under(card.card()),
                line(request, notice));
    }

    private Message line(Request request, Notice notice) {
        Lease lease = leases.find(request.lease()).orElse(null);
        return Message.text(Mrkdwn.bold(Wording.title(request, lease))
                .and(": ")
                .and(Mrkdwn.theirs(notice.words()))
                .value());
    }
}

package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.why.DecisionExplanation;
import dev.quartermaster.actions.why.Explanations;
import dev.quartermaster.bot.card.request.WhyCard;
import dev.quartermaster.bot.conversation.dialogue.Disambiguation;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers why a request was decided as it was, where nobody else reads. */
@Component
class WhyAnswer {
    private static final int RECENT = 200;
    /** To somebody who asked for nothing, and has something to decide. */
    private static final String ASK_BACK =
            "What waits for you says what it is for, as far as that was said. To ask back, press"
                    + " *Ask a question* on its card, or write below it.";

    private final Explanations explanations;
    private final Leases leases;
    private final RequestService desk;
    private final Bundles bundles;
    private final DecisionsInWords decisions;
    private final QuestionCards questions;
    private final Outbox outbox;

    WhyAnswer(
            Explanations explanations,
            Leases leases,
            RequestService desk,
            Bundles bundles,
            DecisionsInWords decisions,
            QuestionCards questions,
            Outbox outbox) {
        this.explanations = explanations;
        this.questions = questions;
        this.leases = leases;
        this.desk = desk;
        this.bundles = bundles;
        this.decisions = decisions;
        this.outbox = outbox;
    }

    void why(IncomingMessage asking, Intent.Why why) {
        switch (why.target()) {
            case Target.Id(String id) -> tell(asking, byId(id), nothing(id));
            case Target.Described(String words) -> described(asking, words, why.refused());
            case Target.Last last -> {
                Optional<RequestId> here = Optional.ofNullable(asking.about());
                if (here.isPresent()) {
                    tell(asking, here, nothing(here.get().value()));
                } else {
                    newest(asking, why.refused());
                }
            }
        }
    }

    /**
     * What of theirs was denied or refused lately, or is what the thread is about.
     *
     * @param last only where nothing happened since: a bare "why?" speaks of what happened last
     */
    Optional<RequestId> denied(IncomingMessage asking, Duration lately, boolean last) {
        if (asking.about() != null) {
            return desk.find(asking.about(), asking.person())
                    .filter(WhyAnswer::refused)
                    .map(Request::id);
        }
        return asked(asking, !last).stream()
                .findFirst()
                .filter(WhyAnswer::refused)
                .filter(request -> happened(request).plus(lately).isAfter(asking.at()))
                .map(Request::id);
    }

    private static boolean refused(Request request) {
        return request.state() == State.REFUSED || request.state() == State.DENIED;
    }

    /** When it was asked, or said no to. */
    private static Instant happened(Request request) {
        return request.clicks().stream()
                .filter(click -> click.choice() == Choice.DENY)
                .map(Vote::at)
                .max(Comparator.naturalOrder())
                .orElse(request.at());
    }

    private void tell(IncomingMessage asking, Optional<RequestId> request, String otherwise) {
        Optional<DecisionExplanation> why = request.flatMap(id -> explanations.of(id, asking.person()));
        outbox.say(
                asking.privately(),
                why.map(each -> WhyCard.of(
                                each,
                                bundles.current().people(),
                                each.request().askers().contains(asking.person())))
                        .orElseGet(() -> Message.said(otherwise)));
    }

    private static String nothing(String id) {
        return "There is no " + id + " whose reasons you may read. Who asked, who decides, their manager and platform"
                + " leads may. `/qm list` shows what is yours.";
    }

    private Optional<RequestId> byId(String id) {
        return LeaseId.of(id)
                .flatMap(leases::find)
                .map(Lease::request)
                .or(() -> RequestId.of(id.replaceFirst("^lease-", "req-")));
    }

    private void newest(IncomingMessage asking, boolean refused) {
        Optional<RequestId> newest = asked(asking, refused).stream().findFirst().map(Request::id);
        if (newest.isEmpty() && !refused && !desk.waitingFor(asking.person()).isEmpty()) {
            decisions.cards(asking);
            outbox.say(asking.privately(), Message.said(ASK_BACK));
            return;
        }
        tell(
                asking,
                newest,
                refused
                        ? "Nothing you asked for was refused or denied. `/qm list` shows what you have."
                        : "You have asked for nothing yet. Name what you mean: `/qm why req-…`.");
    }

    /** About what the words say and nothing else: where they fit none or several, that is asked. */
    private void described(IncomingMessage asking, String words, boolean refused) {
        List<Request> mine = asked(asking, refused);
        List<Request> fitting = mine.stream()
                .filter(request -> TargetResolver.fits(
                        TargetResolver.about(request, bundles.current().catalogue()), words))
                .toList();
        if (fitting.size() == 1 || refused && !fitting.isEmpty()) {
            tell(
                    asking,
                    Optional.of(fitting.getFirst().id()),
                    nothing(fitting.getFirst().id().value()));
            return;
        }
        List<Request> offered = fitting.isEmpty() ? mine : fitting;
        if (offered.isEmpty()) {
            newest(asking, refused);
            return;
        }
        String question = fitting.isEmpty()
                ? "Nothing of yours" + (refused ? " that was refused" : "") + " fits “" + words
                        + "”. Do you mean one of these?"
                : Disambiguation.QUESTION;
        questions.askPrivately(asking, question, Disambiguation.request(offered, Intent.Why::new));
    }

    /** What happened last first: a no of today to what was asked for yesterday. */
    private List<Request> asked(IncomingMessage asking, boolean refused) {
        return desk.askedBy(asking.person(), RECENT).stream()
                .filter(request -> !refused || refused(request))
                .sorted(Comparator.comparing(WhyAnswer::happened).reversed())
                .toList();
    }
}

package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.notice.Notice.Kind;
import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.law.Input.Ballot;
import dev.quartermaster.actions.request.law.Transition.Reply;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of the law that hears people: who may say it, whether they said it to what is shown, and what becomes of it. */
record VoteTransitions(ApprovalLaw law) {
    Transition of(Ballot ballot) {
        Request request = law.request();
        if (!law.now().isBefore(request.lapsesAt())) {
            Transition lapsed = law.lapsed();
            return lapsed.answering(new Reply.Declined(words().late(lapsed.after())));
        }
        if (request.askers().contains(ballot.by())) {
            return declined(ballot, "self-decision-refused", words().own());
        }
        Vote bare = new Vote(ballot.by(), ballot.choice(), ballot.reason(), law.now(), List.of(), List.of());
        Vote click = ApprovalTally.entitled(request.stages(), bare, request.askers(), law.rights());
        if (click.own().isEmpty() && click.standIn().isEmpty()) {
            return declined(ballot, "decision-refused", words().notYours(request));
        }
        if (!seating(request).hears(click)) {
            return declined(ballot, "early-decision-refused", words().notYet(request));
        }
        if (!ballot.digest().equals(request.digest())) {
            return declined(ballot, "stale-decision-refused", "")
                    .say(Kind.REOPENED, words().waits(request))
                    .answering(new Reply.Stale(words().stale()));
        }
        return switch (ballot) {
            case Input.Decided(var by, var choice, var digest, var reason) ->
                choice == Choice.DENY ? denied(click) : yes(click);
            case Input.Lessened lessened -> less(click, lessened);
        };
    }

    private Transition denied(Vote click) {
        return Transition.done(with(click).with(State.DENIED))
                .fact("denied", click.by(), detail(click))
                .say(Kind.DENIED, words().denied(click) + law.remains())
                .then(law::withoutTheRest);
    }

    private Transition yes(Vote click) {
        Request request = law.request();
        if (ApprovalTally.said(request.clicks(), click.by(), Choice.APPROVE)) {
            return Transition.declined(request, words().saidAlready(request));
        }
        ApprovalCoverage cover = new ApprovalCoverage(request.judgement(), law.fresh());
        Optional<List<Integer>> covered = cover.stages();
        if (!request.opened().isEmpty() && !cover.smaller()) {
            return law.tooLateForTheRest(click);
        }
        if (covered.isEmpty()) {
            Transition reopened = law.ruled(Kind.REOPENED);
            return Transition.done(request)
                    .fact("reopened", null, Map.of("click", click.by().value(), "was", request.digest()))
                    .then(reopened)
                    .answering(new Reply.Stale(words().reopened(reopened.after())));
        }
        Request said = with(click);
        if (seating(said).filled() == seating(request).filled()) {
            return Transition.declined(request, words().seatTaken(request));
        }
        Transition step = Transition.done(said).fact("approved", click.by(), detail(click));
        Request now = said.with(law.fresh()).with(moved(said.clicks(), covered.get()));
        return seating(now).complete()
                ? step.fact("judged", null, law.judgement(now))
                        .then(law.approved(now, words().approved(now, law.now())))
                : step.say(Kind.DECIDED, words().oneYes(said, click)).then(law::goingAhead);
    }

    /**
     * A yes to less: the lesser wish takes the place of what was asked and keeps every yes given to more. Whoever may
     * deny may do this, which takes less away: also when their seat is taken, or their yes was given already.
     */
    private Transition less(Vote click, Input.Lessened lessened) {
        Request request = law.request();
        if (!request.opened().isEmpty()) {
            return Transition.declined(request, words().begun(request));
        }
        Lessening lessening = new Lessening(request.judgement(), law.fresh());
        Optional<String> hindrance = lessening.hindrance();
        Optional<List<Integer>> covered = new ApprovalCoverage(request.judgement(), law.fresh()).stages();
        if (hindrance.isPresent() || covered.isEmpty()) {
            return Transition.declined(request, hindrance.orElseGet(() -> words().stale()));
        }
        Request now = request.with(law.fresh(), lessened.summary())
                .with(moved(replacing(click.making(lessening.words())), covered.get()));
        Transition step = Transition.done(now)
                .fact(
                        "made-smaller",
                        click.by(),
                        Map.of("was", request.digest(), "digest", now.digest(), "less", lessening.words()));
        if (!ApprovalTally.said(request.clicks(), click.by(), Choice.APPROVE)) {
            step = step.fact("approved", click.by(), detail(click));
        }
        step = step.fact("judged", null, law.judgement(now));
        return seating(now).complete()
                ? step.then(law.approved(now, words().approved(now, law.now())))
                : step.say(Kind.LESSENED, words().less(now, click.by(), lessening.words()))
                        .then(law::goingAhead);
    }

    /** One yes a person: what they said before is what they say now, for less. */
    private List<Vote> replacing(Vote click) {
        List<Vote> before = law.request().clicks();
        Optional<Vote> said = before.stream()
                .filter(each -> each.by().equals(click.by()) && each.choice() == Choice.APPROVE)
                .findFirst();
        return said.isEmpty()
                ? Stream.concat(before.stream(), Stream.of(click)).toList()
                : before.stream()
                        .map(each -> each.equals(said.get()) ? each.making(click.less()) : each)
                        .toList();
    }

    private Transition declined(Ballot ballot, String fact, String words) {
        return Transition.declined(law.request(), words)
                .fact(fact, ballot.by(), Map.of("choice", ballot.choice().name(), "digest", ballot.digest()));
    }

    private Request with(Vote click) {
        List<Vote> clicks = new ArrayList<>(law.request().clicks());
        clicks.add(click);
        return law.request().with(clicks);
    }

    private static ApprovalTally seating(Request request) {
        return new ApprovalTally(request.stages(), request.clicks());
    }

    /** The yeses in the stages needed now; those given to a stage no rule asks for any more have nothing to say. */
    private static List<Vote> moved(List<Vote> clicks, List<Integer> shownStage) {
        return clicks.stream()
                .map(click -> click.over(renumbered(shownStage, click.own()), renumbered(shownStage, click.standIn())))
                .toList();
    }

    private static List<Integer> renumbered(List<Integer> shownStage, List<Integer> stages) {
        return stages.stream()
                .map(shownStage::indexOf)
                .filter(stage -> stage >= 0)
                .toList();
    }

    /** A reason is somebody's own words: only its hash goes into the chain. */
    private Map<String, ?> detail(Vote click) {
        return Map.of(
                "digest",
                law.request().digest(),
                "reason",
                click.reason().isEmpty() ? "" : Sha256.hex(click.reason()),
                "for",
                standingInFor(click.by()));
    }

    /** Whose absence lets them decide this. */
    private List<String> standingInFor(PersonId by) {
        return law.request().stages().stream()
                .flatMap(stage ->
                        Optional.ofNullable(law.rights()
                                        .standIns(
                                                stage.deciders(), law.request().askers())
                                        .get(by))
                                .stream())
                .map(PersonId::value)
                .distinct()
                .toList();
    }

    private RequestMessages words() {
        return law.words();
    }
}

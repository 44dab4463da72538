package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.notice.Notice.Kind;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.law.Transition.Reply;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The approval law (design: section 7). A yes is only ever given to what was shown and would still be done: so a
 * request is judged again at each yes, not only at the last one.
 */
public record ApprovalLaw(Request request, Rights rights, Judgement fresh, Instant now) {
    Transition next(Input input) {
        return switch (input) {
            case Input.Filed filed -> filed(filed);
            case Input.Ballot ballot ->
                request.state() == State.WAITING
                        ? new VoteTransitions(this).of(ballot)
                        : Transition.declined(request, words().late(request));
            case Input.Withdrawn withdrawn -> withdrawn(withdrawn);
            case Input.Lapsed lapsed -> lapsed();
            case Input.Told told -> told(told);
        };
    }

    private Transition filed(Input.Filed filed) {
        return Transition.done(request)
                .fact("asked", request.by(), asked(filed))
                .then(ruled(Kind.ASKED));
    }

    private Map<String, ?> asked(Input.Filed filed) {
        Map<String, String> asked = new HashMap<>(filed.said());
        asked.put("summary", request.summary());
        return asked;
    }

    /** The rules as they are now, with no yes given yet: what filing and re-opening have in common. */
    Transition ruled(Kind shown) {
        Request judged = request.with(fresh).with(List.of());
        Transition step = Transition.done(judged).fact("judged", null, judgement(judged));
        return switch (fresh.verdict()) {
            case Verdict.Refused refused ->
                step.then(Transition.done(judged.with(State.REFUSED)))
                        .fact("refused", null, Map.of("rules", rules()))
                        .say(Kind.REFUSED, words().refused(refused) + remains())
                        .then(this::withoutTheRest);
            case Verdict.Allowed allowed -> step.then(approved(judged, words().allowed(judged, now)));
            case Verdict.NeedsApproval needs ->
                step.say(shown, words().waits(judged)).then(this::goingAhead);
        };
    }

    /** Parts that wait for nobody any more are handed over; the first time, money is reserved for the whole. */
    Transition goingAhead(Request waiting) {
        Set<PartName> due = new PartialApproval(waiting, rights.catalogue()).due();
        if (due.isEmpty()) {
            return Transition.done(waiting);
        }
        Request ahead = waiting.opening(due);
        Transition step = Transition.done(ahead)
                .fact("granted-in-part", null, Map.of("digest", ahead.digest(), "parts", named(due)));
        return (waiting.opened().isEmpty() ? step.effect(new Effect.Reserve()) : step)
                .effect(new Effect.Open(due))
                .say(Kind.PROGRESS, words().ahead(due, new PartialApproval(ahead, rights.catalogue()).rest()));
    }

    /** The rest is not to be: what is there stays until its end, or goes as well, as the path says. */
    Transition withoutTheRest(Request over) {
        Transition step = Transition.done(over);
        if (over.opened().isEmpty()) {
            return step;
        }
        boolean running = request.from() == null || !now.isBefore(request.from());
        return running && new PartialApproval(over, rights.catalogue()).kept()
                ? step.effect(new Effect.WithoutTheRest())
                : step.effect(new Effect.End(null, "The rest of it was not agreed to."));
    }

    /** What the asker keeps of what was asked for; empty where nothing was handed over yet. */
    String remains() {
        return request.opened().isEmpty()
                ? ""
                : " " + words().remains(request.opened(), new PartialApproval(request, rights.catalogue()).kept());
    }

    private static List<String> named(Set<PartName> parts) {
        return parts.stream().map(PartName::value).sorted().toList();
    }

    /** What runs was planned, priced and paid for as it was shown: it does not grow into something else. */
    Transition tooLateForTheRest(Vote click) {
        return Transition.done(request.with(State.REFUSED))
                .fact("refused", null, Map.of("click", click.by().value(), "rules", rules()))
                .say(Kind.REFUSED, words().changed() + remains())
                .then(this::withoutTheRest)
                .answering(new Reply.Stale(words().changed()));
    }

    /** Every yes is there: money and parts in the same transaction, or none of it. */
    Transition approved(Request complete, String words) {
        Set<PartName> rest = new PartialApproval(complete, rights.catalogue()).rest();
        Transition step = Transition.done(complete.with(State.APPROVED));
        // Money for the whole was reserved when its first parts were handed over.
        step = complete.opened().isEmpty() ? step.effect(new Effect.Reserve()) : step;
        if (complete.extending() == null) {
            return step.fact("granted", null, Map.of("digest", complete.digest()))
                    .effect(new Effect.Open(rest))
                    .say(Kind.APPROVED, words);
        }
        if (complete.resizing() != null) {
            return step.fact("granted", null, Map.of("digest", complete.digest()))
                    .effect(new Effect.Resize())
                    .say(Kind.APPROVED, words().resizing(complete));
        }
        Instant until = end(complete.judgement().intent());
        return step.then(Transition.done(complete.with(State.LIVE)))
                .fact("extended", null, Map.of("lease", complete.lease().value(), "until", until.toString()))
                .effect(new Effect.Prolong(until))
                .say(Kind.EXTENDED, words().extended(until));
    }

    private Transition withdrawn(Input.Withdrawn withdrawn) {
        PersonRights standing = new PersonRights(rights.people());
        if (request.askers().stream().noneMatch(asker -> standing.mayStop(withdrawn.by(), asker))) {
            return Transition.declined(request, words().notYoursToWithdraw(request))
                    .fact("withdrawal-refused", withdrawn.by(), Map.of());
        }
        if (request.resizing() != null && (request.state() == State.APPROVED || request.state() == State.PROVIDING)) {
            String why = words().backAsBefore(withdrawn.by());
            return Transition.done(request.with(State.WITHDRAWN))
                    .fact("withdrawn", withdrawn.by(), Map.of())
                    .effect(new Effect.ResizeBack(why))
                    .say(Kind.WITHDRAWN, why);
        }
        if (!request.withdrawable(now)) {
            return Transition.declined(request, words().tooLateToWithdraw(request));
        }
        Transition step = Transition.done(request.with(State.WITHDRAWN))
                .fact("withdrawn", withdrawn.by(), Map.of())
                .say(Kind.WITHDRAWN, words().withdrawn(withdrawn.by()) + remains());
        return request.state() == State.WAITING
                ? step.then(this::withoutTheRest)
                : step.effect(new Effect.End(withdrawn.by(), words().withdrawn(withdrawn.by())));
    }

    Transition lapsed() {
        boolean over = request.state() == State.WAITING && !now.isBefore(request.lapsesAt());
        return over
                ? Transition.done(request.with(State.LAPSED))
                        .fact("lapsed", null, Map.of())
                        .say(Kind.LAPSED, words().lapsed(request) + remains())
                        .then(this::withoutTheRest)
                : Transition.done(request);
    }

    private Transition told(Input.Told told) {
        return request.opened().isEmpty() || PartialHandOver.wholly(request.state())
                ? toldOfTheWhole(told)
                : new PartialHandOver(request).told(told);
    }

    private Transition toldOfTheWhole(Input.Told told) {
        boolean going = switch (request.state()) {
            case APPROVED, PROVIDING, LIVE -> true;
            case WAITING, DENIED, REFUSED, WITHDRAWN, LAPSED, FAILED, ENDED -> false;
        };
        boolean live = request.state() == State.LIVE;
        Transition same = Transition.done(request);
        if (!going) {
            return same;
        }
        return switch (told.outcome()) {
            case PROGRESS ->
                (live ? same : Transition.done(request.with(State.PROVIDING))).say(Kind.PROGRESS, told.words());
            case HANDED_OVER -> live ? same : over(State.LIVE, "handed-over", Kind.HANDED_OVER, told);
            case INTERRUPTED -> live ? same.say(Kind.INTERRUPTED, told.words()) : same;
            case ENDING_SOON -> live ? same.say(Kind.ENDING_SOON, told.words()) : same;
            case ENDED -> over(State.ENDED, "ended", Kind.ENDED, told);
            case FAILED -> over(State.FAILED, "failed", Kind.FAILED, told);
        };
    }

    private Transition over(State after, String fact, Kind kind, Input.Told told) {
        return Transition.done(request.with(after))
                .fact(fact, null, Map.of("words", Sha256.hex(told.words())))
                .say(kind, told.words());
    }

    /** Up to when an extension was asked for: a moment, as it was shown, whatever became of the lease's end since. */
    public static Instant end(Intent intent) {
        if (intent instanceof Intent.Acquisition wanted && wanted.term() instanceof Term.Until(Instant end)) {
            return end;
        }
        throw new IllegalStateException("An extension is judged up to a moment");
    }

    Map<String, ?> judgement(Request judged) {
        return Map.of(
                "digest", judged.digest(),
                "rules", rules(),
                "stages", judged.stages().stream().map(Stage::because).toList(),
                "ceiling",
                        Optional.ofNullable(fresh.price())
                                .map(price -> price.ceiling().toString())
                                .orElse(""),
                "version", fresh.version());
    }

    private List<String> rules() {
        return fresh.rules().stream().map(Judgement.Matched::rule).toList();
    }

    RequestMessages words() {
        return new RequestMessages(rights);
    }
}

package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one input makes of a request.
 *
 * @param after the request as it is then; equal to the one before when nothing changed
 * @param facts for the record, also of what was declined
 * @param effects in order; none when declined
 */
public record Transition(Request after, List<Happening> facts, List<Effect> effects, Reply reply) {
    public Transition {
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
    }

    /**
     * The law. Pure: storage and Slack call it, never the reverse.
     *
     * @param rights from people as read a moment ago
     * @param fresh the request judged again a moment ago; the judgement shown where the input decides nothing
     */
    public static Transition next(Request request, Input input, Rights rights, Judgement fresh, Instant now) {
        return new ApprovalLaw(request, rights, fresh, now).next(input);
    }

    static Transition done(Request after) {
        return new Transition(after, List.of(), List.of(), new Reply.Done());
    }

    static Transition declined(Request same, String words) {
        return new Transition(same, List.of(), List.of(), new Reply.Declined(words));
    }

    Transition fact(String what, @Nullable PersonId by, Map<String, ?> detail) {
        return new Transition(
                after,
                Stream.concat(facts.stream(), Stream.of(new Happening(what, by, detail)))
                        .toList(),
                effects,
                reply);
    }

    Transition effect(Effect effect) {
        return new Transition(
                after, facts, Stream.concat(effects.stream(), Stream.of(effect)).toList(), reply);
    }

    Transition say(Notice.Kind kind, String words) {
        return effect(new Effect.Say(kind, words));
    }

    Transition answering(Reply changed) {
        return new Transition(after, facts, effects, changed);
    }

    /** Everything of the other step, after this one's facts. */
    Transition then(Transition next) {
        return new Transition(
                next.after,
                Stream.concat(facts.stream(), next.facts.stream()).toList(),
                Stream.concat(effects.stream(), next.effects.stream()).toList(),
                next.reply);
    }

    /** What follows for the request as it is by then. */
    Transition then(Function<Request, Transition> next) {
        Transition further = next.apply(after);
        return then(further.answering(reply));
    }

    /** A line for the record. @param what a past-tense word. @param by null for the system */
    public record Happening(String what, @Nullable PersonId by, Map<String, ?> detail) {}

    /** What the person who caused it hears. */
    public sealed interface Reply {
        record Done() implements Reply {}

        record Declined(String words) implements Reply {}

        record Stale(String words) implements Reply {}
    }
}

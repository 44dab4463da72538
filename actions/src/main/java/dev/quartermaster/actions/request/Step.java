package dev.quartermaster.actions.request;

import dev.quartermaster.actions.notice.Notice;
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
record Step(Request after, List<Happening> facts, List<Effect> effects, Reply reply) {
    Step {
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
    }

    /**
     * The law. Pure: storage and Slack call it, never the reverse.
     *
     * @param rights from people as read a moment ago
     * @param fresh the request judged again a moment ago; the judgement shown where the input decides nothing
     */
    static Step next(Request request, Input input, Rights rights, Judgement fresh, Instant now) {
        return new Law(request, rights, fresh, now).next(input);
    }

    static Step done(Request after) {
        return new Step(after, List.of(), List.of(), new Reply.Done());
    }

    static Step declined(Request same, String words) {
        return new Step(same, List.of(), List.of(), new Reply.Declined(words));
    }

    Step fact(String what, @Nullable PersonId by, Map<String, ?> detail) {
        return new Step(
                after,
                Stream.concat(facts.stream(), Stream.of(new Happening(what, by, detail)))
                        .toList(),
                effects,
                reply);
    }

    Step effect(Effect effect) {
        return new Step(
                after, facts, Stream.concat(effects.stream(), Stream.of(effect)).toList(), reply);
    }

    Step say(Notice.Kind kind, String words) {
        return effect(new Effect.Say(kind, words));
    }

    Step answering(Reply changed) {
        return new Step(after, facts, effects, changed);
    }

    /** Everything of the other step, after this one's facts. */
    Step then(Step next) {
        return new Step(
                next.after,
                Stream.concat(facts.stream(), next.facts.stream()).toList(),
                Stream.concat(effects.stream(), next.effects.stream()).toList(),
                next.reply);
    }

    /** What follows for the request as it is by then. */
    Step then(Function<Request, Step> next) {
        Step further = next.apply(after);
        return then(further.answering(reply));
    }

    /** A line for the record. @param what a past-tense word. @param by null for the system */
    record Happening(String what, @Nullable PersonId by, Map<String, ?> detail) {}

    /** What the person who caused it hears. */
    sealed interface Reply {
        record Done() implements Reply {}

        record Declined(String words) implements Reply {}

        record Stale(String words) implements Reply {}
    }
}

package dev.quartermaster.bot.evaluation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.evaluation.Effect;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was asked for and done between two moments, in the words of the contract. */
final class EffectReader {
    private final RunningProgram program;
    private final CommandMeaning meaning;

    EffectReader(RunningProgram program) {
        this.program = program;
        this.meaning = new CommandMeaning(program);
    }

    List<ObservedEffect> between(ProgramState before, ProgramState after) {
        List<ObservedEffect> effects = new ArrayList<>();
        after.requests().values().stream()
                .filter(request -> !before.requests().containsKey(request.id().value()))
                .forEach(request -> effects.add(asked(request, before)));
        after.requests().values().forEach(request -> withdrawn(request, before, effects));
        after.leases().values().forEach(lease -> changed(lease, before, after, effects));
        after.decisions().stream()
                .filter(vote -> !before.decisions().contains(vote))
                .filter(vote -> after.requests().containsKey(vote.request()))
                .forEach(vote -> effects.add(decided(vote, after.requests().get(vote.request()))));
        after.others().forEach((table, rows) -> {
            if (rows > before.others().get(table)) {
                effects.add(new ObservedEffect(new Effect(table, Map.of(), Set.of()), "", ""));
            }
        });
        return effects;
    }

    /** What a command would do now. */
    List<ObservedEffect> meant(String person, String command, ProgramState now) {
        return meaning.of(person, command).stream()
                .map(effect -> {
                    Map<String, Object> slots = new HashMap<>(effect.slots());
                    Object target = slots.remove(KnownSlot.TARGET.text());
                    String id = target == null ? "" : target.toString();
                    ends(now.until(id), slots);
                    return new ObservedEffect(new Effect(effect.intent(), slots, Set.of()), person, about(id, now));
                })
                .toList();
    }

    /** An extension by a length has an end, too. */
    private static void ends(@Nullable Instant until, Map<String, Object> slots) {
        Object length = slots.get(KnownSlot.FOR.text());
        if (until != null && length != null) {
            slots.put(
                    KnownSlot.UNTIL.text(),
                    until.plus(Duration.parse(length.toString())).toString());
        }
    }

    /** What the id of something stands for, in every word for it. */
    String about(String id, ProgramState now) {
        String request = id.replaceFirst("^lease-", "req-");
        return now.requests().containsKey(request) ? about(now.requests().get(request)) : "";
    }

    private ObservedEffect asked(Request request, ProgramState before) {
        Map<String, Object> slots = slots(request);
        Verb verb = request.judgement().intent() instanceof Intent.Grant ? Verb.GRANT : Verb.LAUNCH;
        if (request.extending() != null) {
            slots.remove(KnownSlot.PATH.text());
            slots.remove(KnownSlot.DATASET.text());
            verb = request.resizing() == null ? Verb.EXTEND : Verb.RESIZE;
            if (verb == Verb.EXTEND) {
                longer(request, before, slots);
            }
        }
        return new ObservedEffect(
                new Effect(verb.word(), slots, Set.of()),
                request.by().value(),
                about(request),
                request.state() == State.REFUSED);
    }

    private Map<String, Object> slots(Request request) {
        String command = CommandText.of(sized(request.judgement().intent()));
        Map<String, Object> slots = new HashMap<>();
        meaning.of(request.by().value(), command).forEach(effect -> slots.putAll(effect.slots()));
        return slots;
    }

    private Intent sized(Intent intent) {
        return intent instanceof Intent.Launch launch && paths().containsKey(launch.path())
                ? PresetSizes.said(launch, paths().get(launch.path()))
                : intent;
    }

    private Map<PathName, GoldenPath> paths() {
        return program.context().getBean(Bundles.class).current().catalogue().paths();
    }

    /** By how much, beside until when. */
    private static void longer(Request request, ProgramState before, Map<String, Object> slots) {
        if (request.judgement().intent() instanceof Intent.Acquisition wanted
                && wanted.term() instanceof Term.Until(var end)
                && before.until(request.lease().value()) != null) {
            slots.put(
                    KnownSlot.FOR.text(),
                    Duration.between(before.until(request.lease().value()), end).toString());
        }
    }

    private void withdrawn(Request request, ProgramState before, List<ObservedEffect> effects) {
        Request earlier = before.requests().get(request.id().value());
        if (request.state() == State.WITHDRAWN && earlier != null && earlier.state() != State.WITHDRAWN) {
            effects.add(observed(Verb.WITHDRAW, request.by().value(), about(request), Map.of()));
        }
    }

    private void changed(Lease lease, ProgramState before, ProgramState after, List<ObservedEffect> effects) {
        Lease earlier = before.leases().get(lease.id().value());
        if (earlier == null) {
            return;
        }
        String about = about(lease.id(), after);
        if (over(lease) && !over(earlier) && !withdrawn(lease, after)) {
            effects.add(observed(Verb.STOP, "", about, Map.of()));
        }
        if (earlier.state() == Lease.State.STOPPED && lease.state() == Lease.State.LIVE) {
            effects.add(observed(Verb.RESUME, "", about, Map.of()));
        }
        if (!earlier.owner().equals(lease.owner())) {
            effects.add(observed(
                    Verb.TRANSFER,
                    "",
                    about,
                    Map.of(KnownSlot.GRANTEE.text(), lease.owner().value())));
        }
    }

    /** Taken back before it began: that is one thing. */
    private static boolean withdrawn(Lease lease, ProgramState now) {
        Request request = now.requests().get(lease.request().value());
        return request != null && request.state() == State.WITHDRAWN;
    }

    private String about(LeaseId lease, ProgramState now) {
        return about(lease.value(), now);
    }

    /** Whether it was taken back, by whatever way; its time does not run out while a conversation is played. */
    private static boolean over(Lease lease) {
        return switch (lease.state()) {
            case ENDING, ENDED -> true;
            case PROVIDING, LIVE, STOPPED, DONE, FAILED -> false;
        };
    }

    /** Of what was approved with less it says what is left. */
    private ObservedEffect decided(ProgramState.Decided vote, Request request) {
        Verb verb = vote.choice().equalsIgnoreCase(Verb.DENY.word()) ? Verb.DENY : Verb.APPROVE;
        return observed(verb, vote.person(), about(request), slots(request));
    }

    private static ObservedEffect observed(Verb verb, String by, String about, Map<String, Object> slots) {
        return new ObservedEffect(new Effect(verb.word(), slots, Set.of()), by, about);
    }

    private String about(Request request) {
        Intent intent = request.judgement().intent();
        List<Object> words = new ArrayList<>(
                List.of(request.id(), request.lease(), request.summary(), request.purpose(), request.owner()));
        if (intent instanceof Intent.Launch launch && paths().containsKey(launch.path())) {
            GoldenPath path = paths().get(launch.path());
            words.add(launch.path());
            words.add(path.title());
            words.addAll(path.synonyms());
        }
        if (intent instanceof Intent.Grant grant) {
            words.add(grant.dataset());
        }
        return words.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}

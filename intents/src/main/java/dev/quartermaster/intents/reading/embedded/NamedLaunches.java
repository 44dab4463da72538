package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** A launch of several with a name for each ({@code two buckets, raw-in and raw-out}), as one launch for each. */
final class NamedLaunches {
    /** What is no plain order is confirmed. */
    private static final double DOUBTED = 0.5;

    private NamedLaunches() {}

    static Message.Result each(Message.Result read) {
        var each = read.candidates().stream().flatMap(NamedLaunches::each).toList();
        if (each.size() == read.candidates().size()) {
            return read;
        }
        var one = !read.sure() && read.candidates().size() == 1;
        return new Message.Result(
                one ? each.stream().map(NamedLaunches::doubted).toList() : each, read.sure() || one);
    }

    private static Stream<Candidate> each(Candidate candidate) {
        var name = candidate.slots().get(KnownSlot.NAME);
        if (candidate.verb() != Verb.LAUNCH || name == null || !(name.value() instanceof List<?> names)) {
            return Stream.of(candidate);
        }
        return names.stream().map(one -> {
            var slots = new LinkedHashMap<>(candidate.slots());
            slots.put(KnownSlot.NAME, new Slot(one, name.words(), name.resolved()));
            slots.remove(KnownSlot.COUNT);
            return new Candidate(Verb.LAUNCH, slots, candidate.confidence());
        });
    }

    private static Candidate doubted(Candidate candidate) {
        return new Candidate(candidate.verb(), candidate.slots(), Math.min(DOUBTED, candidate.confidence()));
    }
}

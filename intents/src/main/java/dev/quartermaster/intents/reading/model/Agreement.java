package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a model's reading is believed. At once where it only looks something up, or where the embedded reader's own best
 * reading is the same and names nothing else; otherwise it is shown, and happens when its button is pressed. Pressing is
 * typing that command, so that a model that lies can at worst make somebody read a wrong question.
 */
final class Agreement {

    private static final int LONGEST_LABEL = 75;

    private Agreement() {}

    static Outcome of(Outcome own, Evidence read, Known known) {
        if (read.candidates().isEmpty()) {
            return own;
        }
        var ours = Hard.evidence(own).candidates();
        var best = own instanceof Outcome.Found ? ours : ours.stream().limit(1).toList();
        var certain = own instanceof Outcome.Found;
        return agrees(read.candidates(), best) && !(certain && dropped(read.candidates(), best))
                ? new Outcome.Found(read)
                : shown(read, ours, known);
    }

    /** Every doing of the model's is one of ours, each of ours taken once: two launches are not agreed to by one. */
    private static boolean agrees(List<Candidate> read, List<Candidate> best) {
        var left = new ArrayList<>(best);
        for (var candidate : read) {
            if (does(candidate)) {
                var same = left.stream()
                        .filter(ours -> ours.verb() == candidate.verb() && !contradicts(candidate, ours))
                        .findFirst();
                if (same.isEmpty()) {
                    return false;
                }
                left.remove(same.get());
            }
        }
        return true;
    }

    /** Whether something that we are sure was asked for is not in the model's reading. */
    private static boolean dropped(List<Candidate> read, List<Candidate> best) {
        return best.stream()
                .filter(Agreement::does)
                .anyMatch(ours -> read.stream().noneMatch(candidate -> candidate.verb() == ours.verb()));
    }

    private static boolean does(Candidate candidate) {
        return candidate.verb().changes();
    }

    private static boolean contradicts(Candidate candidate, Candidate ours) {
        return ours.slots().entrySet().stream()
                .filter(entry -> !loose(entry.getKey()) && entry.getValue().resolved())
                .filter(entry -> candidate.slots().containsKey(entry.getKey()))
                .anyMatch(entry -> differ(
                        entry.getKey(), entry.getValue(), candidate.slots().get(entry.getKey())));
    }

    /** What people wrote around the thing; two readers may cut it differently and mean the same. */
    private static boolean loose(SlotName slot) {
        return slot instanceof KnownSlot known && known.kind() == KnownSlot.Kind.TEXT;
    }

    private static boolean differ(SlotName name, Slot ours, Slot theirs) {
        var one = ours.value().toString().toLowerCase(Locale.ROOT);
        var other = theirs.value().toString().toLowerCase(Locale.ROOT);
        var described =
                name.equals(KnownSlot.TARGET) && (one.equals("last") || one.contains(other) || other.contains(one));
        return !described && !one.equals(other);
    }

    /** What the model read first, then what we would have offered ourselves. */
    private static Outcome shown(Evidence read, List<Candidate> ours, Known known) {
        var options = new LinkedHashMap<String, Option>();
        Stream.concat(read.candidates().stream(), ours.stream())
                .filter(candidate -> candidate.verb().ours())
                .map(candidate -> Typed.of(candidate, known))
                .flatMap(Optional::stream)
                .forEach(command -> options.putIfAbsent(command, new Option(label(command), command)));
        var offered = options.values().stream().limit(5).toList();
        return new Outcome.Unsure(question(offered.size()), offered, read);
    }

    private static String label(String command) {
        return command.length() <= LONGEST_LABEL ? command : command.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private static String question(int options) {
        return switch (options) {
            case 0 -> "What would you like to do? Type /qm help to see what I can.";
            case 1 -> "Is this what you mean? If not, say it in other words.";
            default -> "Which of these do you mean? For more than one, say them one after the other.";
        };
    }
}

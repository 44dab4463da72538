package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.reading.Reader.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was asked for with a launch and is no part of what would be made, in sentences: nothing is dropped silently. */
final class Unmet {

    private static final Map<String, String> PARAMETERS = new LinkedHashMap<>(Map.of(
            "cpu",
            "cores",
            "memory_gb",
            "memory",
            "gpus",
            "GPUs",
            "gpu_kind",
            "a kind of GPU",
            "workers",
            "workers",
            "size",
            "sizes",
            "image",
            "an image",
            "name",
            "a name",
            "schedule",
            "a schedule"));

    private final Utterance utterance;
    private final Known known;

    Unmet(Utterance utterance, Known known) {
        this.utterance = utterance;
        this.known = known;
    }

    /** What of a launch can be had on a path, named. @param forOther whether it is for somebody else who is known */
    Map<String, Slot> met(Map<String, Slot> slots, GoldenPath path, boolean forOther) {
        var met = new LinkedHashMap<String, Slot>();
        met.put(
                "path",
                slots.containsKey("path")
                        ? slots.get("path")
                        : new Slot(path.name().value(), "", true));
        slots.forEach((name, slot) -> {
            var parameter = chosen(name, path);
            boolean meant = List.of("for", "until", "purpose").contains(name)
                    || name.equals("grantee") && forOther
                    || name.equals("from") && start(slots).isPresent();
            if (parameter || meant) {
                met.put(name, slot);
            }
        });
        return met;
    }

    List<String> of(Map<String, Slot> slots, GoldenPath path) {
        var notes = new ArrayList<String>();
        PARAMETERS.forEach((slot, words) -> {
            if (slots.containsKey(slot) && !none(slots.get(slot)) && !chosen(slot, path)) {
                notes.add(path.title() + " has no choice of " + words + ", so “" + said(slots.get(slot))
                        + "” is left out.");
            }
        });
        if (slots.get("count") != null && slots.get("count").value() instanceof Long count && count > 1) {
            notes.add("This makes one, not " + count + ": each is asked for on its own.");
        }
        if (slots.containsKey("grantee") && !mine(slots.get("grantee"))) {
            notes.add(person(slots.get("grantee"))
                    .map(person -> "It is for " + person.name()
                            + ": it becomes theirs, is judged as theirs, and their team" + " pays for it.")
                    .orElse("It would be yours and not " + said(slots.get("grantee"))
                            + "'s: everybody asks for their own."));
        }
        if (slots.containsKey("team") && !myTeam(slots.get("team"))) {
            notes.add("Your own team pays for it, not " + said(slots.get("team")) + ".");
        }
        return notes;
    }

    private static boolean chosen(String slot, GoldenPath path) {
        return path.parameters().stream()
                .anyMatch(parameter -> ParameterSlots.of(parameter).equals(slot));
    }

    private static boolean none(Slot slot) {
        return slot.value() instanceof Long number && number == 0;
    }

    private static String said(Slot slot) {
        return slot.words().isBlank() || slot.words().length() > 40
                ? slot.value().toString()
                : slot.words();
    }

    private boolean mine(Slot slot) {
        return slot.value().equals(utterance.by().value()) || slot.value().equals("me");
    }

    private boolean myTeam(Slot slot) {
        return slot.value().equals("mine")
                || known.people()
                        .teamOf(utterance.by())
                        .map(Team::id)
                        .filter(id -> id.value().equals(slot.value()))
                        .isPresent()
                || known.people()
                        .find(utterance.by())
                        .map(Person::name)
                        .filter(slot.value()::equals)
                        .isPresent();
    }

    /** Somebody else who is known, and nobody in particular for a list. */
    Optional<Person> person(Slot slot) {
        return known.people().persons().values().stream()
                .filter(person -> person.id().value().equals(slot.value()))
                .findFirst();
    }

    /** The moment it is to start at, where that is later than now. */
    Optional<Instant> start(Map<String, Slot> slots) {
        return slots.containsKey("from") && later(slots.get("from").value().toString())
                ? Terms.start(slots, utterance.zone())
                : Optional.empty();
    }

    /** @param iso a local day or moment. More than five minutes ahead: who says "from now" means now */
    private boolean later(String iso) {
        var today = LocalDate.ofInstant(utterance.at(), utterance.zone());
        return iso.contains("T")
                ? Terms.moment(iso, utterance.zone()).isAfter(utterance.at().plus(Duration.ofMinutes(5)))
                : LocalDate.parse(iso).isAfter(today);
    }
}

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

    private final Utterance utterance;
    private final Known known;

    Unmet(Utterance utterance, Known known) {
        this.utterance = utterance;
        this.known = known;
    }

    /** What of a launch can be had on a path, named. @param forOther whether it is for somebody else who is known */
    Map<SlotName, Slot> met(Map<SlotName, Slot> slots, GoldenPath path, boolean forOther) {
        var met = new LinkedHashMap<SlotName, Slot>();
        met.put(
                KnownSlot.PATH,
                slots.containsKey(KnownSlot.PATH)
                        ? slots.get(KnownSlot.PATH)
                        : new Slot(path.name().value(), "", true));
        slots.forEach((name, slot) -> {
            var parameter = chosen(name, path);
            boolean meant = name == KnownSlot.GRANTEE
                    ? forOther
                    : name == KnownSlot.FROM
                            ? start(slots).isPresent()
                            : name instanceof KnownSlot known && taken(known);
            if (parameter || meant) {
                met.put(name, slot);
            }
        });
        return met;
    }

    List<String> of(Map<SlotName, Slot> slots, GoldenPath path) {
        var notes = new ArrayList<String>();
        slots.forEach((name, slot) -> {
            var words = name instanceof KnownSlot known ? known.words() : Optional.<String>empty();
            if (words.isPresent() && !none(slot) && !chosen(name, path) && !ofPurpose(slot, slots)) {
                notes.add(path.title() + " has no choice of " + words.get() + ", so “" + said(slot) + "” is left out.");
            }
        });
        if (slots.get(KnownSlot.COUNT) != null
                && slots.get(KnownSlot.COUNT).value() instanceof Long count
                && count > 1) {
            notes.add("This makes one, not " + count + ": each is asked for on its own.");
        }
        if (slots.containsKey(KnownSlot.GRANTEE) && !mine(slots.get(KnownSlot.GRANTEE))) {
            notes.add(person(slots.get(KnownSlot.GRANTEE))
                    .map(person -> "It is for " + person.name()
                            + ": it becomes theirs, is judged as theirs, and their team" + " pays for it.")
                    .orElse("It would be yours and not " + said(slots.get(KnownSlot.GRANTEE))
                            + "'s: everybody asks for their own."));
        }
        if (slots.containsKey(KnownSlot.TEAM) && !myTeam(slots.get(KnownSlot.TEAM))) {
            notes.add("Your own team pays for it, not " + said(slots.get(KnownSlot.TEAM)) + ".");
        }
        return notes;
    }

    /** Whether every launch takes it, whatever is launched. */
    private static boolean taken(KnownSlot slot) {
        return Verb.LAUNCH.takes(slot) && slot.option().isPresent();
    }

    private static boolean chosen(SlotName slot, GoldenPath path) {
        return path.parameters().stream()
                .anyMatch(parameter -> SlotName.of(parameter).equals(slot)
                        || slot == KnownSlot.MEMORY_GB && Parameters.holds(parameter, path.parameters()));
    }

    /** "Half-hourly settlement": part of what it is for, and nothing that is asked for. */
    private static boolean ofPurpose(Slot slot, Map<SlotName, Slot> slots) {
        var purpose = slots.get(KnownSlot.PURPOSE);
        return purpose != null && !slot.words().isBlank() && purpose.words().contains(slot.words());
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
    Optional<Instant> start(Map<SlotName, Slot> slots) {
        return slots.containsKey(KnownSlot.FROM)
                        && later(slots.get(KnownSlot.FROM).value().toString())
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

package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which slot carries a golden path's parameter: the one of its name, whatever the parameter is called and of whatever
 * type. Worst case without this: a parameter {@code team} taken for who pays, or dropped without a word.
 */
public final class ParameterSlots {

    /** Slots with a meaning of their own; a parameter of that name stands under {@code p.}, as in expressions. */
    private static final Set<String> TAKEN = Set.of(
            "access",
            "by",
            "count",
            "dataset",
            "duration",
            "for",
            "from",
            "grantee",
            "job",
            "memory_gb",
            "path",
            "period",
            "person",
            "project",
            "purpose",
            "query",
            "reason",
            "resource",
            "schedule",
            "service",
            "target",
            "team",
            "top",
            "unknown_dataset",
            "until",
            "what");

    private static final String APART = "p.";
    private static final String MEMORY = "memory";
    private static final String MEMORY_GB = "memory_gb";

    private ParameterSlots() {}

    /** The contract's name for it: memory is said in GiB. */
    public static String of(Parameter parameter) {
        if (parameter.name().equals(MEMORY) && parameter.type() == Parameter.Type.QUANTITY) {
            return MEMORY_GB;
        }
        return TAKEN.contains(parameter.name()) ? APART + parameter.name() : parameter.name();
    }

    /** What was said of a parameter; the length of a launch is no slot of its own, it is the term. */
    static Optional<Slot> said(Map<String, Slot> slots, Parameter parameter) {
        return parameter.name().equals("duration") ? Optional.empty() : Optional.ofNullable(slots.get(of(parameter)));
    }

    /** The parameter's name, if a slot of a launch can be one: whether the path has it is the path's to say. */
    public static Optional<String> name(String slot) {
        if (slot.startsWith(APART)) {
            return Optional.of(slot.substring(APART.length()));
        }
        return slot.equals(MEMORY_GB) ? Optional.of(MEMORY) : Optional.of(slot).filter(each -> !TAKEN.contains(each));
    }
}

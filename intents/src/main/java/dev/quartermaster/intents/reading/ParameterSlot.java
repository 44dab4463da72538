package dev.quartermaster.intents.reading;

import java.util.Optional;

/**
 * A golden path's parameter that only the path knows. One called as a slot with a meaning of its own stands under
 * {@code p.}, as in expressions.
 */
public record ParameterSlot(String name) implements SlotName {

    static final String APART = "p.";

    /** Those that sentences are searched for are known slots. */
    static SlotName called(String parameter) {
        return KnownSlot.called(parameter)
                .filter(known -> known.parameter().filter(parameter::equals).isPresent())
                .<SlotName>map(known -> known)
                .orElseGet(() -> new ParameterSlot(parameter));
    }

    @Override
    public String text() {
        return KnownSlot.taken(name) ? APART + name : name;
    }

    @Override
    public Optional<String> parameter() {
        return Optional.of(name);
    }

    @Override
    public String toString() {
        return text();
    }
}

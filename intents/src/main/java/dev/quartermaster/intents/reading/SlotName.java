package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Parameter;
import java.util.Optional;

/**
 * What a slot is called: one that means the same wherever it is said, or a golden path's own parameter, whatever that is
 * called and of whatever type. Worst case without this: a parameter {@code team} taken for who pays, or dropped without a
 * word.
 */
public sealed interface SlotName permits KnownSlot, ParameterSlot {

    /** In the contract with the outside, and as kept; {@link #of(String)} reads it back. */
    String text();

    /** The parameter that it carries, if it is one of a launch's: whether the path has it is the path's to say. */
    Optional<String> parameter();

    static SlotName of(String text) {
        var own = text.startsWith(ParameterSlot.APART) ? text.substring(ParameterSlot.APART.length()) : text;
        return own.equals(text)
                ? KnownSlot.called(text).<SlotName>map(known -> known).orElseGet(() -> new ParameterSlot(text))
                : ParameterSlot.called(own);
    }

    /** The slot of a path's parameter: memory is said in GiB. */
    static SlotName of(Parameter parameter) {
        var gib =
                KnownSlot.MEMORY_GB.parameter().filter(parameter.name()::equals).isPresent()
                        && parameter.type() == Parameter.Type.QUANTITY;
        return gib ? KnownSlot.MEMORY_GB : ParameterSlot.called(parameter.name());
    }
}

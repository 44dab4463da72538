package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.text.Quantities;
import dev.quartermaster.intents.schedule.SpokenSchedule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Slots as a golden path's typed parameters. Values out of bounds pass: policy answers them with the nearest allowed. */
public final class Parameters {
    private static final String STORAGE = "storage";

    private Parameters() {}

    /** What the path has no parameter for is left out. */
    static SortedMap<String, Value> of(Map<SlotName, Slot> slots, List<Parameter> parameters) {
        var typed = new TreeMap<String, Value>();
        for (Parameter parameter : parameters) {
            said(slots, parameter)
                    .or(() -> holds(parameter, parameters)
                            ? Optional.ofNullable(slots.get(KnownSlot.MEMORY_GB))
                            : Optional.empty())
                    .flatMap(said -> typed(parameter, said))
                    .ifPresent(fitting -> typed.put(parameter.name(), fitting));
        }
        return typed;
    }

    /** The length of a launch is no slot of its own, it is the term. */
    private static Optional<Slot> said(Map<SlotName, Slot> slots, Parameter parameter) {
        return parameter.name().equals("duration")
                ? Optional.empty()
                : Optional.ofNullable(slots.get(SlotName.of(parameter)));
    }

    /** Whether gigabytes, said without saying of what, are how much something holds: where nothing has memory. */
    public static boolean holds(Parameter parameter, List<Parameter> all) {
        return parameter.name().equals(STORAGE)
                && parameter.type() == Parameter.Type.QUANTITY
                && all.stream().noneMatch(each -> SlotName.of(each) == KnownSlot.MEMORY_GB);
    }

    private static Optional<Value> typed(Parameter parameter, Slot slot) {
        return switch (parameter.type()) {
            case INTEGER ->
                slot.value() instanceof Long number ? Optional.of(new Value.Whole(number)) : Optional.empty();
            case QUANTITY ->
                slot.value() instanceof Long gib
                        ? Optional.of(new Value.Quantity(BigDecimal.valueOf(gib)))
                        : Quantities.gib(slot.value().toString()).map(Value.Quantity::new);
            case PRESET, CHOICE, IMAGE, TEXT, NAME ->
                Optional.of(new Value.Text(slot.value().toString()));
            case SCHEDULE ->
                Optional.of(SpokenSchedule.read(slot.value().toString())
                        .<Value>map(Value.Schedule::new)
                        .orElseGet(() -> new Value.Text(slot.value().toString())));
            case DURATION -> Optional.of(Value.Span.of(slot.value().toString()));
        };
    }

    /** For a lease whose path is not known here: types follow the slots, and whoever knows it looks at them again. */
    static SortedMap<String, Value> untyped(Map<SlotName, Slot> slots) {
        var typed = new TreeMap<String, Value>();
        slots.forEach((slot, value) -> slot.parameter().ifPresent(name -> {
            var relative = Value.Relative.read(value.value().toString());
            if (relative.isPresent()) {
                typed.put(name, relative.get());
            } else if (slot == KnownSlot.MEMORY_GB && value.value() instanceof Long gib) {
                typed.put(name, new Value.Quantity(BigDecimal.valueOf(gib)));
            } else if (value.value() instanceof Long number) {
                typed.put(name, new Value.Whole(number));
            } else if (slot == KnownSlot.MEMORY_GB) {
                Quantities.gib(value.value().toString())
                        .map(Value.Quantity::new)
                        .ifPresent(size -> typed.put(name, size));
            } else {
                typed.put(name, new Value.Text(value.value().toString()));
            }
        }));
        return typed;
    }
}

package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.text.Nearest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to assume where somebody wants an environment and names none: shown as assumed, never made unasked. */
public final class Standard {

    private static final Set<DataClass> HARMLESS = Set.of(DataClass.SYNTHETIC, DataClass.PUBLIC);
    private static final double MISSPELT = 0.7;
    private static final int OTHERS = 2;

    private Standard() {}

    /** The smallest environment on offer that has a parameter for all that was said and reaches nobody's real data. */
    public static Optional<GoldenPath> of(Map<SlotName, Slot> slots, Catalogue catalogue) {
        return catalogue.paths().values().stream()
                .filter(path -> !path.planned() && path.compute())
                .filter(path -> reachesNobody(path, catalogue))
                .filter(path -> slots.keySet().stream()
                        .filter(Standard::resource)
                        .allMatch(slot ->
                                slot.parameter().flatMap(path::parameter).isPresent()))
                .min(Comparator.comparing(Standard::memory).thenComparing(GoldenPath::name));
    }

    private static boolean resource(SlotName slot) {
        return slot == KnownSlot.GPU_KIND || slot instanceof KnownSlot known && known.counted();
    }

    private static boolean reachesNobody(GoldenPath path, Catalogue catalogue) {
        return HARMLESS.containsAll(path.data().classes())
                && path.data().datasets().stream()
                        .flatMap(name -> catalogue.covered(name).stream())
                        .allMatch(dataset -> HARMLESS.contains(dataset.dataClass()));
    }

    private static BigDecimal memory(GoldenPath path) {
        return path.parameter("memory")
                .map(Parameter::standard)
                .map(value -> value instanceof Value.Quantity(var gib) ? gib : BigDecimal.TEN)
                .orElse(BigDecimal.valueOf(1_000));
    }

    /** Other environments on offer, for buttons beside the assumed one. */
    static List<String> others(GoldenPath assumed, Catalogue catalogue) {
        return catalogue.paths().values().stream()
                .filter(path -> !path.planned() && path.compute() && !path.equals(assumed))
                .map(path -> path.name().value())
                .sorted()
                .limit(OTHERS)
                .toList();
    }

    /** Names worth offering instead of {@code written}: what can be had, and what is only planned where it was nearly named. */
    static List<String> offered(Catalogue catalogue, String written) {
        return catalogue.paths().values().stream()
                .filter(path ->
                        !path.planned() || Nearest.likeness(written, path.name().value()) >= MISSPELT)
                .map(GoldenPath::name)
                .map(PathName::value)
                .sorted()
                .toList();
    }
}

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

    /**
     * The smallest environment on offer that has a parameter for all that was said and reaches nobody's real data; where
     * GPUs were said, of those that are there for them.
     */
    public static Optional<GoldenPath> of(Map<SlotName, Slot> slots, Catalogue catalogue) {
        return fitting(slots, catalogue).stream()
                .filter(path -> reachesNobody(path, catalogue))
                .min(Comparator.comparing(Standard::memory).thenComparing(GoldenPath::name));
    }

    private static List<GoldenPath> fitting(Map<SlotName, Slot> slots, Catalogue catalogue) {
        var fitting = catalogue.paths().values().stream()
                .filter(path -> !path.planned() && path.compute())
                .filter(path -> slots.keySet().stream()
                        .filter(Standard::resource)
                        .allMatch(slot ->
                                slot.parameter().flatMap(path::parameter).isPresent()))
                .toList();
        var gpus = slots.containsKey(KnownSlot.GPUS) || slots.containsKey(KnownSlot.GPU_KIND);
        var forGpus = fitting.stream().filter(Standard::forGpus).toList();
        return gpus && !forGpus.isEmpty() ? forGpus : fitting;
    }

    /** One is asked for by the name of a GPU, or has one when nothing is said. */
    private static boolean forGpus(GoldenPath path) {
        return path.synonyms().stream().anyMatch(synonym -> synonym.contains("gpu"))
                || path.parameter("gpus")
                        .map(Parameter::standard)
                        .filter(value -> value instanceof Value.Whole(var count) && count > 0)
                        .isPresent();
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

    /** Other environments that have what was said, for buttons beside the assumed one. */
    static List<String> others(GoldenPath assumed, Map<SlotName, Slot> slots, Catalogue catalogue) {
        return fitting(slots, catalogue).stream()
                .filter(path -> !path.equals(assumed))
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

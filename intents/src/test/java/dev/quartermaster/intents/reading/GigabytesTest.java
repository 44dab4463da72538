package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.DefaultOrganisation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GigabytesTest {
    private static final Map<SlotName, Slot> SAID = Map.of(KnownSlot.MEMORY_GB, new Slot(50L, "50g", true));

    @Test
    void areWhatABucketHolds() {
        assertThat(Parameters.of(SAID, path("bucket").parameters()))
                .containsExactly(Map.entry("storage", Value.Quantity.of("50Gi")));
    }

    @Test
    void areWhatWasSaidOfStorageWhereThatWasSaid() {
        Map<SlotName, Slot> both = Map.of(
                KnownSlot.MEMORY_GB,
                new Slot(50L, "50g", true),
                SlotName.of("storage"),
                new Slot("20Gi", "--storage 20Gi", true));
        assertThat(Parameters.of(both, path("bucket").parameters()))
                .containsExactly(Map.entry("storage", Value.Quantity.of("20Gi")));
    }

    @Test
    void areMemoryWhereThereIsAny() {
        assertThat(Parameters.of(SAID, path("data-science-experimentation").parameters()))
                .containsExactly(Map.entry("memory", Value.Quantity.of("50Gi")));
    }

    private static GoldenPath path(String name) {
        return DefaultOrganisation.load().catalogue().path(new PathName(name)).orElseThrow();
    }
}

package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.DatasetName;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing to make. {@code spec} is a tree of maps, lists and scalars with every {@code ${…}} replaced; what it
 * means is its provider's to know.
 *
 * @param reaches the datasets it opens
 * @param ready CEL over {@code objects}, or null where the provider knows by itself
 */
public record Part(
        PartName name,
        String provider,
        Map<String, Object> spec,
        Set<DatasetName> reaches,
        @Nullable String ready) {
    public Part {
        reaches = Set.copyOf(reaches);
    }
}

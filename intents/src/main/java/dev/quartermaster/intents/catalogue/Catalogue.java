package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.part.PartTypes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be asked for; immutable, from one bundle.
 *
 * @param types what parts can be made of
 */
public record Catalogue(Map<PathName, GoldenPath> paths, Map<DatasetName, Dataset> datasets, PartTypes types) {
    public Catalogue {
        paths = Map.copyOf(paths);
        datasets = Map.copyOf(datasets);
    }

    /** One of which nothing is made. */
    public Catalogue(Map<PathName, GoldenPath> paths, Map<DatasetName, Dataset> datasets) {
        this(paths, datasets, PartTypes.NONE);
    }

    public Optional<GoldenPath> path(PathName name) {
        return Optional.ofNullable(paths.get(name));
    }

    public Optional<Dataset> dataset(DatasetName name) {
        return Optional.ofNullable(datasets.get(name));
    }

    /** The datasets a name stands for: itself, or all of its schema; empty when the catalogue has none. Sorted by name. */
    public List<Dataset> covered(DatasetName name) {
        return datasets.values().stream()
                .filter(dataset -> name.covers(dataset.name()))
                .sorted(Comparator.comparing(Dataset::name))
                .toList();
    }
}

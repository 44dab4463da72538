package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.part.PartTypes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that can be asked for; immutable, from one bundle.
 *
 * @param types what parts can be made of
 * @param jobs what can be run; none of them is called as a golden path is
 */
public record Catalogue(
        Map<PathName, GoldenPath> paths, Map<DatasetName, Dataset> datasets, PartTypes types, Map<PathName, Job> jobs) {
    public Catalogue {
        paths = Map.copyOf(paths);
        datasets = Map.copyOf(datasets);
        jobs = Map.copyOf(jobs);
    }

    /** Without listed jobs. */
    public Catalogue(Map<PathName, GoldenPath> paths, Map<DatasetName, Dataset> datasets, PartTypes types) {
        this(paths, datasets, types, Map.of());
    }

    /** For reading alone: without kinds of parts, nothing of it can be planned or made. */
    public Catalogue(Map<PathName, GoldenPath> paths, Map<DatasetName, Dataset> datasets) {
        this(paths, datasets, PartTypes.NONE);
    }

    /** The golden path, or what running the job of this name is. */
    public Optional<GoldenPath> path(PathName name) {
        return Optional.ofNullable(paths.get(name)).or(() -> job(name).map(Job::path));
    }

    /** All that rules may name: golden paths, and what running each job is. */
    public Map<PathName, GoldenPath> askable() {
        Map<PathName, GoldenPath> all = new HashMap<>(paths);
        jobs.forEach((name, job) -> all.put(name, job.path()));
        return all;
    }

    public Optional<Job> job(PathName name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** The job that these words name; empty where none or several are called so. */
    public Optional<Job> job(String words) {
        List<Job> called =
                jobs.values().stream().filter(job -> job.called(words)).toList();
        return called.size() == 1 ? Optional.of(called.getFirst()) : Optional.empty();
    }

    /** The datasets a name stands for: itself, or all of its schema; empty when the catalogue has none. Sorted by name. */
    public List<Dataset> covered(DatasetName name) {
        return datasets.values().stream()
                .filter(dataset -> name.covers(dataset.name()))
                .sorted(Comparator.comparing(Dataset::name))
                .toList();
    }
}

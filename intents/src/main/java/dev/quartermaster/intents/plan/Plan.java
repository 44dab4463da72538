package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * What is to be made: the parts in the order in which their providers make them. They are taken back in reverse.
 *
 * @param path the golden path, or {@link #GRANT} for a bare data grant
 * @param version the golden path file's version
 * @param parameters every parameter with its value, said or standard
 * @param term for how long from the hand-over
 * @param compute whether pods are made
 */
public record Plan(
        PathName path,
        int version,
        SortedMap<String, Value> parameters,
        List<Part> parts,
        List<Link> links,
        Duration term,
        boolean compute) {
    public static final PathName GRANT = new PathName("grant");

    public Plan {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
    }

    /** Every dataset some part opens, sorted. */
    public Set<DatasetName> reaches() {
        Set<DatasetName> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.reaches()));
        return all;
    }
}

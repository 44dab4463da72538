package dev.quartermaster.bot.check;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sets of values to try a golden path with, {@code duration} among them; what a set leaves out has its standard.
 *
 * @param alone the standards, and then each edge of each parameter beside them
 * @param pairs edges of two parameters at once, at most {@value #MOST_PAIRS}, spread evenly over all there are
 * @param possible how many pairs there are
 */
record EdgeValues(List<SortedMap<String, Value>> alone, List<SortedMap<String, Value>> pairs, int possible) {
    static final int MOST_PAIRS = 200;

    private record Edge(int parameter, String name, Value value) {}

    static EdgeValues of(GoldenPath path) {
        SortedMap<String, Value> needed = new TreeMap<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < path.parameters().size(); i++) {
            Parameter parameter = path.parameters().get(i);
            for (Value value : parameter.edges()) {
                edges.add(new Edge(i, parameter.name(), value));
            }
            if (parameter.required() && parameter.standard() == null) {
                parameter.edges().stream().findFirst().ifPresent(value -> needed.put(parameter.name(), value));
            }
        }
        List<SortedMap<String, Value>> alone = new ArrayList<>(List.of(needed));
        edges.forEach(edge -> alone.add(with(needed, edge)));
        List<SortedMap<String, Value>> pairs = new ArrayList<>();
        for (Edge one : edges) {
            edges.stream()
                    .filter(other -> other.parameter() > one.parameter())
                    .forEach(other -> pairs.add(with(with(needed, one), other)));
        }
        return new EdgeValues(alone.stream().distinct().toList(), spread(pairs), pairs.size());
    }

    private static SortedMap<String, Value> with(SortedMap<String, Value> values, Edge edge) {
        SortedMap<String, Value> more = new TreeMap<>(values);
        more.put(edge.name(), edge.value());
        return more;
    }

    private static List<SortedMap<String, Value>> spread(List<SortedMap<String, Value>> pairs) {
        int count = Math.min(MOST_PAIRS, pairs.size());
        List<SortedMap<String, Value>> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(pairs.get((int) ((long) i * pairs.size() / count)));
        }
        return chosen;
    }
}

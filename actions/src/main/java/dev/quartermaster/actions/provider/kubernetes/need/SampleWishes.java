package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values to try a golden path with: as it is when nothing is said, and then every choice, with as little and with as
 * much of everything as may be asked for.
 */
final class SampleWishes {
    private SampleWishes() {}

    /** The first is the one where nothing is said. */
    static List<Map<String, Value>> of(GoldenPath path) {
        var needed = new TreeMap<String, Value>();
        var most = new TreeMap<String, Value>();
        for (var parameter : path.parameters()) {
            if (parameter.required() && parameter.standard() == null) {
                needed.put(parameter.name(), sample(parameter));
            }
            if (parameter.type() == Parameter.Type.INTEGER && parameter.max() != null) {
                most.put(parameter.name(), parameter.max());
            }
        }
        var wishes = new ArrayList<Map<String, Value>>();
        wishes.add(needed);
        for (var much : List.of(Map.<String, Value>of(), most)) {
            wishes.add(with(needed, much));
            path.parameters().stream()
                    .filter(parameter ->
                            parameter.type() == Parameter.Type.CHOICE || parameter.type() == Parameter.Type.PRESET)
                    .forEach(parameter -> parameter
                            .options()
                            .forEach(option -> wishes.add(
                                    with(with(needed, much), Map.of(parameter.name(), new Value.Text(option))))));
        }
        return wishes.stream().distinct().toList();
    }

    private static Value sample(Parameter parameter) {
        if (parameter.min() != null && parameter.type() != Parameter.Type.TEXT) {
            return parameter.min();
        }
        return switch (parameter.type()) {
            case SCHEDULE -> Value.Schedule.of("every weekday at 9");
            case CHOICE, PRESET, IMAGE ->
                new Value.Text(
                        parameter.options().isEmpty()
                                ? "sample"
                                : parameter.options().getFirst());
            case TEXT, NAME -> new Value.Text("sample");
            case INTEGER -> new Value.Whole(1);
            case QUANTITY, DURATION -> new Value.Text("1");
        };
    }

    private static Map<String, Value> with(Map<String, Value> some, Map<String, Value> more) {
        var all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }
}

package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Kind;
import dev.quartermaster.intents.part.PartType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one golden path may name. In manifests and links a size is written as Kubernetes writes it
 * ({@code 2Gi}); in prices it is a number of GiB. A schedule is a cron line there, and in prices how often it comes an hour. A preset is no value, it stands for others.
 *
 * @param names what manifests may name, apart from what other parts give
 */
public record PathExpressions(Map<String, Kind> names, Expressions manifests, Expressions prices) {
    private static final Map<String, Kind> AROUND = Map.of(
            "lease.id", Kind.WORDS,
            "lease.host", Kind.WORDS,
            "lease.purpose", Kind.WORDS,
            "team.id", Kind.WORDS,
            "team.namespace", Kind.WORDS,
            "person.id", Kind.WORDS,
            "person.name", Kind.WORDS,
            "person.email", Kind.WORDS,
            "org.name", Kind.WORDS,
            "org.zone", Kind.WORDS);

    /** What a path's {@code ready} may name: the observed objects, as lists of trees. */
    public static final Map<String, Kind> READY = Map.of("objects", Kind.TREES);

    /** What a path's idle evidence may name: busy kernels, open connections, load of GPUs and cores from 0 to 1. */
    public static final Map<String, Kind> IDLE =
            Map.of("kernels", Kind.WHOLE, "connections", Kind.WHOLE, "gpu", Kind.NUMBER, "cpu", Kind.NUMBER);

    public static PathExpressions of(List<Parameter> parameters) {
        Map<String, Kind> manifests = new HashMap<>(AROUND);
        Map<String, Kind> prices = new HashMap<>();
        for (Parameter parameter : parameters) {
            Kind written = written(parameter.type());
            if (written != null) {
                manifests.put("p." + parameter.name(), written);
                prices.put("p." + parameter.name(), counted(parameter.type()) ? Kind.NUMBER : written);
            }
        }
        return new PathExpressions(Map.copyOf(manifests), Expressions.of(manifests), Expressions.of(prices));
    }

    /** The names for manifests and links, with what the parts before them give. */
    PathExpressions after(Set<String> outputs) {
        if (names.keySet().containsAll(outputs)) {
            return this;
        }
        Map<String, Kind> more = new HashMap<>(names);
        outputs.forEach(output -> more.put(output, Kind.WORDS));
        return new PathExpressions(Map.copyOf(more), Expressions.of(more), prices);
    }

    /** The names that may stand in the parts and links that come after this part. */
    public PathExpressions after(String part, PartType type) {
        return after(Outputs.names(part, type).collect(Collectors.toSet()));
    }

    private static boolean counted(Parameter.Type type) {
        return type == Parameter.Type.QUANTITY || type == Parameter.Type.SCHEDULE;
    }

    private static @Nullable Kind written(Parameter.Type type) {
        return switch (type) {
            case INTEGER -> Kind.WHOLE;
            case QUANTITY, DURATION, CHOICE, IMAGE, TEXT, NAME, SCHEDULE -> Kind.WORDS;
            case PRESET -> null;
        };
    }

    /** Parameters as manifests see them. */
    static Map<String, Object> written(SortedMap<String, Value> parameters) {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach((name, value) -> values.put(
                "p." + name,
                switch (value) {
                    case Value.Whole(var number) -> number;
                    case Value.Quantity size -> size.text();
                    case Value.Span span -> span.text();
                    case Value.Schedule schedule -> schedule.text();
                    case Value.Text(var text) -> Outputs.words(text);
                }));
        return values;
    }

    /** Parameters as prices see them. A GiB count is exact: sizes are whole MiB, and 1/1024 is a binary fraction. */
    static Map<String, Object> counted(SortedMap<String, Value> parameters) {
        Map<String, Object> values = written(parameters);
        parameters.forEach((name, value) -> {
            if (value instanceof Value.Quantity(var gib)) {
                values.put("p." + name, gib.doubleValue());
            } else if (value instanceof Value.Schedule(var cron)) {
                values.put("p." + name, cron.perHour());
            }
        });
        return values;
    }
}

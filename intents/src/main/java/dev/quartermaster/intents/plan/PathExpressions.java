package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.people.GpuNodes;
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
public record PathExpressions(Map<String, ExpressionType> names, Expressions manifests, Expressions prices) {
    private static final Map<String, ExpressionType> AROUND = Map.of(
            "lease.id", ExpressionType.WORDS,
            "lease.host", ExpressionType.WORDS,
            "lease.purpose", ExpressionType.WORDS,
            "team.id", ExpressionType.WORDS,
            "team.namespace", ExpressionType.WORDS,
            "person.id", ExpressionType.WORDS,
            "person.name", ExpressionType.WORDS,
            "person.email", ExpressionType.WORDS,
            "org.name", ExpressionType.WORDS,
            "org.zone", ExpressionType.WORDS);

    private static final String GPU_KIND = "gpu_kind";

    /** What a path's {@code ready} may name: the observed objects, as lists of trees. */
    public static final Map<String, ExpressionType> READY = Map.of("objects", ExpressionType.TREES);

    /** What a path's idle evidence may name: busy kernels, open connections, load of GPUs and cores from 0 to 1. */
    public static final Map<String, ExpressionType> IDLE = Map.of(
            "kernels",
            ExpressionType.WHOLE,
            "connections",
            ExpressionType.WHOLE,
            "gpu",
            ExpressionType.NUMBER,
            "cpu",
            ExpressionType.NUMBER);

    public static PathExpressions of(List<Parameter> parameters) {
        Map<String, ExpressionType> manifests = new HashMap<>(AROUND);
        Map<String, ExpressionType> prices = new HashMap<>();
        for (Parameter parameter : parameters) {
            ExpressionType written = written(parameter.type());
            if (written != null) {
                manifests.put("p." + parameter.name(), written);
                prices.put("p." + parameter.name(), counted(parameter.type()) ? ExpressionType.NUMBER : written);
            }
        }
        if (manifests.containsKey("p." + GPU_KIND)) {
            manifests.put("gpu.label", ExpressionType.WORDS);
            manifests.put("gpu.products", ExpressionType.TEXTS);
        }
        return new PathExpressions(Map.copyOf(manifests), Expressions.of(manifests), Expressions.of(prices));
    }

    /** The names for manifests and links, with what the parts before them give. */
    PathExpressions after(Set<String> outputs) {
        if (names.keySet().containsAll(outputs)) {
            return this;
        }
        Map<String, ExpressionType> more = new HashMap<>(names);
        outputs.forEach(output -> more.put(output, ExpressionType.WORDS));
        return new PathExpressions(Map.copyOf(more), Expressions.of(more), prices);
    }

    /** The names that may stand in the parts and links that come after this part. */
    public PathExpressions after(String part, PartType type) {
        return after(Outputs.names(part, type).collect(Collectors.toSet()));
    }

    private static boolean counted(Parameter.Type type) {
        return type == Parameter.Type.QUANTITY || type == Parameter.Type.SCHEDULE;
    }

    private static @Nullable ExpressionType written(Parameter.Type type) {
        return switch (type) {
            case INTEGER -> ExpressionType.WHOLE;
            case QUANTITY, DURATION, CHOICE, IMAGE, TEXT, NAME, SCHEDULE -> ExpressionType.WORDS;
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
                    case Value.Relative relative -> relative.text();
                    case Value.Text(var text) -> Outputs.words(text);
                }));
        return values;
    }

    /** Of the kind of GPU that is asked for: the nodes' label, and what it says there. */
    static Map<String, Object> gpu(SortedMap<String, Value> parameters, GpuNodes nodes) {
        return parameters.get(GPU_KIND) instanceof Value.Text(var kind)
                ? Map.of("gpu.label", nodes.label(), "gpu.products", nodes.products(kind))
                : Map.of();
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

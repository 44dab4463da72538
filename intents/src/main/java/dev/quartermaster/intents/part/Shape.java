package dev.quartermaster.intents.part;

import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a value in a part's spec looks like. Where a text or a number is wanted, {@code ${…}} may stand for it; words and
 * names of datasets are written out, because rules are judged by them.
 */
public sealed interface Shape
        permits Shape.Text, Shape.Words, Shape.Whole, Shape.Dataset, Shape.Items, Shape.Entries, Written {
    static Shape text() {
        return new Text();
    }

    static Shape words(String... words) {
        return new Words(List.of(words));
    }

    static Shape whole(long least, long most) {
        return new Whole(least, most);
    }

    /** The name of a dataset of the catalogue, or of all of a schema: a part with one reaches what it names. */
    static Shape dataset() {
        return new Dataset();
    }

    static Shape list(Shape each) {
        return new Items(each);
    }

    /** Text that the whole of a regular expression fits; numbers are text as well, as they are written. */
    static Written.Form form(String pattern) {
        return new Written.Form(pattern);
    }

    /** A whole number that is written out. */
    static Shape count(long least, long most) {
        return new Written.Count(least, most);
    }

    static Shape flag() {
        return new Written.Flag();
    }

    /** A map whose keys are names. */
    static Shape named(Shape each) {
        return new Written.Named(each);
    }

    /** Which of them it is, whoever reads it tells. */
    static Shape either(Shape... shapes) {
        return new Written.Either(List.of(shapes));
    }

    /** Every list, map or value. */
    static Shape anything() {
        return new Written.Anything();
    }

    static Entries map() {
        return new Entries(Map.of(), false);
    }

    /** Reports what is wrong, where it stands. @param datasets reports a name that the catalogue doesn't have */
    void check(Node node, Consumer<Node> datasets);

    Map<String, Object> jsonSchema();

    /** The names of datasets in a tree of this shape, as written. */
    default Stream<String> datasets(Object tree) {
        return Stream.empty();
    }

    record Text() implements Shape {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.text();
        }

        /** What YAML takes for a number or a truth value is text here, as it is written. */
        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", List.of("string", "number", "boolean"), "pattern", "\\S");
        }
    }

    record Words(List<String> words) implements Shape {
        public Words {
            words = List.copyOf(words);
        }

        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.oneOf(words);
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("enum", words);
        }
    }

    record Whole(long least, long most) implements Shape {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            if (!expression(node)) {
                node.whole()
                        .filter(number -> number < least || number > most)
                        .ifPresent(number -> node.problem(
                                number + " is not a whole number from " + least + " to " + most + ".",
                                "Correct it on this line."));
            }
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return orExpression(Map.of("type", "integer", "minimum", least, "maximum", most));
        }
    }

    record Dataset() implements Shape {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            datasets.accept(node);
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "string", "pattern", "^[^.]+\\.[^.]+$");
        }

        @Override
        public Stream<String> datasets(Object tree) {
            return Stream.of(tree.toString());
        }
    }

    record Items(Shape each) implements Shape {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.list().forEach(item -> each.check(item, datasets));
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "array", "items", each.jsonSchema());
        }

        @Override
        public Stream<String> datasets(Object tree) {
            return tree instanceof List<?> list ? list.stream().flatMap(each::datasets) : Stream.empty();
        }
    }

    /** @param open whether keys that aren't named here may stand there as well */
    record Entries(Map<String, SpecField> fields, boolean open) implements Shape {
        public Entries {
            fields = new LinkedHashMap<>(fields);
        }

        public Entries with(String key, Shape shape) {
            return and(key, SpecField.required(shape));
        }

        public Entries perhaps(String key, Shape shape) {
            return and(key, SpecField.optional(shape));
        }

        private Entries and(String key, SpecField field) {
            Map<String, SpecField> more = new LinkedHashMap<>(fields);
            more.put(key, field);
            return new Entries(more, open);
        }

        /** As a map of these keys; every other is reported. What stands there is whoever's who reads it. */
        public Fields open(Node node) {
            return open ? node.names() : node.fields(fields.keySet().toArray(String[]::new));
        }

        /** The same with what another has as well. */
        public Entries and(Entries other) {
            Map<String, SpecField> more = new LinkedHashMap<>(fields);
            more.putAll(other.fields);
            return new Entries(more, open);
        }

        /** The same, where what isn't named here is somebody else's to understand. */
        public Entries andMore() {
            return new Entries(fields, true);
        }

        @Override
        public void check(Node node, Consumer<Node> datasets) {
            check(node, Set.of(), datasets);
        }

        /** @param around keys that stand in the same map and are read by somebody else; what the map is then */
        public Fields check(Node node, Set<String> around, Consumer<Node> datasets) {
            Fields read = open
                    ? node.names()
                    : node.fields(Stream.concat(around.stream().sorted(), fields.keySet().stream())
                            .toArray(String[]::new));
            fields.forEach((key, field) -> {
                if (field.required()) {
                    field.shape().check(read.required(key), datasets);
                } else {
                    read.optional(key).ifPresent(value -> field.shape().check(value, datasets));
                }
            });
            return read;
        }

        @Override
        public Map<String, Object> jsonSchema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            fields.forEach((key, field) -> properties.put(key, field.shape().jsonSchema()));
            List<String> required = fields.keySet().stream()
                    .filter(key -> fields.get(key).required())
                    .toList();
            Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object"));
            schema.put("properties", properties);
            schema.put("required", required);
            schema.put("additionalProperties", open);
            return schema;
        }

        @Override
        public Stream<String> datasets(Object tree) {
            return tree instanceof Map<?, ?> map
                    ? fields.entrySet().stream()
                            .filter(field -> map.containsKey(field.getKey()))
                            .flatMap(field -> field.getValue().shape().datasets(map.get(field.getKey())))
                    : Stream.empty();
        }
    }

    private static boolean expression(Node node) {
        return node.plainText().filter(text -> text.contains("${")).isPresent();
    }

    private static Map<String, Object> orExpression(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "string", "pattern", "\\$\\{")));
    }
}

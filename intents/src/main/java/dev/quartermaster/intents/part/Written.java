package dev.quartermaster.intents.part;

import dev.quartermaster.intents.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a value in a file of the organisation looks like, where no expression stands for it. */
public sealed interface Written extends Shape {
    record Form(String pattern) implements Written {
        public boolean fits(String text) {
            return text.matches(pattern);
        }

        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.as(text -> {
                if (!fits(text)) {
                    throw new IllegalArgumentException("\"" + text + "\" is not of the form " + pattern);
                }
                return text;
            });
        }

        @Override
        public Map<String, Object> jsonSchema() {
            Map<String, Object> text = Map.of("type", "string", "pattern", "^(?:" + pattern + ")$");
            Map<String, Object> number = fits("-1") ? Map.of("type", "number") : Map.of("type", "number", "minimum", 0);
            return fits("1") || fits("0.5") ? Map.of("anyOf", List.of(text, number)) : text;
        }
    }

    record Count(long least, long most) implements Written {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.whole((int) least, (int) most);
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "integer", "minimum", least, "maximum", most);
        }
    }

    record Flag() implements Written {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.flag();
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "boolean");
        }
    }

    record Named(Shape each) implements Written {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            node.names().entries().values().forEach(value -> each.check(value, datasets));
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("type", "object", "additionalProperties", each.jsonSchema());
        }
    }

    record Either(List<Shape> shapes) implements Written {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            // Its reader tells.
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of("anyOf", shapes.stream().map(Shape::jsonSchema).toList());
        }
    }

    record Anything() implements Written {
        @Override
        public void check(Node node, Consumer<Node> datasets) {
            // There is nothing it may not be.
        }

        @Override
        public Map<String, Object> jsonSchema() {
            return Map.of();
        }
    }
}

package dev.quartermaster.intents.config;

import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Parameter.Type;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.reading.slash.Commands;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a golden path's {@code parameters}. Those before it are known, so that a preset can stand for them. */
final class ParameterEntry {
    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_OPTION = 60;
    private static final List<String> TYPES =
            Stream.of(Type.values()).map(Type::word).toList();
    private static final String NAME = "[a-z][a-z0-9_]{0,30}";
    static final Shape.Entries SHAPE = Shape.map()
            .with("name", Shape.form(NAME))
            .with("type", Shape.words(TYPES.toArray(String[]::new)))
            .perhaps("about", Shape.text())
            .perhaps("default", Shape.text())
            .perhaps("min", Shape.text())
            .perhaps("max", Shape.text())
            .perhaps("of", Shape.list(Shape.text()))
            .perhaps(
                    "options",
                    Shape.either(
                            Shape.list(Shape.text()),
                            Shape.named(Shape.either(Shape.text(), Shape.list(Shape.text())))))
            .perhaps("required", Shape.flag());
    private static final Value MOST_CHARACTERS = new Value.Whole(200);

    /** Words that an expression cannot hold as a name (CEL's grammar). */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    /** What every launch takes, so that nobody could ever say a value for a parameter of that name. */
    private static final Set<String> OPTIONS = Commands.launchTakes();

    private final Map<String, Parameter> earlier;

    ParameterEntry(Map<String, Parameter> earlier) {
        this.earlier = earlier;
    }

    Optional<Parameter> read(Node node) {
        Fields fields = SHAPE.open(node);
        Optional<String> name = fields.required("name").as(ParameterEntry::name);
        Optional<Type> type = fields.required("type").oneOf(TYPES).map(ParameterEntry::type);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Type is = type.get();
        String about = fields.optional("about").flatMap(Node::text).orElse("");
        Optional<Value> min = fields.optional("min").flatMap(each -> each.as(is::read));
        Optional<Value> max = fields.optional("max").flatMap(each -> each.as(bound(is)::read));
        Optional<Value> standard = fields.optional("default").flatMap(each -> each.as(is::read));
        boolean required = fields.optional("required").flatMap(Node::flag).orElse(false);
        Map<String, Map<String, Value>> presets = switch (is) {
            case PRESET -> presets(fields);
            case IMAGE -> named(fields);
            case INTEGER, QUANTITY, DURATION, CHOICE, TEXT, NAME, SCHEDULE -> Map.of();
        };
        List<String> options = is == Type.CHOICE ? fields.required("options").texts() : List.copyOf(presets.keySet());
        choosable(fields, is, options);
        unfit(fields, is);
        if (standard.isEmpty() && !required && is != Type.PRESET) {
            fields.required("default");
        }
        Optional<Parameter> made = fields.build(() -> new Parameter(
                name.orElseThrow(),
                is,
                about,
                standard.orElse(null),
                min.orElse(null),
                max.orElse(words(is) ? MOST_CHARACTERS : null),
                options,
                presets,
                required));
        made.ifPresent(parameter -> inBounds(parameter, parameter.standard(), fields.key("default")));
        made.filter(parameter -> is == Type.IMAGE)
                .ifPresent(parameter -> parameter
                        .presets()
                        .values()
                        .forEach(named -> inBounds(parameter, named.get("image"), fields.key("options"))));
        return made;
    }

    /** In a form, whose selects take no more. Source: Slack, "Select menu element". */
    private static void choosable(Fields fields, Type is, List<String> options) {
        boolean many = options.size() > MOST_OPTIONS
                || options.stream().anyMatch(option -> option.isBlank() || option.length() > LONGEST_OPTION);
        if ((is == Type.CHOICE || is == Type.PRESET) && (many || options.isEmpty())) {
            fields.key("options")
                    .problem(
                            "There are " + options.size() + " options, or one of them is too long or empty.",
                            "Give 1 to " + MOST_OPTIONS + " of them, each of at most " + LONGEST_OPTION
                                    + " characters.");
        }
    }

    private static String name(String name) {
        if (!name.matches(NAME) || RESERVED.contains(name)) {
            throw new IllegalArgumentException("\"" + name
                    + "\" cannot be a parameter's name (lower case letters, digits and _, no reserved word)");
        }
        if (OPTIONS.contains(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be a parameter's name: every launch takes --"
                    + name + " already, call it for example " + name + "_what");
        }
        return name;
    }

    private static Type type(String word) {
        return Stream.of(Type.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static boolean words(Type type) {
        return type == Type.TEXT || type == Type.NAME || type == Type.IMAGE;
    }

    private static Type bound(Type type) {
        return words(type) ? Type.INTEGER : type;
    }

    /** Keys that mean nothing for the type are most likely a misunderstanding, and numbers need an upper bound. */
    private static void unfit(Fields fields, Type type) {
        List<String> bounds = switch (type) {
            case INTEGER, QUANTITY, DURATION -> List.of("of", "options");
            case TEXT, NAME -> List.of("min", "of", "options");
            case IMAGE -> List.of("min", "of");
            case CHOICE -> List.of("min", "max", "of");
            case SCHEDULE -> List.of("min", "max", "of", "options");
            case PRESET -> List.of("min", "max", "default", "required");
        };
        bounds.stream()
                .filter(key -> fields.optional(key).isPresent())
                .forEach(key -> fields.key(key).problem("A " + type.word() + " has no " + key + ".", "Remove it."));
        if (type == Type.INTEGER || type == Type.QUANTITY || type == Type.DURATION) {
            fields.required("max");
        }
    }

    /** What people call images: {@code options: {r and scala: registry/name:tag}}. */
    private static Map<String, Map<String, Value>> named(Fields fields) {
        Map<String, Map<String, Value>> named = new LinkedHashMap<>();
        fields.optional("options")
                .ifPresent(node -> node.names()
                        .entries()
                        .forEach((words, image) -> image.text()
                                .ifPresent(text -> named.put(words, Map.of("image", new Value.Text(text))))));
        return named;
    }

    private Map<String, Map<String, Value>> presets(Fields fields) {
        List<Parameter> of = new ArrayList<>();
        for (Node each : fields.required("of").list()) {
            each.oneOf(List.copyOf(earlier.keySet())).ifPresent(name -> of.add(earlier.get(name)));
        }
        Map<String, Map<String, Value>> presets = new LinkedHashMap<>();
        fields.required("options").names().entries().forEach((name, values) -> presets.put(name, preset(of, values)));
        return presets;
    }

    private static Map<String, Value> preset(List<Parameter> of, Node values) {
        List<Node> items = values.list();
        if (items.size() != of.size()) {
            values.problem(
                    "There are " + items.size() + " values for " + of.size() + " parameters.", "Give one for each.");
            return Map.of();
        }
        Map<String, Value> preset = new LinkedHashMap<>();
        for (int i = 0; i < of.size(); i++) {
            Parameter parameter = of.get(i);
            Node item = items.get(i);
            item.as(parameter.type()::read).ifPresent(value -> {
                inBounds(parameter, value, item);
                preset.put(parameter.name(), value);
            });
        }
        return preset;
    }

    private static void inBounds(Parameter parameter, @Nullable Value value, Node at) {
        if (value != null && parameter.nearest(value).filter(value::equals).isEmpty()) {
            at.problem(
                    value.text() + " is outside the bounds of " + parameter.name() + ".",
                    "Use " + parameter.valid() + ".");
        }
    }
}

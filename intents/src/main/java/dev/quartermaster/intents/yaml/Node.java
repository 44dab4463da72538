package dev.quartermaster.intents.yaml;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a file. Reading it as something it is not adds a problem with file and line and gives an empty answer, so
 * that a reader can go on and name everything that is wrong at once. An absent node (a required key that is missing)
 * gives empty answers and adds nothing more.
 */
public final class Node {
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

    private final String file;
    private final org.yaml.snakeyaml.nodes.@Nullable Node node;
    private final int line;
    private final List<Problem> problems;

    Node(String file, org.yaml.snakeyaml.nodes.Node node, List<Problem> problems) {
        this(file, node, lineOf(node), problems);
    }

    private Node(String file, org.yaml.snakeyaml.nodes.@Nullable Node node, int line, List<Problem> problems) {
        this.file = file;
        this.node = node;
        this.line = line;
        this.problems = problems;
    }

    /** A place that is not there, already reported. */
    public static Node absent(String file, int line, List<Problem> problems) {
        return new Node(file, null, line, problems);
    }

    static int lineOf(org.yaml.snakeyaml.nodes.Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The same place, telling somebody else what is wrong with it. */
    public Node reportingTo(List<Problem> others) {
        return new Node(file, node, line, others);
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    public boolean absent() {
        return node == null;
    }

    /** Reports something about this place. @param todo the next step, a sentence */
    public void problem(String what, String todo) {
        problems.add(new Problem(file, line, what, todo));
    }

    /** As a map; every key not in {@code keys} is reported with the nearest that is. */
    public Fields fields(String... keys) {
        return new Fields(this, entries("a map (key: value)"), List.of(keys), problems);
    }

    /** As a map whose keys are names, not words of ours. */
    public Fields names() {
        return new Fields(this, entries("a map (name: value)"), null, problems);
    }

    /** As a list. */
    public List<Node> list() {
        if (node instanceof SequenceNode list && list.getTag().equals(Tag.SEQ)) {
            return list.getValue().stream()
                    .map(each -> new Node(file, each, problems))
                    .toList();
        }
        wrong("a list ([a, b] or lines with - )");
        return List.of();
    }

    /** As text, whatever YAML would make of it: {@code no} stays "no". Never blank. */
    public Optional<String> text() {
        if (node instanceof ScalarNode scalar
                && standard(scalar)
                && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        wrong("text");
        return Optional.empty();
    }

    /** The text of a scalar, if it is one; nothing is reported when not. */
    public Optional<String> plainText() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** As what {@code make} makes of the text; its IllegalArgumentException's message becomes the problem. */
    public <T> Optional<T> as(Function<String, T> make) {
        return text().flatMap(text -> {
            try {
                return Optional.of(make.apply(text));
            } catch (IllegalArgumentException refused) {
                problem(refused.getMessage() + ".", "Correct it on this line.");
                return Optional.empty();
            }
        });
    }

    /** As one of these words. */
    public Optional<String> oneOf(List<String> words) {
        return text().filter(word -> {
            boolean valid = words.contains(word);
            if (!valid) {
                problem("\"" + word + "\" is not known here.", NearestWord.todo(word, words));
            }
            return valid;
        });
    }

    /** As a whole number. */
    public Optional<Long> whole() {
        if (node instanceof ScalarNode scalar && Scalars.of(scalar) instanceof Long number) {
            return Optional.of(number);
        }
        wrong("a whole number");
        return Optional.empty();
    }

    /** As a whole number within these bounds. */
    public Optional<Integer> whole(int least, int most) {
        return whole().filter(number -> {
                    boolean within = number >= least && number <= most;
                    if (!within) {
                        problem(
                                number + " is not a whole number from " + least + " to " + most + ".",
                                "Correct it on this line.");
                    }
                    return within;
                })
                .map(Long::intValue);
    }

    /** As {@code true} or {@code false}. */
    public Optional<Boolean> flag() {
        if (node instanceof ScalarNode scalar && Scalars.of(scalar) instanceof Boolean flag) {
            return Optional.of(flag);
        }
        wrong("true or false");
        return Optional.empty();
    }

    /** Each item of a list as text. */
    public List<String> texts() {
        return list().stream().flatMap(each -> each.text().stream()).toList();
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** As plain data: maps in file order, lists, String, Long, Double, Boolean; never null. Empty when something was wrong. */
    public Optional<Object> tree() {
        int before = problems.size();
        Object tree = plain();
        return problems.size() == before ? Optional.ofNullable(tree) : Optional.empty();
    }

    private @Nullable Object plain() {
        if (node instanceof MappingNode) {
            return names().toMap(Node::plain);
        }
        if (node instanceof SequenceNode) {
            return list().stream().map(Node::plain).filter(Objects::nonNull).toList();
        }
        if (node instanceof ScalarNode scalar && standard(scalar)) {
            Object value = Scalars.of(scalar);
            if (value == null) {
                problem(
                        "There is no value here.",
                        "Give one ({} for an empty map, \"\" for empty text) or remove the key.");
            }
            return value;
        }
        wrong("a value");
        return null;
    }

    private List<Fields.Entry> entries(String wanted) {
        if (node instanceof MappingNode map && map.getTag().equals(Tag.MAP)) {
            return map.getValue().stream()
                    .map(each -> new Fields.Entry(
                            new Node(file, each.getKeyNode(), problems), new Node(file, each.getValueNode(), problems)))
                    .toList();
        }
        wrong(wanted);
        return List.of();
    }

    private static boolean standard(ScalarNode scalar) {
        return PLAIN.contains(scalar.getTag());
    }

    private void wrong(String wanted) {
        if (node != null) {
            problem("Here stands " + kind() + " where " + wanted + " is wanted.", "Write " + wanted + ".");
        }
    }

    private String kind() {
        return switch (node) {
            case MappingNode map -> "a map";
            case SequenceNode list -> "a list";
            case ScalarNode scalar when !standard(scalar) -> "the tag " + scalar.getTag();
            case ScalarNode scalar when scalar.getValue().isBlank() -> "nothing";
            case ScalarNode scalar -> "\"" + shortened(scalar.getValue()) + "\"";
            case null, default -> "something else";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}

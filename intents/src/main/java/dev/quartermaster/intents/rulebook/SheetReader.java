package dev.quartermaster.intents.rulebook;

import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds where each rule and each test of a file begins and ends. What they say is the file's own text, never text made
 * anew from what was read, so that comments and line breaks survive an edit elsewhere.
 */
final class SheetReader {
    private static final Pattern NOTHING_SAID = Pattern.compile("\\s*(?:#.*)?");
    private static final Pattern ITEM = Pattern.compile("(\\s*-\\s+)\\S.*");

    private final String file;
    private final List<String> lines;

    private SheetReader(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /** Empty when it is not YAML, or no map. */
    static Optional<RuleSheet> read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        return YamlFile.read(file, text, problems)
                .filter(Node::isMap)
                .map(root -> new SheetReader(file, text).sheet(root.names()));
    }

    private RuleSheet sheet(Fields fields) {
        Optional<Fields> metadata =
                fields.optional("metadata").filter(Node::isMap).map(Node::names);
        List<Lines> rules = items(fields, "rules");
        List<Node> nodes = nodes(fields, "rules");
        List<RuleText> read = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            read.add(rule(nodes.get(at), rules.get(at)));
        }
        List<Lines> tests = tests(fields);
        return new RuleSheet(
                file,
                text(metadata, "title"),
                text(metadata, "owner"),
                read,
                tests.stream().map(this::test).toList(),
                testLines(fields, tests));
    }

    private RuleText rule(Node node, Lines where) {
        Optional<Fields> fields = Optional.of(node).filter(Node::isMap).map(Node::names);
        return new RuleText(
                file,
                text(fields, "id"),
                text(fields, "then"),
                text(fields, "because").replaceAll("\\s+", " ").strip(),
                undented(where),
                where);
    }

    private static String text(Optional<Fields> fields, String key) {
        return fields.flatMap(each -> each.optional(key))
                .flatMap(Node::plainText)
                .orElse("");
    }

    private static List<Node> nodes(Fields fields, String key) {
        return fields.optional(key).filter(Node::isList).map(Node::list).orElse(List.of());
    }

    /** Each item from its dash up to the last line that says something before the next one, or before the next key. */
    private List<Lines> items(Fields fields, String key) {
        List<Node> nodes = nodes(fields, key);
        int end = end(fields, key);
        List<Lines> found = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            int next = at + 1 < nodes.size() ? nodes.get(at + 1).line() - 1 : end;
            found.add(trimmed(nodes.get(at).line(), next));
        }
        return found;
    }

    private int end(Fields fields, String key) {
        int start = fields.key(key).line();
        return fields.entries().keySet().stream()
                .map(each -> fields.key(each).line())
                .filter(line -> line > start)
                .min(Integer::compare)
                .map(line -> line - 1)
                .orElse(lines.size());
    }

    private Lines trimmed(int first, int last) {
        int end = last;
        while (end > first && NOTHING_SAID.matcher(lines.get(end - 1)).matches()) {
            end--;
        }
        return new Lines(first, end);
    }

    /** None where they share the key's line. */
    private List<Lines> tests(Fields fields) {
        List<Lines> tests = items(fields, "tests");
        boolean own = tests.stream()
                .allMatch(each -> each.first() > fields.key("tests").line());
        return own ? tests : List.of();
    }

    /** Behind everything where there are none. */
    private Lines testLines(Fields fields, List<Lines> tests) {
        if (tests.isEmpty()) {
            return new Lines(lines.size() + 1, lines.size());
        }
        return new Lines(fields.key("tests").line() + 1, tests.getLast().last());
    }

    /** A list item's dash with the blanks around it; empty when the line begins none. */
    static String dash(String line) {
        var item = ITEM.matcher(line);
        return item.matches() ? item.group(1) : "";
    }

    /** Empty where two items share a line: a dash of its own is what makes one editable. */
    private String undented(Lines where) {
        int depth = dash(lines.get(where.first() - 1)).length();
        if (depth == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder(lines.get(where.first() - 1).substring(depth));
        for (int line = where.first() + 1; line <= where.last(); line++) {
            text.append('\n').append(Indent.less(lines.get(line - 1), depth));
        }
        return text.toString();
    }

    /** With its dash, and with the comments right above it, which say what it is about. */
    private RuleSheet.Test test(Lines where) {
        int first = where.first();
        while (first > 1 && lines.get(first - 2).strip().startsWith("#")) {
            first--;
        }
        int depth = Indent.of(lines.get(where.first() - 1));
        StringBuilder text = new StringBuilder();
        for (int line = first; line <= where.last(); line++) {
            text.append(line == first ? "" : "\n").append(Indent.less(lines.get(line - 1), depth));
        }
        return new RuleSheet.Test(text.toString(), where);
    }
}

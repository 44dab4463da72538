package dev.quartermaster.intents.yaml;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;

/**
 * Reads one YAML document to a {@link Node}. Nothing is constructed from it: no tags, no aliases (ten lines of them can
 * stand for a billion nodes), at most {@value #MAX_CHARACTERS} characters and {@value #MAX_DEPTH} levels.
 */
public final class YamlFile {
    static final int MAX_CHARACTERS = 512 * 1024;
    static final int MAX_DEPTH = 40;

    private YamlFile() {}

    /** The document, or empty with at least one problem added that says where and why. */
    public static Optional<Node> read(String file, String text, List<Problem> problems) {
        try {
            var refused = new Refusals(file, problems);
            reader().parse(new StringReader(text)).forEach(refused::see);
            if (refused.any()) {
                return Optional.empty();
            }
            org.yaml.snakeyaml.nodes.Node root = reader().compose(new StringReader(text));
            if (root == null) {
                problems.add(new Problem(file, 1, "The file is empty.", "Write what it is for, or remove the file."));
                return Optional.empty();
            }
            return Optional.of(new Node(file, root, problems));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark() != null ? broken.getProblemMark() : broken.getContextMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            problems.add(
                    new Problem(
                            file,
                            line,
                            "This is not YAML: " + broken.getProblem() + ".",
                            "Look at this line and the one before: indentation in spaces, quotes closed, text with ': ' quoted."));
        } catch (YAMLException tooMuch) {
            problems.add(new Problem(
                    file, 0, "It cannot be read: " + tooMuch.getMessage() + ".", "Make the file smaller and plainer."));
        }
        return Optional.empty();
    }

    private static Yaml reader() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        return new Yaml(options);
    }

    /** What YAML allows and a file that people review should not hold. */
    private static final class Refusals {
        private final String file;
        private final List<Problem> problems;
        private final int before;
        private int documents;
        private int depth;

        Refusals(String file, List<Problem> problems) {
            this.file = file;
            this.problems = problems;
            this.before = problems.size();
        }

        void see(Event event) {
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                problems.add(new Problem(
                        file, line, "*" + alias.getAnchor() + " refers to another place.", "Write it out here."));
            }
            deepen(event, line);
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                problems.add(
                        new Problem(file, line, "A second document starts here.", "Put it into a file of its own."));
            }
        }

        /** Stops the parser itself: its time grows with the square of the depth. */
        private void deepen(Event event, int line) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw new YAMLException("line " + line + " is more than " + MAX_DEPTH + " levels deep");
            }
        }

        boolean any() {
            return problems.size() > before;
        }
    }
}

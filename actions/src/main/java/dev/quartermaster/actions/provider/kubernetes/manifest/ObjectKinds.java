package dev.quartermaster.actions.provider.kubernetes.manifest;

import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of kinds of objects: the file {@value #FILE}, which says what its words mean. */
public final class ObjectKinds {
    private static final String FILE = "kinds.yaml";
    private static final ObjectKinds STANDARD = standard();

    private final Map<String, Known> kinds = new HashMap<>();

    /** @param deleted when the part is stopped. @param held fields of its spec, then */
    private record Known(
            boolean runs,
            boolean deleted,
            Map<String, Object> held,
            @Nullable Expression done,
            @Nullable Expression failed,
            String failure,
            @Nullable Expression why,
            @Nullable Expression waits,
            String progress,
            List<String> columns,
            @Nullable Expression outdated,
            @Nullable Resized resized) {
        static final Known NOTHING =
                new Known(false, false, Map.of(), null, null, "", null, null, "", List.of(), null, null);
    }

    /** @param fields of its spec that can change. @param words for whoever uses it; empty: nobody notices */
    record Resized(List<String> fields, String words) {}

    /** @throws IllegalArgumentException with everything that is wrong with the text */
    ObjectKinds(String text) {
        List<Problem> problems = new ArrayList<>();
        var expressions = Expressions.of(Map.of("o", ExpressionType.TREE));
        YamlFile.read(FILE, text, problems)
                .ifPresent(root ->
                        root.names().entries().forEach((kind, node) -> kinds.put(kind, known(node, expressions))));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
    }

    private static ObjectKinds standard() {
        try (InputStream file = Objects.requireNonNull(ObjectKinds.class.getResourceAsStream(FILE))) {
            return new ObjectKinds(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The kinds that the file describes. */
    public static ObjectKinds known() {
        return STANDARD;
    }

    private static Known known(Node node, Expressions expressions) {
        var fields = node.fields(
                "runs",
                "stopped",
                "done",
                "failed",
                "failure",
                "why",
                "waits",
                "progress",
                "columns",
                "outdated",
                "resized");
        var stopped = fields.optional("stopped").flatMap(Node::tree).orElse(Map.of());
        return new Known(
                fields.optional("runs").flatMap(Node::flag).orElse(false),
                stopped.equals("delete"),
                Tree.of(stopped).fields(),
                expression(fields.optional("done"), expressions, ExpressionType.TRUTH),
                expression(fields.optional("failed"), expressions, ExpressionType.TRUTH),
                fields.optional("failure").flatMap(Node::text).orElse(""),
                expression(fields.optional("why"), expressions, ExpressionType.WORDS),
                expression(fields.optional("waits"), expressions, ExpressionType.TRUTH),
                fields.optional("progress").flatMap(Node::text).orElse(""),
                fields.optional("columns").map(Node::texts).orElse(List.of()),
                expression(fields.optional("outdated"), expressions, ExpressionType.TRUTH),
                fields.optional("resized").map(ObjectKinds::resized).orElse(null));
    }

    private static Resized resized(Node node) {
        var fields = node.fields("fields", "words");
        return new Resized(
                fields.optional("fields").map(Node::texts).orElse(List.of()),
                fields.optional("words").flatMap(Node::text).orElse(""));
    }

    private static @Nullable Expression expression(
            Optional<Node> node, Expressions expressions, ExpressionType wanted) {
        var text = node.flatMap(Node::text);
        if (text.isEmpty()) {
            return null;
        }
        return switch (expressions.compile(text.get(), wanted)) {
            case Compiled.Good(var good) -> good;
            case Compiled.Faulty(var what, var todo) -> {
                node.get().problem(what, todo);
                yield null;
            }
        };
    }

    /** Whether it has pods, and is not only what those need. */
    public boolean runs(String kind) {
        return of(kind).runs();
    }

    /** Whether nothing is left of it while its part is stopped. */
    boolean deletedWhenStopped(String kind) {
        return of(kind).deleted();
    }

    /** Fields of its spec while its part is stopped. */
    Map<String, Object> heldBy(String kind) {
        return of(kind).held();
    }

    /** Whether it is there to run to an end. */
    public boolean ends(Tree object) {
        return of(object).done() != null;
    }

    public boolean done(Tree object) {
        return holds(of(object).done(), object);
    }

    /** Why the cluster has given it up, in words; empty: it has not. */
    public Optional<String> failure(Tree object) {
        var known = of(object);
        if (!holds(known.failed(), object)) {
            return Optional.empty();
        }
        var why = known.why() == null ? "" : ForeignWords.brief(words(known.why(), object));
        return Optional.of(known.failure() + (why.isEmpty() ? "." : ": " + why));
    }

    /** Whether events about it may say why it isn't ready. */
    public boolean waits(Tree object) {
        return holds(of(object).waits(), object);
    }

    /** Whether what was applied last is not what runs yet. */
    public boolean outdated(Tree object) {
        return holds(of(object).outdated(), object);
    }

    /** What of it can change while it runs; empty: nothing is known that would speak for or against it. */
    Optional<Resized> resized(String kind) {
        return Optional.ofNullable(of(kind).resized());
    }

    /** How far it has come, in words; empty: the file says nothing about that. */
    public Optional<String> progress(Tree object) {
        var known = of(object);
        return known.progress().isEmpty()
                ? Optional.empty()
                : Optional.of(known.progress()
                        .formatted(known.columns().stream()
                                .map(column -> number(object, column))
                                .toArray()));
    }

    private Known of(Tree object) {
        return of(object.text("kind"));
    }

    private Known of(String kind) {
        return kinds.getOrDefault(kind, Known.NOTHING);
    }

    private static long number(Tree object, String column) {
        var path = column.split("\\.");
        return object.at(Arrays.copyOf(path, path.length - 1)).number(path[path.length - 1]);
    }

    private static boolean holds(@Nullable Expression expression, Tree object) {
        try {
            return expression != null && expression.holds(values(object));
        } catch (Expression.Unworkable _) {
            return false;
        }
    }

    private static String words(Expression expression, Tree object) {
        try {
            return expression.words(values(object));
        } catch (Expression.Unworkable _) {
            return "";
        }
    }

    private static Map<String, Object> values(Tree object) {
        return Map.of("o", Readiness.value(object.fields()));
    }
}

package dev.quartermaster.intents.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.quartermaster.intents.yaml.Spelling;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles expressions over a fixed set of names such as {@code p.cpu}; an unknown name is an error before anything
 * runs. No I/O, no loops but macros over lists, which turn a bounded number of times.
 */
public final class Expressions {
    private static final int MAX_CHARACTERS = 2_000;
    private static final CelOptions BOUNDED = CelOptions.current()
            .comprehensionMaxIterations(10_000)
            .maxExpressionCodePointSize(MAX_CHARACTERS)
            .maxParseRecursionDepth(40)
            .build();
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?");

    private final Set<String> names;
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<Key, Compiled> seen = new ConcurrentHashMap<>();

    private record Key(String text, Kind wanted) {}

    /** @param names what an expression may name, dots included, and what stands there */
    public Expressions(Map<String, Kind> names) {
        this.names = new TreeSet<>(names.keySet());
        var building = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDED)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        names.forEach((name, kind) -> building.addVar(name, kind.variable()));
        this.compiler = building.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(BOUNDED)
                .build();
    }

    /** What came of compiling. */
    public sealed interface Compiled {
        record Good(Expression expression) implements Compiled {}

        /** @param todo the next step for who wrote it */
        record Faulty(String what, String todo) implements Compiled {}
    }

    public Compiled compile(String text, Kind wanted) {
        return seen.computeIfAbsent(new Key(text.strip(), wanted), this::compile);
    }

    private Compiled compile(Key key) {
        CelValidationResult checked = compiler.compile(key.text());
        if (checked.hasError()) {
            return fault(key.text(), checked.getErrors().getFirst());
        }
        try {
            var tree = checked.getAst();
            CelType result = tree.getResultType();
            if (!key.wanted().accepts(result)) {
                return new Compiled.Faulty(
                        "\"" + key.text() + "\" gives " + result.name() + ", not "
                                + key.wanted().words() + ".",
                        "Compare it with something, or convert it with string(…), int(…) or double(…).");
            }
            return new Compiled.Good(new Expression(key.text(), runtime.createProgram(tree)));
        } catch (CelValidationException | CelEvaluationException refused) {
            return new Compiled.Faulty(
                    "\"" + key.text() + "\" cannot be used: " + firstLine(refused.getMessage()) + ".",
                    "Write it more simply.");
        }
    }

    private Compiled fault(String text, CelIssue issue) {
        if (issue.getMessage().startsWith("undeclared reference")) {
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                if (name.group(1) != null && !names.contains(name.group())) {
                    return new Compiled.Faulty(
                            "In \"" + text + "\": there is no " + name.group() + ".",
                            Spelling.todo(name.group(), names));
                }
            }
        }
        return new Compiled.Faulty(
                "In \"" + text + "\": " + firstLine(issue.getMessage()) + ".",
                "Correct the expression; it may name " + String.join(", ", names) + ".");
    }

    /** Without the parser's list of everything that might have come instead. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("it is not an expression");
        int list = line.indexOf(" expecting ");
        return list < 0 ? line : line.substring(0, list);
    }
}

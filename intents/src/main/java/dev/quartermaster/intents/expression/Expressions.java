package dev.quartermaster.intents.expression;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.quartermaster.intents.yaml.NearestWord;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles expressions over a fixed set of names such as {@code p.cpu}; an unknown name is an error before anything
 * runs. No I/O, no loops but macros over lists, which turn a bounded number of times.
 */
public final class Expressions {
    private static final Pattern FIELD = Pattern.compile("undefined field '([^']+)'");
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']+)'");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*+(?:\\.[a-z][a-z0-9_]*+)++");

    /** Of all texts that one remembers; an organisation with a thousand rules has about a third. */
    private static final int MOST_CHARACTERS = 500_000;
    /**
     * Those of the organisation's files: checking an expression takes a millisecond, most of it for CEL's own functions,
     * and files that are read again mostly say the same.
     */
    private static final Cache<Scope, Expressions> OF_FILES =
            CacheBuilder.newBuilder().maximumSize(500).build();

    private final EvaluationBudget budget;
    private final Set<String> names;
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Cache<Key, Compiled> seen = CacheBuilder.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Key key, Compiled compiled) -> key.text().length())
            .build();

    private record Key(String text, ExpressionType wanted) {}

    private record Scope(Set<String> names, Language language) {}

    /** @param names what an expression may name, dots included, and what stands there */
    public static Expressions of(Map<String, ExpressionType> names) {
        var copy = Map.copyOf(names);
        return ofFiles(copy.keySet(), new Names(copy));
    }

    /**
     * For more than names: types, functions. Expressions of the organisation's own files, remembered by the process.
     *
     * @param names what an expression may name, for "did you mean"
     * @param language equal to another that means the same
     */
    public static Expressions ofFiles(Set<String> names, Language language) {
        var scope = new Scope(Set.copyOf(names), language);
        var known = OF_FILES.getIfPresent(scope);
        if (known != null) {
            return known;
        }
        var made = new Expressions(names, language, EvaluationBudget.OWNERS);
        OF_FILES.put(scope, made);
        return made;
    }

    /**
     * Remembered by whoever holds it, and no longer.
     *
     * @param budget what each expression may cost
     */
    public Expressions(Set<String> names, Language language, EvaluationBudget budget) {
        CelOptions options = options(budget);
        this.budget = budget;
        this.names = new TreeSet<>(names);
        var compiling = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
        var running = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(options);
        language.declare(compiling);
        language.bind(running);
        this.compiler = compiling.build();
        this.runtime = running.build();
    }

    private static CelOptions options(EvaluationBudget budget) {
        return CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .comprehensionMaxIterations(budget.turns())
                .maxExpressionCodePointSize(budget.characters())
                .maxParseRecursionDepth(40)
                .maxParseExpressionNodeCount(budget.characters())
                .maxParseErrorRecoveryLimit(10)
                .maxRegexProgramSize(2_000)
                .build();
    }

    /** What there is besides CEL's own; must reach nothing outside the expression's values. */
    public interface Language {
        void declare(CelCompilerBuilder compiler);

        void bind(CelRuntimeBuilder runtime);
    }

    private record Names(Map<String, ExpressionType> kinds) implements Language {
        @Override
        public void declare(CelCompilerBuilder compiler) {
            kinds.forEach((name, kind) -> compiler.addVar(name, kind.variable()));
        }

        @Override
        public void bind(CelRuntimeBuilder runtime) {}
    }

    /** What came of compiling. */
    public sealed interface Compiled {
        record Good(Expression expression) implements Compiled {}

        /** @param todo the next step for who wrote it */
        record Faulty(String what, String todo) implements Compiled {}
    }

    public Compiled compile(String text, ExpressionType wanted) {
        var key = new Key(text.strip(), wanted);
        var known = seen.getIfPresent(key);
        return known == null ? compile(key) : known;
    }

    private Compiled compile(Key key) {
        if (Thread.currentThread().isInterrupted()) {
            return new Compiled.Faulty("Reading the expressions took too long.", "Write fewer, or simpler ones.");
        }
        try {
            var compiled = checked(key);
            seen.put(key, compiled);
            return compiled;
        } catch (StackOverflowError | OutOfMemoryError tooDeep) {
            return new Compiled.Faulty("This expression is nested too deeply.", "Write it more simply.");
        }
    }

    private Compiled checked(Key key) {
        if (key.text().length() > budget.characters()) {
            return new Compiled.Faulty(
                    "This expression has more than " + budget.characters() + " characters.",
                    "Write it more simply, or as two.");
        }
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
            var shape = ExpressionShape.of(tree.getExpr());
            if (shape.fault().isPresent()) {
                return new Compiled.Faulty(
                        "\"" + key.text() + "\" cannot be used: "
                                + shape.fault().get() + ".",
                        "Write it more simply.");
            }
            return new Compiled.Good(new Expression(key.text(), runtime.createProgram(tree), shape, budget.work()));
        } catch (CelValidationException | CelEvaluationException refused) {
            return new Compiled.Faulty(
                    "\"" + key.text() + "\" cannot be used: " + firstLine(refused.getMessage()) + ".",
                    "Write it more simply.");
        }
    }

    private Compiled fault(String text, CelIssue issue) {
        Matcher unknown = UNKNOWN.matcher(issue.getMessage());
        if (unknown.find()) {
            String word = dotted(text, unknown.group(1));
            return new Compiled.Faulty("In \"" + text + "\": there is no " + word + ".", NearestWord.todo(word, names));
        }
        String what = "In \"" + text + "\": " + firstLine(issue.getMessage()) + ".";
        Matcher field = FIELD.matcher(issue.getMessage());
        return field.find()
                ? new Compiled.Faulty(what, NearestWord.todo(field.group(1), fields()))
                : new Compiled.Faulty(what, "Correct the expression; it may name " + String.join(", ", names) + ".");
    }

    /** As it stands in the text: of {@code pth.name} CEL names only {@code pth}. */
    private static String dotted(String text, String word) {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> name.startsWith(word + "."))
                .findFirst()
                .orElse(word);
    }

    private Set<String> fields() {
        return names.stream().map(name -> name.substring(name.indexOf('.') + 1)).collect(Collectors.toSet());
    }

    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("it is not an expression");
        int list = line.indexOf(" expecting ");
        return list < 0 ? line : line.substring(0, list);
    }
}

package dev.quartermaster.intents.policy;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Spelling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compiles the expressions of rule files, type-checked against the {@link Vocabulary}. Besides CEL's own there are
 * {@code money(20)} (cents), {@code days(14)}, {@code hours(4)} and {@code words(x)} for what people read. An
 * expression is short, its macros turn a bounded number of times, and it can reach nothing but the facts.
 */
final class Expressions {
    private static final int MAX_CHARACTERS = 2_000;
    private static final int MAX_TURNS = 10_000;
    private static final Pattern UNKNOWN = Pattern.compile("(?:undefined field|undeclared reference to) '([^']+)'");

    private final Vocabulary vocabulary;
    private final CelCompiler compiler;
    private final CelRuntime runtime;

    Expressions(Vocabulary vocabulary, String currency) {
        CelOptions options = CelOptions.current()
                .comprehensionMaxIterations(MAX_TURNS)
                .maxExpressionCodePointSize(MAX_CHARACTERS)
                .maxParseRecursionDepth(40)
                .build();
        this.vocabulary = vocabulary;
        var building = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(vocabulary)
                .addFunctionDeclarations(functions());
        vocabulary.variables().forEach(building::addVar);
        this.compiler = building.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .addFunctionBindings(bindings(currency))
                .build();
    }

    /** The expression in {@code node}; empty when it was wrong, and the problem names file, line and the next step. */
    Optional<Expression> read(Node node, CelType wanted) {
        return node.text().flatMap(text -> compile(node, text, wanted));
    }

    /** As {@link #read}, for a piece of the node's text. */
    Optional<Expression> compile(Node node, String text, CelType wanted) {
        CelValidationResult checked = compiler.compile(text);
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> report(node, text, issue));
            return Optional.empty();
        }
        try {
            var tree = checked.getAst();
            if (!wanted.isAssignableFrom(tree.getResultType())) {
                node.problem(
                        "\"" + text + "\" gives " + tree.getResultType().name() + ", not " + wanted.name() + ".",
                        "Compare it with something, or convert it.");
                return Optional.empty();
            }
            return Optional.of(new Expression(text, runtime.createProgram(tree)));
        } catch (CelValidationException | CelEvaluationException refused) {
            node.problem("\"" + text + "\" cannot be used: " + refused.getMessage() + ".", "Write it more simply.");
            return Optional.empty();
        }
    }

    private void report(Node node, String text, CelIssue issue) {
        Matcher unknown = UNKNOWN.matcher(issue.getMessage());
        String todo = unknown.find()
                ? Spelling.todo(unknown.group(1), vocabulary.words())
                : "Correct the expression; money is written money(20), lengths of time days(14) or hours(4).";
        String what = issue.getMessage().lines().findFirst().orElse("it is not an expression");
        node.problem("In \"" + text.strip() + "\": " + what + ".", todo);
    }

    private static List<CelFunctionDecl> functions() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "money",
                        CelOverloadDecl.newGlobalOverload("money_int", SimpleType.INT, SimpleType.INT),
                        CelOverloadDecl.newGlobalOverload("money_double", SimpleType.INT, SimpleType.DOUBLE)),
                CelFunctionDecl.newFunctionDeclaration(
                        "days", CelOverloadDecl.newGlobalOverload("days_int", SimpleType.DURATION, SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "hours", CelOverloadDecl.newGlobalOverload("hours_int", SimpleType.DURATION, SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "words",
                        CelOverloadDecl.newGlobalOverload("words_money", SimpleType.STRING, SimpleType.INT),
                        CelOverloadDecl.newGlobalOverload("words_length", SimpleType.STRING, SimpleType.DURATION),
                        CelOverloadDecl.newGlobalOverload(
                                "words_list", SimpleType.STRING, ListType.create(SimpleType.STRING))));
    }

    private static List<CelFunctionBinding> bindings(String currency) {
        return List.of(
                CelFunctionBinding.from("money_int", Long.class, whole -> Math.multiplyExact(whole, 100L)),
                CelFunctionBinding.from("money_double", Double.class, Expressions::cents),
                CelFunctionBinding.from("days_int", Long.class, Duration::ofDays),
                CelFunctionBinding.from("hours_int", Long.class, Duration::ofHours),
                CelFunctionBinding.from("words_money", Long.class, cents -> Wording.money(cents, currency)),
                CelFunctionBinding.from("words_length", Duration.class, Wording::length),
                CelFunctionBinding.from("words_list", List.class, Expressions::listed));
    }

    private static long cents(double amount) {
        return BigDecimal.valueOf(amount)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String listed(List<?> names) {
        return Wording.list(names.stream().map(String::valueOf).toList(), "and");
    }
}

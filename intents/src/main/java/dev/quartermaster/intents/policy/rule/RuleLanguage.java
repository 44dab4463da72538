package dev.quartermaster.intents.policy.rule;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.quartermaster.intents.expression.EvaluationBudget;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.facts.FactTypes;
import dev.quartermaster.intents.yaml.Node;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the expressions of rules have besides CEL's own: the {@link FactTypes}, {@code money(20)} (cents),
 * {@code days(14)}, {@code hours(4)}, {@code during('window')}, and {@code words(x)} for what people read.
 */
public record RuleLanguage(FactTypes vocabulary, String currency, Windows windows) implements Expressions.Language {
    /** Compiles the rules in force, with the evaluation budget of those. */
    public Expressions expressions() {
        return Expressions.ofFiles(vocabulary.words(), this);
    }

    /** Compiles a rule that somebody tries, with the smaller evaluation budget. */
    public Expressions tried() {
        return new Expressions(vocabulary.words(), this, EvaluationBudget.TRIED);
    }

    /** The expression in {@code node}; empty when it was wrong, and the problem names file, line and the next step. */
    public static Optional<Expression> read(Node node, Expressions expressions, ExpressionType wanted) {
        return node.text().flatMap(text -> compile(node, text, expressions, wanted));
    }

    /** As {@link #read}, for a piece of the node's text. */
    public static Optional<Expression> compile(Node node, String text, Expressions expressions, ExpressionType wanted) {
        return switch (expressions.compile(text, wanted)) {
            case Compiled.Good(var expression) -> Optional.of(expression);
            case Compiled.Faulty(var what, var todo) -> {
                node.problem(what, todo);
                yield Optional.empty();
            }
        };
    }

    @Override
    public void declare(CelCompilerBuilder compiler) {
        compiler.setTypeProvider(vocabulary)
                .addFunctionDeclarations(functions())
                .addMacros(CelMacro.newGlobalMacro("during", 1, this::during));
        vocabulary.variables().forEach(compiler::addVar);
    }

    @Override
    public void bind(CelRuntimeBuilder runtime) {
        runtime.addFunctionBindings(bindings());
    }

    /** {@code during('freeze')} is about the moment of the hand-over; a window that there is not is found when it is read. */
    private Optional<CelExpr> during(CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        CelExpr name = arguments.getFirst();
        boolean literal = name.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && name.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (!literal || !windows.named().containsKey(name.constant().stringValue())) {
            String there = windows.named().isEmpty()
                    ? "no rule file has windows"
                    : "there is "
                            + String.join(", ", new TreeSet<>(windows.named().keySet()));
            return Optional.of(factory.reportError("during wants the name of a window in quotes; " + there));
        }
        CelExpr start = factory.newSelect(factory.newIdentifier("request"), "start", false);
        return Optional.of(factory.newGlobalCall("during_at", start, name));
    }

    private static List<CelFunctionDecl> functions() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "during_at",
                        CelOverloadDecl.newGlobalOverload(
                                "during_at_time", SimpleType.BOOL, SimpleType.TIMESTAMP, SimpleType.STRING)),
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

    private List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("during_at_time", Instant.class, String.class, windows::during),
                CelFunctionBinding.from("money_int", Long.class, whole -> Math.multiplyExact(whole, 100L)),
                CelFunctionBinding.from("money_double", Double.class, RuleLanguage::cents),
                CelFunctionBinding.from("days_int", Long.class, Duration::ofDays),
                CelFunctionBinding.from("hours_int", Long.class, Duration::ofHours),
                CelFunctionBinding.from("words_money", Long.class, cents -> SentenceParts.money(cents, currency)),
                CelFunctionBinding.from("words_length", Duration.class, SentenceParts::length),
                CelFunctionBinding.from("words_list", List.class, RuleLanguage::listed));
    }

    private static long cents(double amount) {
        return BigDecimal.valueOf(amount)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static String listed(List<?> names) {
        return SentenceParts.list(names.stream().map(String::valueOf).toList(), "and");
    }
}

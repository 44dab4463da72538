package dev.quartermaster.intents.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an expression's tree bears on its cost: how deep its loops nest, which patterns it matches, and which calls
 * look into their arguments.
 *
 * @param costly by argument, the call it is of
 * @param constants the arguments that are written out
 */
record ExpressionShape(Map<Long, Costly> costly, Map<Long, Object> constants, Optional<String> fault) {
    private static final int DEEPEST = 3;
    private static final int LONGEST_PATTERN = 200;
    private static final long MOST_REPEATS = 1_000;
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d{0,9})(?:,(\\d{0,9}))?}");

    /** Calls that do not look at more than a truth; every other goes through all that it is given (CelValueConverter). */
    private static final Set<String> FREE =
            Set.of("_&&_", "_||_", "!_", "_?_:_", "@not_strictly_false", "__not_strictly_false__");

    private static final String MATCHES = "matches";

    /** Calls that may compare each character of the one with each of the other. */
    private static final Set<String> MULTIPLYING = Set.of("contains", MATCHES);

    /** @param arguments the ids of its arguments, the object it is called on among them */
    record Costly(List<Long> arguments, boolean multiplies) {}

    static ExpressionShape of(CelExpr tree) {
        var walk = new Walk();
        walk.into(tree, 0);
        return new ExpressionShape(
                walk.costly, walk.constants, Optional.of(walk.fault).filter(fault -> !fault.isEmpty()));
    }

    private static final class Walk {
        private final Map<Long, Costly> costly = new HashMap<>();
        private final Map<Long, Object> constants = new HashMap<>();
        private String fault = "";

        private void into(CelExpr at, int depth) {
            switch (at.exprKind().getKind()) {
                case CALL -> call(at.call(), depth);
                case SELECT -> into(at.select().operand(), depth);
                case LIST -> at.list().elements().forEach(each -> into(each, depth));
                case STRUCT -> at.struct().entries().forEach(each -> into(each.value(), depth));
                case MAP ->
                    at.map().entries().forEach(each -> {
                        into(each.key(), depth);
                        into(each.value(), depth);
                    });
                case COMPREHENSION -> loop(at.comprehension(), depth);
                case CONSTANT, IDENT, NOT_SET -> {}
            }
        }

        private void loop(CelExpr.CelComprehension loop, int depth) {
            if (depth == DEEPEST) {
                fault = "it has loops more than " + DEEPEST + " deep in each other";
            }
            into(loop.iterRange(), depth);
            into(loop.accuInit(), depth);
            Stream.of(loop.loopCondition(), loop.loopStep(), loop.result()).forEach(each -> into(each, depth + 1));
        }

        private void call(CelCall call, int depth) {
            List<CelExpr> arguments = new ArrayList<>(call.args());
            call.target().ifPresent(target -> arguments.add(0, target));
            arguments.forEach(each -> into(each, depth));
            if (call.function().equals(MATCHES)) {
                pattern(arguments.getLast());
            }
            if (!FREE.contains(call.function())) {
                var how =
                        new Costly(arguments.stream().map(CelExpr::id).toList(), MULTIPLYING.contains(call.function()));
                for (CelExpr each : arguments) {
                    costly.put(each.id(), how);
                    if (each.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                        constants.put(each.id(), each.constant().toString());
                    }
                }
            }
        }

        /** Known when the file is read, so that what compiling it takes is known as well. */
        private void pattern(CelExpr argument) {
            boolean written = argument.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                    && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
            if (!written) {
                fault = "matches wants its pattern written out in quotes";
            } else if (argument.constant().stringValue().length() > LONGEST_PATTERN
                    || repeats(argument.constant().stringValue()) > MOST_REPEATS) {
                fault = "the pattern that it matches is too large";
            }
        }

        private static long repeats(String pattern) {
            long repeats = 1;
            Matcher each = REPEAT.matcher(pattern);
            while (each.find() && repeats <= MOST_REPEATS) {
                repeats *= Math.max(1, Math.max(number(each.group(1)), number(each.group(2))));
            }
            return repeats;
        }

        private static long number(@Nullable String digits) {
            return digits == null || digits.isEmpty() ? 1 : Long.parseLong(digits);
        }
    }
}

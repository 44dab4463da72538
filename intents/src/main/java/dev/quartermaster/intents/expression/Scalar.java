package dev.quartermaster.intents.expression;

import dev.quartermaster.intents.expression.Expressions.Compiled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scalar with {@code ${…}} in it. Alone it keeps its value's type; among other text it becomes text. What is filled
 * in is never looked at again, so that {@code ${…}} in somebody's words stays words. {@code $${} is a literal
 * <code>${</code>.
 */
final class Scalar {
    private static final String OPEN = "${";

    private final List<Piece> pieces;

    private sealed interface Piece {
        record Fixed(String text) implements Piece {}

        record Filled(Expression expression) implements Piece {}
    }

    private Scalar(List<Piece> pieces) {
        this.pieces = pieces;
    }

    sealed interface Read {
        record Good(Scalar scalar) implements Read {}

        record Bad(Compiled.Faulty fault) implements Read {}
    }

    static boolean holdsExpression(String text) {
        return text.contains(OPEN);
    }

    static Read read(String text, Expressions expressions, ExpressionType alone) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            if (open > 0 && text.charAt(open - 1) == '$') {
                pieces.add(new Piece.Fixed(text.substring(at, open - 1) + OPEN));
                at = open + OPEN.length();
                continue;
            }
            pieces.add(new Piece.Fixed(open < 0 ? text.substring(at) : text.substring(at, open)));
            if (open < 0) {
                break;
            }
            int close = close(text, open + OPEN.length());
            if (close < 0) {
                return new Read.Bad(new Compiled.Faulty(
                        "\"" + text.strip() + "\" opens ${ and does not close it.",
                        "Close it with }, or write $${ for the two characters."));
            }
            ExpressionType wanted = open == 0 && close == text.length() - 1 ? alone : ExpressionType.SCALAR;
            switch (expressions.compile(text.substring(open + OPEN.length(), close), wanted)) {
                case Compiled.Good good -> pieces.add(new Piece.Filled(good.expression()));
                case Compiled.Faulty faulty -> {
                    return new Read.Bad(faulty);
                }
            }
            at = close + 1;
        }
        pieces.removeIf(piece -> piece instanceof Piece.Fixed(var fixed) && fixed.isEmpty());
        return new Read.Good(new Scalar(List.copyOf(pieces)));
    }

    /** The brace that closes, past braces and quotes of the expression itself. */
    private static int close(String text, int from) {
        int depth = 1;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The one expression it consists of, if it does. */
    Optional<Expression> alone() {
        return pieces.size() == 1 && pieces.getFirst() instanceof Piece.Filled(var expression)
                ? Optional.of(expression)
                : Optional.empty();
    }

    Object fill(Map<String, Object> values) throws Expression.Unworkable {
        if (alone().isPresent()) {
            return alone().get().value(values);
        }
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Fixed(var fixed) -> text.append(fixed);
                case Piece.Filled(var expression) -> text.append(written(expression.value(values)));
            }
        }
        return text.toString();
    }

    private static String written(Object value) {
        return value instanceof Double fraction
                ? BigDecimal.valueOf(fraction).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}

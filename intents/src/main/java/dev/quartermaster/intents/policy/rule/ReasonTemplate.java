package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule says to people: text with {@code ${…}} in it, each an expression that gives words. */
public record ReasonTemplate(List<Piece> pieces) {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)\\}");

    sealed interface Piece {
        record Plain(String text) implements Piece {}

        record Hole(Expression expression) implements Piece {}
    }

    public ReasonTemplate {
        pieces = List.copyOf(pieces);
    }

    public static Optional<ReasonTemplate> read(Node node, Expressions expressions) {
        Optional<String> text = node.text().map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher hole = HOLE.matcher(text.get());
        int from = 0;
        while (hole.find()) {
            pieces.add(new Piece.Plain(text.get().substring(from, hole.start())));
            Optional<Expression> inside = RuleLanguage.compile(node, hole.group(1), expressions, ExpressionType.WORDS);
            if (inside.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(new Piece.Hole(inside.get()));
            from = hole.end();
        }
        pieces.add(new Piece.Plain(text.get().substring(from)));
        return Optional.of(new ReasonTemplate(pieces));
    }

    String with(Map<String, Object> facts) throws Expression.Unworkable {
        var words = new StringBuilder();
        for (Piece piece : pieces) {
            words.append(
                    switch (piece) {
                        case Piece.Plain(var text) -> text;
                        case Piece.Hole(var expression) -> expression.words(facts);
                    });
        }
        return words.toString();
    }
}

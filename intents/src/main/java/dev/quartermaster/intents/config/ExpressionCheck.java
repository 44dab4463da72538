package dev.quartermaster.intents.config;

import dev.quartermaster.intents.expression.ExpressionType;
import dev.quartermaster.intents.expression.Expressions;
import dev.quartermaster.intents.expression.Expressions.Compiled;
import dev.quartermaster.intents.expression.Template;
import dev.quartermaster.intents.yaml.Node;
import java.util.Map;

/** Type-checks the expressions of a file where they stand, so that each fault has its line. */
final class ExpressionCheck {
    private ExpressionCheck() {}

    /** Every leaf of a tree; keys hold no expressions. */
    static void tree(Node node, Expressions expressions) {
        if (node.isMap()) {
            node.names().entries().forEach((key, value) -> entry(key, value, node, expressions));
        } else if (node.isList()) {
            node.list().forEach(each -> tree(each, expressions));
        } else {
            leaf(node, expressions, ExpressionType.LEAF);
        }
    }

    private static void entry(String key, Node value, Node map, Expressions expressions) {
        if (key.contains("${")) {
            map.names().key(key).problem("A key cannot hold ${…}.", "Write the key out; only values are filled in.");
        }
        boolean condition = !value.isMap()
                && !value.isList()
                && value.plainText()
                        .filter(text -> Template.isCondition(key, text))
                        .isPresent();
        if (condition) {
            leaf(value, expressions, ExpressionType.TRUTH);
        } else {
            tree(value, expressions);
        }
    }

    /** A scalar with {@code ${…}} in it, or without. */
    static void leaf(Node node, Expressions expressions, ExpressionType alone) {
        node.plainText()
                .flatMap(text -> Template.fault(text, expressions, alone))
                .ifPresent(fault -> node.problem(fault.what(), fault.todo()));
    }

    /** A text that is an expression from end to end. */
    static void whole(Node node, Map<String, ExpressionType> names, ExpressionType wanted) {
        node.text().ifPresent(text -> {
            if (Expressions.of(names).compile(text, wanted) instanceof Compiled.Faulty fault) {
                node.problem(fault.what(), fault.todo());
            }
        });
    }
}

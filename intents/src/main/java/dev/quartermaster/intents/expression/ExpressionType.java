package dev.quartermaster.intents.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.Set;

/** The types of names in expressions and of what expressions give. */
public enum ExpressionType {
    WORDS(SimpleType.STRING),
    WHOLE(SimpleType.INT),
    NUMBER(SimpleType.INT, SimpleType.DOUBLE),
    TRUTH(SimpleType.BOOL),
    /** Anything that can stand in a leaf of a manifest. */
    LEAF(SimpleType.STRING, SimpleType.INT, SimpleType.DOUBLE, SimpleType.BOOL),
    /** Objects of a cluster as trees, whatever they hold. */
    TREES(ListType.create(SimpleType.DYN)),
    /** One of them. */
    TREE(SimpleType.DYN);

    private final Set<CelType> types;

    ExpressionType(CelType... types) {
        this.types = Set.of(types);
    }

    /** As a variable's type; a number is one with a fraction. */
    CelType variable() {
        return this == NUMBER ? SimpleType.DOUBLE : types.iterator().next();
    }

    boolean accepts(CelType result) {
        return types.contains(result);
    }

    String words() {
        return switch (this) {
            case WORDS -> "text";
            case WHOLE -> "a whole number";
            case NUMBER -> "a number";
            case TRUTH -> "true or false";
            case LEAF -> "text, a number, or true or false";
            case TREES -> "objects";
            case TREE -> "an object";
        };
    }
}

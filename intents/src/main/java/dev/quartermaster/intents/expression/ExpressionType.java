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
    TEXTS(ListType.create(SimpleType.STRING)),
    /** Anything that can stand in a leaf of a manifest among other text. */
    SCALAR(SimpleType.STRING, SimpleType.INT, SimpleType.DOUBLE, SimpleType.BOOL),
    /** Anything that can stand in a leaf of a manifest alone: a list of texts as well. */
    LEAF(SimpleType.STRING, SimpleType.INT, SimpleType.DOUBLE, SimpleType.BOOL, ListType.create(SimpleType.STRING)),
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
            case TEXTS -> "a list of texts";
            case SCALAR -> "text, a number, or true or false";
            case LEAF -> "text, a number, true or false, or a list of texts";
            case TREES -> "objects";
            case TREE -> "an object";
        };
    }
}

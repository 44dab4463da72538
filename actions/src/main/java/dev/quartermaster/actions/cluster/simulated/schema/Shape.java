package dev.quartermaster.actions.cluster.simulated.schema;

import java.util.Map;
import java.util.function.Supplier;

/** What a place in an object may hold. */
sealed interface Shape {
    /** Named fields and no others. Lazy, because schemas are wide and a few recur in themselves. */
    record Fields(Supplier<Map<String, Shape>> named) implements Shape {}

    record Items(Shape each) implements Shape {}

    record Entries(Shape each) implements Shape {}

    record Scalar(Type type) implements Shape {}

    record Anything() implements Shape {}

    /** {@code goName} is what the real server calls the type when it is handed something else. */
    enum Type {
        TEXT("string"),
        WHOLE("int32"),
        NUMBER("float64"),
        FLAG("bool"),
        QUANTITY("resource.Quantity"),
        TEXT_OR_WHOLE("intstr.IntOrString");

        final String goName;

        Type(String goName) {
            this.goName = goName;
        }
    }
}

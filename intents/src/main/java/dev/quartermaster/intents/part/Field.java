package dev.quartermaster.intents.part;

/** One key of a map and what stands there. */
public record Field(Shape shape, boolean required) {
    public static Field required(Shape shape) {
        return new Field(shape, true);
    }

    public static Field optional(Shape shape) {
        return new Field(shape, false);
    }
}

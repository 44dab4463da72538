package dev.quartermaster.intents.part;

/** One key of a map and what stands there. */
public record SpecField(Shape shape, boolean required) {
    public static SpecField required(Shape shape) {
        return new SpecField(shape, true);
    }

    public static SpecField optional(Shape shape) {
        return new SpecField(shape, false);
    }
}

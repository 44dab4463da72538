package dev.quartermaster.intents.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a golden path lets the asker choose, with its bounds.
 *
 * @param standard the value when nothing is said; null for a preset (nothing preset) or where {@code required}
 * @param min smallest, inclusive; null: none (never below zero)
 * @param max largest, inclusive; for {@link Type#TEXT}, {@link Type#NAME} and {@link Type#IMAGE} how many
 *     characters; null only for choices
 *     and presets
 * @param options for {@link Type#CHOICE} the allowed words, for {@link Type#PRESET} the presets' names, for
 *     {@link Type#IMAGE} what people may call one
 * @param presets for {@link Type#PRESET}: the values each option stands for, by parameter name; for {@link Type#IMAGE}
 *     the image, under that word
 */
public record Parameter(
        String name,
        Type type,
        String about,
        @Nullable Value standard,
        @Nullable Value min,
        @Nullable Value max,
        List<String> options,
        Map<String, Map<String, Value>> presets,
        boolean required) {
    public Parameter {
        options = List.copyOf(options);
        presets = Map.copyOf(presets);
    }

    /** The nearest value within the bounds: the value itself when it lies inside; empty when there is no nearest one. */
    public Optional<Value> nearest(Value value) {
        return ParameterBounds.nearest(this, value);
    }

    /** Whether it says how much there is: numbers, amounts, presets of them, and which GPU it is. */
    public boolean sizes() {
        return switch (type) {
            case INTEGER, QUANTITY, PRESET -> true;
            case CHOICE -> name.equals("gpu_kind");
            case DURATION, IMAGE, TEXT, NAME, SCHEDULE -> false;
        };
    }

    /** Its option in a command, as it is shown: {@code --gpu-kind}; written with _ it is the same. */
    public String option() {
        return option(name);
    }

    public static String option(String name) {
        return "--" + name.replace('_', '-');
    }

    /** The option somebody means whatever its case is, as the file writes it. */
    public Optional<String> chosen(String word) {
        return options.contains(word)
                ? Optional.of(word)
                : options.stream().filter(word::equalsIgnoreCase).findFirst();
    }

    /** The image that somebody's words stand for: "R, Python and Scala" for {@code r python scala}, in any order. */
    public Optional<Value> image(String words) {
        return type == Type.IMAGE
                ? options.stream()
                        .filter(option -> ImageWords.same(option, words))
                        .findFirst()
                        .map(option -> presets.get(option).get("image"))
                : Optional.empty();
    }

    /** Valid values at the edges of what is allowed: the least, the most, each option. Without the standard. */
    public List<Value> edges() {
        return ParameterBounds.edges(this).stream()
                .filter(value -> !value.equals(standard))
                .toList();
    }

    /** What is allowed, in words: {@code 1 to 8}, {@code up to 14d}, {@code one of t4, a100, h100}. */
    public String valid() {
        return ParameterBounds.words(this);
    }

    public enum Type {
        INTEGER,
        QUANTITY,
        DURATION,
        PRESET,
        CHOICE,
        IMAGE,
        TEXT,
        /** What a thing is called where it is made: a part of addresses, lower case letters, digits and single dashes. */
        NAME,
        /** When something runs again and again: in manifests a cron line, in prices how often an hour. */
        SCHEDULE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** A value as written in a file or a slash command. @throws IllegalArgumentException in words, when it is none */
        public Value read(String text) {
            return switch (this) {
                case INTEGER -> Value.Whole.of(text);
                case QUANTITY -> Value.Quantity.of(text);
                case DURATION -> Value.Span.of(text);
                case PRESET, CHOICE, IMAGE, TEXT, NAME -> new Value.Text(text);
                case SCHEDULE -> Value.Schedule.of(text);
            };
        }
    }
}

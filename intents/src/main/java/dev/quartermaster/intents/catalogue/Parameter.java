package dev.quartermaster.intents.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing a golden path lets the asker choose, with its bounds.
 *
 * @param standard the value when nothing is said; null for a preset (nothing preset) or where {@code required}
 * @param min smallest, inclusive; null: none (never below zero)
 * @param max largest, inclusive; null only for words
 * @param options for {@link Type#CHOICE} the allowed words, for {@link Type#PRESET} the presets' names
 * @param presets for {@link Type#PRESET}: the values each option stands for, by parameter name
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

    public enum Type {
        INTEGER,
        QUANTITY,
        DURATION,
        PRESET,
        CHOICE,
        IMAGE,
        TEXT
    }
}

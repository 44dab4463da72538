package dev.quartermaster.intents.part;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds of parts there are. */
public final class PartTypes {
    public static final PartTypes NONE = new PartTypes(List.of());

    private final SortedMap<String, PartType> byKind = new TreeMap<>();

    /** @throws IllegalArgumentException when two are of one kind */
    public PartTypes(Collection<? extends PartType> types) {
        for (PartType type : types) {
            PartType other = byKind.put(type.kind(), type);
            if (other != null) {
                throw new IllegalArgumentException("Two kinds of parts are called " + type.kind() + ": "
                        + other.getClass().getName() + " and "
                        + type.getClass().getName());
            }
        }
    }

    public Optional<PartType> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    /** The words that {@code provider:} may be, sorted. */
    public List<String> kinds() {
        return List.copyOf(byKind.keySet());
    }

    /** The kinds that another kind's {@code local:} may name, sorted. */
    public List<String> standIns() {
        return byKind.values().stream()
                .filter(type -> !type.standsIn().isEmpty())
                .map(PartType::kind)
                .toList();
    }

    /** What a part of this kind is in place of what a cluster would run; empty: it stands in for nothing. */
    public Optional<String> standsIn(String kind) {
        return find(kind).map(PartType::standsIn).filter(words -> !words.isEmpty());
    }

    /** Whether a part of this kind is compute; one that nobody makes any more is not. */
    public boolean compute(String kind) {
        return find(kind).filter(PartType::compute).isPresent();
    }

    /** What access to data is, that is asked for alone. */
    public Optional<PartType> opensData() {
        return byKind.values().stream().filter(PartType::opensData).findFirst();
    }

    /** A JSON Schema of one entry of {@code parts}, for editors of golden paths. */
    public Map<String, Object> jsonSchema() {
        return Map.of("oneOf", byKind.values().stream().map(this::part).toList());
    }

    private Map<String, Object> part(PartType type) {
        Map<String, SpecField> fields = new LinkedHashMap<>();
        fields.put("name", SpecField.required(Shape.text()));
        fields.put("provider", SpecField.required(Shape.words(type.kind())));
        fields.put("ready", SpecField.optional(Shape.text()));
        var local = Shape.map().with("provider", Shape.words(standIns().toArray(String[]::new)));
        fields.put("local", SpecField.optional(local.andMore()));
        fields.putAll(type.spec().fields());
        return new Shape.Entries(fields, type.spec().open()).jsonSchema();
    }
}

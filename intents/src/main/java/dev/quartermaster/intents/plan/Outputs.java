package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.part.PartType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What parts give to later parts and to links: known only once they are ready, and so left open in a plan. An open place
 * is marked by two characters that Unicode keeps out of every text, and that are taken out of what people wrote: words can
 * never become such a place.
 *
 * @param values by name as expressions name them, {@code parts.<part>.<output>}
 */
public record Outputs(Map<String, String> values) {
    public static final Outputs NONE = new Outputs(Map.of());

    private static final char OPEN = '\uFDD0';
    private static final char CLOSE = '\uFDD1';
    private static final Pattern PLACE = Pattern.compile(OPEN + "([^" + OPEN + CLOSE + "]*)" + CLOSE);

    public Outputs {
        values = Map.copyOf(values);
    }

    /** @param given by part, what it gave so far */
    public static Outputs of(Map<PartName, Map<String, String>> given) {
        Map<String, String> values = new TreeMap<>();
        given.forEach((part, outputs) -> outputs.forEach((output, value) -> values.put(name(part, output), value)));
        return new Outputs(values);
    }

    /** As expressions name what a part of this type gives; a hyphen would be a minus there. */
    static Stream<String> names(String part, PartType type) {
        return type.outputs().stream().sorted().map(output -> name(new PartName(part), output));
    }

    private static String name(PartName part, String output) {
        return "parts." + part.value().replace('-', '_') + "." + output;
    }

    static String place(String name) {
        return OPEN + name + CLOSE;
    }

    /** Somebody's words, in which no place is open. */
    static String words(String text) {
        return text.replace(String.valueOf(OPEN), "").replace(String.valueOf(CLOSE), "");
    }

    /** Whether its spec names what another part gives. */
    public static boolean named(Part part) {
        return places(part.spec()).findAny().isPresent();
    }

    /** The part with what its spec names; empty while something of that isn't known. */
    public Optional<Part> in(Part part) {
        boolean known = places(part.spec()).allMatch(values::containsKey);
        return known ? Optional.of(filled(part)) : Optional.empty();
    }

    /** The same, with nothing where something isn't known: for what was never made from it, or is to go. */
    public Part filled(Part part) {
        Map<String, Object> spec = new LinkedHashMap<>();
        part.spec().forEach((key, tree) -> spec.put(key, filled(tree)));
        return new Part(part.name(), part.provider(), spec, part.reaches(), part.ready());
    }

    /** Links of which everything is known. */
    public List<Link> in(List<Link> links) {
        return links.stream()
                .filter(link -> places(link.url()).allMatch(values::containsKey))
                .map(link -> new Link(link.title(), filled(link.url()).toString(), link.login()))
                .toList();
    }

    private static Stream<String> places(Object tree) {
        return switch (tree) {
            case String text -> PLACE.matcher(text).results().map(place -> place.group(1));
            case Map<?, ?> map -> map.values().stream().flatMap(Outputs::places);
            case List<?> list -> list.stream().flatMap(Outputs::places);
            default -> Stream.empty();
        };
    }

    private Object filled(Object tree) {
        return switch (tree) {
            case String text ->
                PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
            case Map<?, ?> map -> {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((key, value) -> copy.put(key, filled(value)));
                yield copy;
            }
            case List<?> list -> list.stream().map(this::filled).toList();
            default -> tree;
        };
    }
}

package dev.quartermaster.intents.people;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which images may run.
 *
 * @param registries prefixes an image may start with
 * @param instead what to use in place of tools that may not be used, in words, by the tool's name in lower case
 * @param resolve whether tags are made digests where the registry tells them
 */
public record ImageRules(List<String> registries, Map<String, String> instead, boolean resolve) {
    /** No organisation's: nothing may run, and nothing is named. */
    public static final ImageRules NONE = new ImageRules(List.of(), Map.of(), false);

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_@#./:\\\\-])";
    private static final String AFTER = "(?![\\p{L}\\p{N}_@/\\\\-]|[.:][\\p{L}\\p{N}])";

    public ImageRules {
        registries = List.copyOf(registries);
        instead = Map.copyOf(instead);
    }

    /** {@code registry.example.com} must not allow {@code registry.example.com.evil.org/x}. */
    public boolean allows(String image) {
        return registries.stream().anyMatch(registry -> within(image, registry));
    }

    private static boolean within(String image, String registry) {
        String prefix = registry.endsWith("/") ? registry : registry + "/";
        return image.startsWith(prefix) && image.length() > prefix.length() && !image.contains("..");
    }

    /**
     * A tool that may not be used, as it stands in a text.
     *
     * @param words what is said to whoever names it
     */
    public record Unoffered(String written, int start, int end, String words) {}

    /** Those that a text names by a word of their own, whatever its case: no part of a longer name or of an address. */
    public List<Unoffered> unoffered(String text) {
        return instead.entrySet().stream()
                .flatMap(tool -> Pattern.compile(
                                BEFORE + Pattern.quote(tool.getKey()) + AFTER, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .results()
                        .map(match -> new Unoffered(
                                match.group(), match.start(), match.end(), refusal(match.group(), tool.getValue()))))
                .sorted(Comparator.comparingInt(Unoffered::start))
                .toList();
    }

    public static String refusal(String written, String instead) {
        return "%s is not offered here. Instead: %s".formatted(written, instead);
    }

    /** What to use in place of what somebody asked for, where that begins with a tool's name: {@code SAS 9.4}. */
    public Optional<String> instead(String asked) {
        String words = asked.toLowerCase(Locale.ROOT).strip();
        return instead.entrySet().stream()
                .filter(tool -> words.equals(tool.getKey())
                        || words.startsWith(tool.getKey())
                                && !Character.isLetterOrDigit(
                                        words.charAt(tool.getKey().length())))
                .filter(_ -> !words.contains("/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

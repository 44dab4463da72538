package dev.quartermaster.intents.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which images may run.
 *
 * @param registries prefixes an image may start with
 * @param instead what to use in place of tools that may not be used, in words, by the tool's name in lower case
 * @param resolve whether tags are made digests where the registry tells them
 */
public record ImageRules(List<String> registries, Map<String, String> instead, boolean resolve) {
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

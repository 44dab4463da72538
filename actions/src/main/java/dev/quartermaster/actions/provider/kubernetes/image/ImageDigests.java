package dev.quartermaster.actions.provider.kubernetes.image;

import dev.quartermaster.intents.people.ImageRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Digests of tags, remembered for ten minutes, and for one that a registry didn't say. Nobody is asked where the
 * organisation doesn't want that, or for an image that it doesn't allow.
 */
final class ImageDigests {
    private static final Duration KNOWN = Duration.ofMinutes(10);
    private static final Duration UNKNOWN = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Supplier<ImageRules> rules;
    private final RegistryClient registry;
    private final InstantSource clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(Optional<String> digest, Instant until) {}

    ImageDigests(Supplier<ImageRules> rules, RegistryClient registry, InstantSource clock) {
        this.rules = rules;
        this.registry = registry;
        this.clock = clock;
    }

    boolean wanted() {
        return rules.get().resolve();
    }

    Optional<String> of(String image) {
        if (!wanted() || !rules.get().allows(image)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var known = answers.get(image);
        if (known != null && now.isBefore(known.until())) {
            return known.digest();
        }
        var digest = ImageName.of(image).flatMap(registry::digest);
        if (answers.size() >= MOST) {
            answers.clear();
        }
        answers.put(image, new Answer(digest, now.plus(digest.isPresent() ? KNOWN : UNKNOWN)));
        return digest;
    }
}

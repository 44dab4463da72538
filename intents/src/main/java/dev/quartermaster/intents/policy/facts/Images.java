package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.people.Organisation;

/** Whether an image comes from an allowed registry: a prefix that ends where a name's component ends. */
final class Images {
    private Images() {}

    static boolean allowed(String image, Organisation organisation) {
        return organisation.imageRegistries().stream().anyMatch(registry -> within(image, registry));
    }

    /** {@code registry.example.com} must not allow {@code registry.example.com.evil.org/x}. */
    private static boolean within(String image, String registry) {
        String prefix = registry.endsWith("/") ? registry : registry + "/";
        return image.startsWith(prefix) && image.length() > prefix.length() && !image.contains("..");
    }
}

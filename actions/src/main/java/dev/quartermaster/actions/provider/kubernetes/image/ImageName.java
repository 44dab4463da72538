package dev.quartermaster.actions.provider.kubernetes.image;

import java.util.Optional;
import java.util.regex.Pattern;

/** An image by its tag, in the parts that a registry knows it by. */
record ImageName(String host, String repository, String tag) {
    private static final Pattern NAME = Pattern.compile(
            "([a-z0-9.-]+(?::[0-9]{1,5})?)/([a-z0-9]+(?:[._/-]+[a-z0-9]+){0,30})(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?");

    /** Empty for one that is said by its digest, or names no host. */
    static Optional<ImageName> of(String image) {
        var parts = NAME.matcher(image);
        return parts.matches() && parts.group(1).matches(".*[.:].*|localhost")
                ? Optional.of(new ImageName(
                        parts.group(1), parts.group(2), parts.group(3) == null ? "latest" : parts.group(3)))
                : Optional.empty();
    }
}

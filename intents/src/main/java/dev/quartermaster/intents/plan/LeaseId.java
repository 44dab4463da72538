package dev.quartermaster.intents.plan;

import java.util.Optional;

/**
 * A lease's id, known before it exists because names of things made are derived from it: {@code lease-} and ten
 * characters of {@code a-z2-7}, the same ten as its request's.
 */
public record LeaseId(String value) {
    /** As a regular expression. */
    public static final String PATTERN = "lease-[a-z2-7]{10}";

    public LeaseId {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("Not a lease's id: " + value);
        }
    }

    /** Of what somebody typed or a link carried; empty: it has not the form of one. */
    public static Optional<LeaseId> of(String value) {
        return value.matches(PATTERN) ? Optional.of(new LeaseId(value)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

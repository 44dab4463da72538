package dev.quartermaster.actions;

import dev.quartermaster.intents.plan.LeaseId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code req-} and ten random characters of {@code a-z2-7} (50 bits); the lease it may become has the same ten. */
public record RequestId(String value) {
    /** As a regular expression. */
    public static final String PATTERN = "req-[a-z2-7]{10}";

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    public RequestId {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("Not a request's id: " + value);
        }
    }

    /** Of what somebody typed or a button carried; empty: it has not the form of one. */
    public static Optional<RequestId> of(String value) {
        return value.matches(PATTERN) ? Optional.of(new RequestId(value)) : Optional.empty();
    }

    /** The request that it came of. */
    public static RequestId of(LeaseId lease) {
        return new RequestId("req-" + lease.value().substring("lease-".length()));
    }

    public static RequestId random() {
        return random(new SecureRandom());
    }

    static RequestId random(RandomGenerator random) {
        StringBuilder id = new StringBuilder("req-");
        random.ints(10, 0, ALPHABET.length()).forEach(each -> id.append(ALPHABET.charAt(each)));
        return new RequestId(id.toString());
    }

    public LeaseId lease() {
        return new LeaseId("lease-" + value.substring(4));
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.quartermaster.actions;

import dev.quartermaster.intents.plan.LeaseId;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** {@code req-} and ten random characters of {@code a-z2-7} (50 bits); the lease it may become has the same ten. */
public record RequestId(String value) {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    public RequestId {
        if (!value.matches("req-[a-z2-7]{10}")) {
            throw new IllegalArgumentException("Not a request's id: " + value);
        }
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

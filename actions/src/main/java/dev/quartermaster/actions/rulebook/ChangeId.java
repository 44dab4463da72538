package dev.quartermaster.actions.rulebook;

import java.security.SecureRandom;

/** {@code change-} and ten random characters of {@code a-z2-7} (50 bits). Also the name of its chain. */
public record ChangeId(String value) {
    public static final String PATTERN = "change-[a-z2-7]{10}";
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    public ChangeId {
        if (!value.matches(PATTERN)) {
            throw new IllegalArgumentException("Not a change's id: " + value);
        }
    }

    static ChangeId random() {
        StringBuilder id = new StringBuilder("change-");
        new SecureRandom().ints(10, 0, ALPHABET.length()).forEach(each -> id.append(ALPHABET.charAt(each)));
        return new ChangeId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}

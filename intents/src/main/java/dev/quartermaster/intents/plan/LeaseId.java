package dev.quartermaster.intents.plan;

/**
 * A lease's id, known before it exists because names of things made are derived from it: {@code lease-} and ten
 * characters of {@code a-z2-7}, the same ten as its request's.
 */
public record LeaseId(String value) {
    public LeaseId {
        if (!value.matches("lease-[a-z2-7]{10}")) {
            throw new IllegalArgumentException("Not a lease's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

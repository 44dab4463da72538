package dev.quartermaster.actions.provider;

/**
 * What only the platform team can mend.
 *
 * @param reason one word that stays the same while the trouble does, such as {@code no-storage-class}: the team is told
 *     once a lease and reason
 * @param words for the team: what is wrong and what to do; may quote the other side, without secrets
 */
public record PlatformTrouble(String reason, String words) {
    /** Somebody changed what was made, and it is set back without anybody's help. */
    public static final String BY_HAND = "changed-by-hand";

    public boolean byHand() {
        return reason.equals(BY_HAND);
    }

    public PlatformTrouble {
        if (!reason.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("Not a reason: " + reason);
        }
    }
}

package dev.quartermaster.actions.provider.kubernetes.waiting;

import dev.quartermaster.actions.provider.PlatformTrouble;
import org.jspecify.annotations.Nullable;

/**
 * Why something isn't ready yet.
 *
 * @param words for the asker: what it waits for and, where somebody has to act, who
 * @param trouble where that is the platform team
 */
public record WaitingReason(String words, @Nullable PlatformTrouble trouble) {
    private static final String TOLD = "; the platform team is told, and it goes on by itself once that is mended";

    WaitingReason adding(String more) {
        return new WaitingReason(words + more, trouble);
    }

    /** It passes by itself, or the asker can do something. */
    static WaitingReason passing(String words) {
        return new WaitingReason(words, null);
    }

    /** @param todo what is wrong and what to do, for the platform team */
    static WaitingReason forPlatform(String reason, String words, String todo) {
        return new WaitingReason(words + TOLD, new PlatformTrouble(reason, todo));
    }
}

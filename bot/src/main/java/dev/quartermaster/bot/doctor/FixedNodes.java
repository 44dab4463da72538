package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.CannotStart;
import org.springframework.core.env.Environment;

/**
 * Whether a cluster's nodes are those that it has now. Unless that is said, a node may come when a pod waits for it, and a
 * label that none has now says nothing about a moment later.
 */
final class FixedNodes {
    static final String VARIABLE = "QUARTERMASTER_NODES";
    private static final String FIXED = "fixed";
    private static final String ON_DEMAND = "on-demand";

    private FixedNodes() {}

    /** @throws CannotStart for another word */
    static boolean said(Environment environment) {
        String said = environment.getProperty(VARIABLE, "").strip();
        if (!said.isEmpty() && !said.equals(FIXED) && !said.equals(ON_DEMAND)) {
            throw new CannotStart(VARIABLE + " can only be \"" + FIXED + "\" or \"" + ON_DEMAND
                    + "\". Set it to one of them, or unset it.");
        }
        return said.equals(FIXED);
    }
}

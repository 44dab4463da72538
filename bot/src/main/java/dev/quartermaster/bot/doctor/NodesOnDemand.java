package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.CannotStart;
import org.springframework.core.env.Environment;

/** Whether a cluster's nodes come when pods wait for them: then a label that no node has now says nothing about a moment later. */
final class NodesOnDemand {
    static final String VARIABLE = "QUARTERMASTER_NODES";
    private static final String ON_DEMAND = "on-demand";

    private NodesOnDemand() {}

    /** @throws CannotStart for another word */
    static boolean said(Environment environment) {
        String said = environment.getProperty(VARIABLE, "").strip();
        if (!said.isEmpty() && !said.equals(ON_DEMAND)) {
            throw new CannotStart(VARIABLE + " can only be \"" + ON_DEMAND + "\". Set it to that, or unset it.");
        }
        return said.equals(ON_DEMAND);
    }
}

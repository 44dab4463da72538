package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.List;

/**
 * Published as an application event when what a lease ran is over, perhaps more than once; for its owner alone, because
 * it may hold anything.
 *
 * @param lines the last ones, oldest first
 */
public record JobOutput(LeaseId lease, RequestId request, List<String> lines) {
    public JobOutput {
        lines = List.copyOf(lines);
    }
}

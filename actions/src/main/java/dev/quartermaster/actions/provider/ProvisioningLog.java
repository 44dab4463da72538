package dev.quartermaster.actions.provider;

import java.util.List;

/**
 * What was done for a part and what its end will do, line by line, in the other side's own language: statements,
 * objects, files. For people to read and to repeat by hand; never a secret.
 *
 * @param done in the order in which it was done
 * @param undo in the order in which it will be done
 */
public record ProvisioningLog(List<String> done, List<String> undo) {
    public static final ProvisioningLog NONE = new ProvisioningLog(List.of(), List.of());

    public ProvisioningLog {
        done = List.copyOf(done);
        undo = List.copyOf(undo);
    }
}

package dev.quartermaster.actions.provider;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody uses a part right now, as far as it can be seen: what a golden path's {@code idle.evidence} is asked
 * with. Null: not known, and what isn't known is never taken for idle.
 *
 * @param kernels that are busy
 * @param connections that are open
 * @param gpu load from 0 to 1
 * @param cpu load from 0 to 1
 */
public record IdleEvidence(
        @Nullable Long kernels,
        @Nullable Long connections,
        @Nullable Double gpu,
        @Nullable Double cpu) {
    public static final IdleEvidence NONE = new IdleEvidence(null, null, null, null);

    /** By the names that expressions use; what isn't known isn't there. */
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("kernels", kernels);
        values.put("connections", connections);
        values.put("gpu", gpu);
        values.put("cpu", cpu);
        values.values().removeIf(value -> value == null);
        return values;
    }
}

package dev.quartermaster.actions.cluster;

import java.util.Map;

/** What stands under a name. */
public sealed interface FoundObject {
    record Absent() implements FoundObject {}

    /** Made for this lease. */
    record Ours(Map<String, Object> tree) implements FoundObject {}

    /** Somebody else's, whatever its labels say. */
    record Foreign(ObjectRef ref) implements FoundObject {
        /** For people: what stands in the way, and who acts. */
        public String words() {
            return ref + " is there already and wasn't made for this lease, so it was left as it is. The platform team"
                    + " finds out whose it is; one of the two needs another name.";
        }
    }
}

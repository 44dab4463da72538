package dev.quartermaster.actions.cluster;

import java.util.List;
import java.util.Optional;

/**
 * Which objects were made by us, remembered outside the cluster: whatever stands on an object, others can write as well.
 * What is about to be made is written down first, so that it is recognised when we were killed before hearing of its uid.
 */
public interface Ownership {
    /**
     * What an object says of itself.
     *
     * @param uid the cluster's own, never used twice
     * @param mark of a making, as it stands on the object; empty where there is none
     * @param lease as its label says; empty where there is none
     */
    record Identity(String uid, String mark, String lease) {}

    /** Notes that an object is about to be made. @return the mark of this making; nobody else knows it */
    String intend(ObjectRef ref, Labels labels);

    /**
     * The mark under which this object was made for the lease; empty: it wasn't, whatever it says of itself. The first
     * object seen with the mark of a making is the one that was made, and no second one is.
     */
    Optional<String> mark(ObjectRef ref, Labels labels, Identity identity);

    /** Everything that was ever made for the part, or begun; much of it may be gone. */
    List<ObjectRef> made(Labels labels);

    /** Every namespace anything was ever made in, whoever has it by now. */
    List<String> namespaces();
}

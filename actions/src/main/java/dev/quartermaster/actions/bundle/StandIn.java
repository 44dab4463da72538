package dev.quartermaster.actions.bundle;

/** A kind of part that may be made on this machine in place of what a cluster would run. A bean says so beside its provider. */
public interface StandIn {
    String kind();

    /** Whether this process makes it, as it was settled at start. */
    boolean madeHere();
}

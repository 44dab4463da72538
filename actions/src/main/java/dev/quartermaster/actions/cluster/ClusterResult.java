package dev.quartermaster.actions.cluster;

/** What came of asking the cluster. Nothing it says is thrown. */
public sealed interface ClusterResult<T> {
    record Done<T>(T value) implements ClusterResult<T> {}

    /** Not now: down, slow, busy, or our sign-in isn't taken. Asking again later is right; words are for people. */
    record Unreachable<T>(String words) implements ClusterResult<T> {}

    /**
     * It said no and will say no again until something is changed.
     *
     * @param status the HTTP code, 4xx
     * @param words the server's own
     */
    record Refused<T>(int status, String words) implements ClusterResult<T> {}

    /** Another worker has written since, under a newer claim or at the same moment: nothing was done, look again. */
    record Late<T>() implements ClusterResult<T> {}
}

package dev.quartermaster.actions.provider.bucket;

import java.util.List;
import java.util.Map;

/**
 * Where buckets are kept, and keys that reach one of them. Any call may come again and finds what an earlier one made. All may
 * throw {@link java.io.UncheckedIOException} when the other side cannot be asked.
 */
interface BucketStorage {
    /** Where clients find it; empty while it cannot be reached. */
    String endpoint();

    /** What it is, for people: "this machine's own storage". */
    String words();

    /** How people find a bucket. */
    String address(BucketKey key);

    void open(String place, String bucket);

    /** Whether a key there would reach something. */
    boolean holds(String place, String bucket);

    /** Nobody has a key to it any more; its files are kept. */
    void retire(String place);

    /** Places that were opened and not retired; none where nobody retires any. */
    default List<String> places() {
        return List.of();
    }

    /** Whether that is still to be done. */
    boolean toRetire(String place);

    /** What a client needs besides the endpoint, made at this moment: labelled lines. */
    Map<String, String> keys(BucketKey key);

    /** What an owner should know at the end, a sentence or two. */
    String farewell();

    List<String> done(BucketKey key);

    List<String> undo(BucketKey key);
}

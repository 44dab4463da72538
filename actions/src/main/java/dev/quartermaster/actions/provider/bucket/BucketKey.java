package dev.quartermaster.actions.provider.bucket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a lease may reach.
 *
 * @param place where the bucket's files are: a folder, or a prefix behind an endpoint
 * @param writes whether it may change what is there, or only read it
 * @param storage bytes that may be written because of it
 * @param accessKey null: none was shown yet
 * @param rotation how many were shown; only the last one counts
 */
record BucketKey(
        String lease,
        String part,
        String place,
        String bucket,
        boolean writes,
        long storage,
        Instant until,
        long epoch,
        @Nullable String accessKey,
        int rotation,
        boolean ended) {}

package dev.quartermaster.actions.provider.bucket;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server lets in, and where to. Asked for every request, so that a key works no longer than its lease. Each key's store
 * begins at its own bucket's folder: there is nothing else in it to reach.
 */
final class KeyedAccess implements BlobStoreLocator {
    private final BucketQueries keys;
    private final ServerKey secrets;
    private final Path folder;
    private final SpaceUsed space = new SpaceUsed();
    private final Semaphore looking = new Semaphore(4);

    KeyedAccess(BucketQueries keys, ServerKey secrets, Path folder) {
        this.keys = keys;
        this.secrets = secrets;
        this.folder = folder;
    }

    /** Of strangers too: what else needs the database must not wait for them. */
    private @Nullable BucketKey working(String accessKey) {
        looking.acquireUninterruptibly();
        try {
            return keys.working(accessKey).orElse(null);
        } finally {
            looking.release();
        }
    }

    @Override
    public @Nullable AccessGrant locateBlobStore(
            @Nullable String accessKey, @Nullable String bucket, @Nullable String object) {
        BucketKey key = accessKey == null || !BucketProvider.mayHaveMade(accessKey) ? null : working(accessKey);
        if (key == null) {
            return null;
        }
        Path place = folder.resolve(key.place());
        boolean foreign = bucket != null && !bucket.isEmpty() && !bucket.equals(key.bucket());
        if (foreign || !Files.isDirectory(place)) {
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED, "This key reaches one bucket, and not this one.");
        }
        return new AccessGrant(
                secrets.secret(key),
                new OwnBucketStore(new FilesystemNio2BlobStore(place.toString()), key, space.of(place)));
    }
}

package dev.quartermaster.actions.provider.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * One bucket of an organisation behind an S3 endpoint with STS (AWS, Ceph, MinIO), in which each place is a prefix. Keys are
 * sessions that reach one prefix until the lease's end at the latest; one that is stopped before is followed by no new session.
 */
final class EndpointStorage implements BucketStorage {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointStorage.class);
    /** What STS gives at least and what is asked for at most: an end before its time is an end within the hour. */
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    private static final Duration LONGEST = Duration.ofHours(1);

    private final EndpointSettings settings;
    private final S3Client s3;
    private final StsClient sts;
    private final Clock clock;

    EndpointStorage(EndpointSettings settings, S3Client s3, StsClient sts, Clock clock) {
        this.settings = settings;
        this.s3 = s3;
        this.sts = sts;
        this.clock = clock;
    }

    @Override
    public String endpoint() {
        return settings.endpoint().toString();
    }

    @Override
    public String words() {
        return "the bucket storage at " + settings.endpoint().getHost();
    }

    @Override
    public String address(BucketKey key) {
        return "s3://" + settings.bucket() + "/" + prefix(key) + " at " + endpoint();
    }

    /** A prefix needs no making; but its keys should open something. */
    @Override
    public void open(String place, String bucket) {
        try {
            s3.headBucket(each -> each.bucket(settings.bucket()));
        } catch (SdkException away) {
            throw away("does not answer for " + settings.bucket(), away);
        }
    }

    @Override
    public boolean holds(String place, String bucket) {
        return true;
    }

    @Override
    public boolean toRetire(String place) {
        return false;
    }

    @Override
    public void retire(String place) {
        LOG.info("Nobody has a key to {}/{}/ any more; its files stay there", settings.bucket(), place);
    }

    @Override
    public Map<String, String> keys(BucketKey key) {
        Credentials session = session(key);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Bucket", settings.bucket());
        lines.put("Prefix", prefix(key));
        lines.put("Region", settings.region());
        lines.put("Access key", session.accessKeyId());
        lines.put("Secret key", session.secretAccessKey());
        lines.put("Session token", session.sessionToken());
        lines.put(
                "Command line",
                "aws --endpoint-url " + endpoint() + " s3 cp FILE s3://" + settings.bucket() + "/" + prefix(key));
        lines.put(
                "May", (key.writes() ? "Read and write" : "Read") + " what begins with this prefix and nothing else.");
        lines.put("Note", "They work until " + session.expiration() + "; show them again for the hours after that.");
        return lines;
    }

    private Credentials session(BucketKey key) {
        Duration left = Duration.between(clock.instant(), key.until());
        Duration asked = left.compareTo(LONGEST) > 0 ? LONGEST : left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
        try {
            return sts.assumeRole(each -> each.roleArn(settings.role())
                            .roleSessionName(key.lease())
                            .durationSeconds((int) asked.toSeconds())
                            .policy(SessionPolicy.of(settings.bucket(), prefix(key), key.writes(), end(key))))
                    .credentials();
        } catch (SdkException away) {
            throw away("gives no session", away);
        }
    }

    /** The shortest session may be longer than the lease: the policy ends it. */
    private static Instant end(BucketKey key) {
        return key.until().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String prefix(BucketKey key) {
        return key.place() + "/" + key.bucket() + "/";
    }

    private UncheckedIOException away(String what, SdkException cause) {
        return new UncheckedIOException(new IOException(settings.endpoint() + " " + what, cause));
    }

    @Override
    public String farewell() {
        return "Keys of the bucket that were shown work for an hour at most, and no new ones are made. Its files are not"
                + " deleted: the platform team finds them under its prefix.";
    }

    @Override
    public List<String> done(BucketKey key) {
        return List.of("give sessions of the role " + settings.role() + " that may "
                + (key.writes() ? "read and write" : "read") + " s3://" + settings.bucket() + "/" + prefix(key));
    }

    @Override
    public List<String> undo(BucketKey key) {
        return List.of("give no more sessions; the last one ends within the hour, and the files stay");
    }
}

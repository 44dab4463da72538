package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.intents.config.Bundle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether the organisation's S3 endpoint has the bucket and gives sessions. */
public final class BucketCheck implements SetupCheck {
    private static final String SUBJECT = "Buckets";
    private static final int SHORTEST_SECONDS = 900;

    private final @Nullable EndpointSettings settings;

    /** @param settings null where buckets are kept on this machine */
    BucketCheck(@Nullable EndpointSettings settings) {
        this.settings = settings;
    }

    /** @throws dev.quartermaster.actions.CannotStart when it is half configured */
    public static BucketCheck of(Environment environment) {
        if (environment.getProperty(EndpointSettings.ENDPOINT) == null) {
            EndpointSettings.none(environment);
            return new BucketCheck(null);
        }
        return new BucketCheck(EndpointSettings.of(environment));
    }

    @Override
    public Checkup look(Bundle bundle) {
        return settings == null
                ? Checkup.fine(SUBJECT, "this machine's own S3 server; QUARTERMASTER_S3_ENDPOINT names another")
                : new Checkup(
                        SUBJECT, settings.endpoint() + ", " + settings.bucket(), findings(settings, paths(bundle)));
    }

    private static List<Finding> findings(EndpointSettings settings, List<String> paths) {
        var found = new ArrayList<Finding>();
        try (var s3 = settings.s3()) {
            s3.headBucket(each -> each.bucket(settings.bucket()));
        } catch (SdkException refused) {
            found.add(new Finding(
                    "The bucket " + settings.bucket() + " can't be opened (" + said(refused) + ").",
                    paths,
                    "everybody with a bucket",
                    "aws --endpoint-url " + settings.endpoint() + " s3api head-bucket --bucket " + settings.bucket()
                            + "    # with QUARTERMASTER_S3_ACCESS_KEY and _SECRET_KEY"));
        }
        try (var sts = settings.sts()) {
            sts.assumeRole(each -> each.roleArn(settings.role())
                    .roleSessionName("quartermaster-doctor")
                    .durationSeconds(SHORTEST_SECONDS));
        } catch (SdkException refused) {
            found.add(new Finding(
                    "No session of the role " + settings.role() + " is given to us (" + said(refused) + ").",
                    paths,
                    "everybody with a bucket",
                    "Allow sts:AssumeRole on " + settings.role() + " to the account of QUARTERMASTER_S3_ACCESS_KEY."));
        }
        return found;
    }

    private static String said(SdkException refused) {
        return refused instanceof AwsServiceException answered ? "answered " + answered.statusCode() : "not reached";
    }

    private static List<String> paths(Bundle bundle) {
        return bundle.catalogue().paths().values().stream()
                .filter(path -> path.parts().stream().anyMatch(part -> part.type() instanceof BucketPart))
                .map(path -> path.name().value())
                .toList();
    }
}

package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * An S3 endpoint with STS.
 *
 * @param bucket the organisation's, in which each lease's bucket is a prefix
 * @param role what sessions are of; its rights are the most that a session can have
 * @param stsEndpoint where sessions are given; MinIO and Ceph do so at the endpoint itself
 */
record EndpointSettings(
        URI endpoint, String bucket, String role, String region, URI stsEndpoint, String accessKey, String secretKey) {
    static final String ENDPOINT = "QUARTERMASTER_S3_ENDPOINT";

    private static final String S3 = "QUARTERMASTER_S3_";
    private static final List<String> BESIDES = List.of("BUCKET", "ROLE", "ACCESS_KEY", "SECRET_KEY");
    /** A look at a part takes a few seconds at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @throws CannotStart when some are set and others missing */
    static EndpointSettings of(Environment environment) {
        List<String> missing = Stream.concat(Stream.of("ENDPOINT"), BESIDES.stream())
                .filter(name -> said(environment, name) == null)
                .map(name -> S3 + name)
                .toList();
        if (!missing.isEmpty()) {
            throw half(String.join(", ", missing) + " missing");
        }
        String endpoint = String.valueOf(said(environment, "ENDPOINT"));
        String sts = said(environment, "STS_ENDPOINT");
        String region = said(environment, "REGION");
        return new EndpointSettings(
                URI.create(endpoint),
                String.valueOf(said(environment, "BUCKET")),
                String.valueOf(said(environment, "ROLE")),
                region == null ? "us-east-1" : region,
                URI.create(sts == null ? endpoint : sts),
                String.valueOf(said(environment, "ACCESS_KEY")),
                String.valueOf(said(environment, "SECRET_KEY")));
    }

    /** @throws CannotStart when something of an endpoint is set, and no endpoint */
    static void none(Environment environment) {
        List<String> set = BESIDES.stream()
                .filter(name -> said(environment, name) != null)
                .map(name -> S3 + name)
                .toList();
        if (!set.isEmpty()) {
            throw half(String.join(", ", set) + " set and " + ENDPOINT + " missing");
        }
    }

    private static CannotStart half(String what) {
        return new CannotStart("Buckets behind an S3 endpoint are half configured: " + what
                + ". Set what is missing, or unset all of them for this machine's own storage.");
    }

    private static @Nullable String said(Environment environment, String name) {
        String value = environment.getProperty(S3 + name);
        return value == null || value.isBlank() ? null : value;
    }

    S3Client s3() {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(true)
                .credentialsProvider(own())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(patient())
                .build();
    }

    StsClient sts() {
        return StsClient.builder()
                .endpointOverride(stsEndpoint)
                .region(Region.of(region))
                .credentialsProvider(own())
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(patient())
                .build();
    }

    private AwsCredentialsProvider own() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }

    private static ClientOverrideConfiguration patient() {
        return ClientOverrideConfiguration.builder().apiCallTimeout(PATIENCE).build();
    }

    @Override
    public String toString() {
        return "EndpointSettings[" + endpoint + ", " + bucket + ", " + role + "]";
    }
}

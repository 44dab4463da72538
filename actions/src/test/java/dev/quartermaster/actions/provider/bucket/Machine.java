package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.OwnAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A machine with buckets, and people on it with an S3 client. */
record Machine(BucketProvider provider, MachineServer server, Path folder) implements AutoCloseable {
    /** As the client has it where nothing is said. */
    private static final long WHOLE = 1 << 20;

    static Machine on(Database database, Path folder) {
        BucketQueries keys = new BucketQueries(database.jdbc());
        ServerKey secrets = ServerKey.in(MachineStorage.prepared(folder).resolve("server-key"));
        MachineServer server = new MachineServer(new KeyedAccess(keys, secrets, folder), 0);
        server.start();
        BucketProvider provider = new BucketProvider(
                keys,
                new MachineStorage(folder, secrets, server),
                new SampleBundles(asked -> {
                    throw new AssertionError("Nothing is judged here");
                }),
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                new OwnAddress("http://localhost:8080"));
        return new Machine(provider, server, folder);
    }

    /** @param lease ten characters */
    static Orders order(String lease, String bucket, String access, String share) {
        return Orders.of(
                lease,
                "bucket",
                "bucket",
                Map.of("bucket", bucket, "access", access, "storage", "1Gi", "share", share));
    }

    Map<String, String> keys(Order order) {
        return provider.credentials(order).orElseThrow().lines();
    }

    S3Client client(Order order) {
        return client(keys(order));
    }

    S3Client client(Map<String, String> keys) {
        return client(by(keys));
    }

    private static AwsCredentialsProvider by(Map<String, String> keys) {
        return StaticCredentialsProvider.create(
                AwsBasicCredentials.create(keys.get("Access key"), keys.get("Secret key")));
    }

    S3Client anonymous() {
        return client(AnonymousCredentialsProvider.create());
    }

    /** It sends a file once it is told to go on: what is refused by its name closes the connection under a file on its way. */
    S3Client asking(Order order) {
        return client(by(keys(order)), 0);
    }

    private S3Client client(AwsCredentialsProvider by) {
        return client(by, WHOLE);
    }

    /** @param told bytes from which on it asks before it sends them */
    private S3Client client(AwsCredentialsProvider by, long told) {
        return S3Client.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .region(Region.US_EAST_1)
                .serviceConfiguration(each -> each.pathStyleAccessEnabled(true).expectContinueThresholdInBytes(told))
                .credentialsProvider(by)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        server.stop();
    }
}

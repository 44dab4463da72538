package dev.quartermaster.actions.provider.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket as whoever got keys to it finds it, with Amazon's own client. */
@RealPostgres
class BucketProviderTest {
    @TempDir
    private Path home;

    private final Database database;
    private Machine machine;

    BucketProviderTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        database.jdbc().sql("delete from bucket_key").update();
        machine = Machine.on(database, home.resolve("buckets"));
    }

    @AfterEach
    void stop() {
        machine.close();
    }

    @Test
    void aFolderOfALeaseThatIsNotOpenAndThatNoKeyReachesIsFoundAndLeftAlone() throws IOException {
        Order order = ready(anas());
        Path strange = Files.createDirectories(home.resolve("buckets/lease-zzzzzzzzzz-bucket/raw"));
        assertThat(machine.provider().leftovers(lease -> Standing.OPEN)).isEmpty();

        assertThat(machine.provider().leftovers(lease -> Standing.UNKNOWN))
                .as("the other has a key")
                .containsExactly(new Leftover(
                        new LeaseId("lease-zzzzzzzzzz"),
                        "bucket/lease-zzzzzzzzzz-bucket",
                        "the bucket's folder lease-zzzzzzzzzz-bucket in this machine's own storage",
                        false));
        assertThat(strange).isDirectory();
        machine.provider().converge(order, Wanted.GONE);
        assertThat(machine.provider().leftovers(lease -> Standing.OVER)).hasSize(1);
    }

    @Test
    void filesAreWrittenReadListedAndDeleted() {
        S3Client ana = machine.client(ready(anas()));
        put(ana, "nps-raw", "2026/june.csv", "1,2,3");
        put(ana, "nps-raw", "übersicht & more.txt", "ü");

        assertThat(get(ana, "nps-raw", "2026/june.csv")).isEqualTo("1,2,3");
        assertThat(get(ana, "nps-raw", "übersicht & more.txt")).isEqualTo("ü");
        assertThat(names(ana, "nps-raw")).containsExactly("2026/june.csv", "übersicht & more.txt");

        ana.deleteObject(each -> each.bucket("nps-raw").key("2026/june.csv"));
        assertThat(names(ana, "nps-raw")).containsExactly("übersicht & more.txt");
        assertThat(deletedTogether(ana, "übersicht & more.txt").errors()).isEmpty();
        assertThat(names(ana, "nps-raw")).isEmpty();
    }

    @Test
    void aLargeFileIsSentInParts() {
        S3Client ana = machine.client(ready(anas()));
        byte[] part = new byte[5 << 20];
        Arrays.fill(part, (byte) 'x');
        String upload = ana.createMultipartUpload(each -> each.bucket("nps-raw").key("large"))
                .uploadId();
        List<CompletedPart> parts = Stream.of(1, 2)
                .map(number -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(ana.uploadPart(
                                        each -> each.bucket("nps-raw")
                                                .key("large")
                                                .uploadId(upload)
                                                .partNumber(number),
                                        RequestBody.fromBytes(part))
                                .eTag())
                        .build())
                .toList();
        ana.completeMultipartUpload(each -> each.bucket("nps-raw")
                .key("large")
                .uploadId(upload)
                .multipartUpload(CompletedMultipartUpload.builder().parts(parts).build()));

        assertThat(ana.headObject(each -> each.bucket("nps-raw").key("large")).contentLength())
                .isEqualTo(2L * part.length);
    }

    @Test
    void aKeyReachesItsOwnBucketAndNoOther() {
        S3Client ana = machine.client(ready(anas()));
        S3Client raj = machine.client(
                ready(Machine.order("rrrrrrrrrr", "claims", "write", "").by("raj")));
        put(raj, "claims", "secret.csv", "hers");

        denied(() -> get(ana, "claims", "secret.csv"));
        denied(() -> names(ana, "claims"));
        denied(() -> put(ana, "claims", "other.csv", "mine"));
        denied(() -> ana.deleteObject(each -> each.bucket("claims").key("secret.csv")));
        denied(() -> ana.copyObject(each -> each.sourceBucket("claims")
                .sourceKey("secret.csv")
                .destinationBucket("nps-raw")
                .destinationKey("stolen.csv")));
        denied(() -> ana.createBucket(each -> each.bucket("another")));
        denied(() -> ana.deleteBucket(each -> each.bucket("nps-raw")));
        denied(() -> ana.getObject(each -> each.bucket("ended").key("anything")));
        assertThat(ana.listBuckets().buckets()).extracting(Bucket::name).containsExactly("nps-raw");
        assertThat(get(raj, "claims", "secret.csv")).isEqualTo("hers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../lease-rrrrrrrrrr-bucket/claims/secret.csv", "../../server-key", "a/../../../x"})
    void aNameOfAFileLeadsNowhereElse(String name) {
        S3Client ana = machine.asking(ready(anas()));
        put(
                machine.client(
                        ready(Machine.order("rrrrrrrrrr", "claims", "write", "").by("raj"))),
                "claims",
                "secret.csv",
                "hers");

        assertThatThrownBy(() -> get(ana, "nps-raw", name))
                .isInstanceOf(S3Exception.class)
                .hasMessageNotContaining(home.toString());
        assertThatThrownBy(() -> put(ana, "nps-raw", name, "overwritten")).isInstanceOf(S3Exception.class);
        assertThat(home.resolve("buckets/lease-rrrrrrrrrr-bucket/claims/secret.csv"))
                .hasContent("hers");
        assertThat(home.resolve("buckets/server-key")).hasSize(32);
    }

    @Test
    void nobodyGetsInWithoutAKeyOrWithAWrongSecret() {
        Map<String, String> keys = machine.keys(ready(anas()));
        put(machine.client(keys), "nps-raw", "june.csv", "1,2,3");
        Map<String, String> wrong = new HashMap<>(keys);
        wrong.put("Secret key", keys.get("Access key"));
        Map<String, String> unknown = new HashMap<>(keys);
        unknown.put("Access key", "QMAAAAAAAAAAAAAAAAAA");

        denied(() -> get(machine.anonymous(), "nps-raw", "june.csv"));
        denied(() -> names(machine.anonymous(), "nps-raw"));
        denied(() -> put(machine.anonymous(), "nps-raw", "x", "y"));
        refused("SignatureDoesNotMatch", () -> get(machine.client(wrong), "nps-raw", "june.csv"));
        refused("InvalidAccessKeyId", () -> get(machine.client(unknown), "nps-raw", "june.csv"));
    }

    @Test
    void keysShownBeforeAreReplaced() {
        Order order = ready(anas());
        S3Client before = machine.client(order);
        S3Client now = machine.client(order);
        put(now, "nps-raw", "june.csv", "1,2,3");
        refused("InvalidAccessKeyId", () -> get(before, "nps-raw", "june.csv"));
    }

    @Test
    void whoReadsChangesNothing() {
        S3Client ana = machine.client(ready(anas()));
        put(ana, "nps-raw", "june.csv", "1,2,3");
        S3Client reader = machine.client(ready(Machine.order("bbbbbbbbbb", "nps-raw", "read", "")));

        assertThat(get(reader, "nps-raw", "june.csv")).isEqualTo("1,2,3");
        denied(() -> put(reader, "nps-raw", "june.csv", "other"));
        denied(() -> reader.deleteObject(each -> each.bucket("nps-raw").key("june.csv")));
        denied(() -> reader.createMultipartUpload(each -> each.bucket("nps-raw").key("large")));
        denied(() -> reader.copyObject(each -> each.sourceBucket("nps-raw")
                .sourceKey("june.csv")
                .destinationBucket("nps-raw")
                .destinationKey("copy.csv")));
        assertThat(deletedTogether(reader, "june.csv").errors())
                .extracting(S3Error::code)
                .containsExactly("AccessDenied");
        assertThat(names(reader, "nps-raw")).containsExactly("june.csv");
    }

    @Test
    void itIsSharedToReadWithThoseWhoAreNamedAndNoLongerThanTheirLease() {
        put(machine.client(ready(Machine.order("aaaaaaaaaa", "nps-raw", "write", "omar"))), "nps-raw", "june.csv", "1");

        Orders omars = Machine.order("cccccccccc", "nps-raw", "read", "").by("omar");
        S3Client omar = machine.client(ready(omars));
        assertThat(get(omar, "nps-raw", "june.csv")).isEqualTo("1");

        Observed raj = machine.provider()
                .converge(
                        Machine.order("rrrrrrrrrr", "nps-raw", "read", "")
                                .by("raj")
                                .order(),
                        Wanted.RUNNING);
        assertThat(raj)
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("Nobody shares a bucket of that name with you"));

        machine.provider().converge(omars.order(), Wanted.GONE);
        refused("InvalidAccessKeyId", () -> get(omar, "nps-raw", "june.csv"));
        assertThat(home.resolve("buckets/lease-aaaaaaaaaa-bucket/nps-raw/june.csv"))
                .hasContent("1");
    }

    @Test
    void whoMayReadSomebodysBucketOpensOneOfTheirOwnByWriting() {
        put(machine.client(ready(Machine.order("aaaaaaaaaa", "nps-raw", "write", "omar"))), "nps-raw", "june.csv", "1");
        ready(Machine.order("cccccccccc", "nps-raw", "read", "").by("omar"));
        S3Client omars = machine.client(
                ready(Machine.order("dddddddddd", "nps-raw", "write", "").by("omar")));
        put(omars, "nps-raw", "june.csv", "2");
        assertThat(home.resolve("buckets/lease-aaaaaaaaaa-bucket/nps-raw/june.csv"))
                .hasContent("1");
    }

    @Test
    void whoReadsLosesItWithTheLastWhoPaysForIt() {
        Order writing = ready(anas());
        put(machine.client(writing), "nps-raw", "june.csv", "1,2,3");
        Order reading = ready(Machine.order("bbbbbbbbbb", "nps-raw", "read", ""));
        S3Client reader = machine.client(reading);

        machine.provider().converge(writing, Wanted.GONE);

        refused("InvalidAccessKeyId", () -> get(reader, "nps-raw", "june.csv"));
        assertThat(machine.provider().observe(reading)).isInstanceOf(Observed.Broken.class);
        assertThat(home.resolve("buckets/ended/lease-aaaaaaaaaa-bucket/nps-raw/june.csv"))
                .hasContent("1,2,3");
        assertThat(machine.provider().converge(reading, Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        assertThat(home.resolve("buckets/lease-aaaaaaaaaa-bucket")).doesNotExist();
    }

    @Test
    void oneNameSharedByTwoPeopleIsNobodysGuess() {
        ready(Machine.order("aaaaaaaaaa", "nps-raw", "write", "omar"));
        ready(Machine.order("cccccccccc", "nps-raw", "write", "omar").by("raj"));

        assertThat(machine.provider()
                        .converge(
                                Machine.order("dddddddddd", "nps-raw", "read", "")
                                        .by("omar")
                                        .order(),
                                Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        said -> assertThat(said.words())
                                .contains("Several people share a bucket of that name with you: ana, raj"));
    }

    @Test
    void keysAreDeadAtTheEndAndTheFilesAreKept() {
        Order order = ready(anas());
        S3Client ana = machine.client(order);
        put(ana, "nps-raw", "june.csv", "1,2,3");

        assertThat(machine.provider().converge(order, Wanted.GONE)).isInstanceOf(Observed.Absent.class);
        refused("InvalidAccessKeyId", () -> get(ana, "nps-raw", "june.csv"));
        refused("InvalidAccessKeyId", () -> put(ana, "nps-raw", "late.csv", "x"));
        assertThat(machine.provider().credentials(order)).isEmpty();
        assertThat(home.resolve("buckets/ended/lease-aaaaaaaaaa-bucket/nps-raw/june.csv"))
                .hasContent("1,2,3");
        assertThat(home.resolve("buckets/lease-aaaaaaaaaa-bucket")).doesNotExist();
        assertThat(machine.provider().observe(order)).isInstanceOf(Observed.Absent.class);
        assertThat(machine.provider().farewell(order)).contains("buckets/ended");
    }

    @Test
    void keysAreDeadWhenTheTimeIsOverAndWorkAgainWhenItIsMore() {
        Order order = ready(anas());
        S3Client ana = machine.client(order);
        Order over = anas().until(Instant.parse("2020-01-01T00:00:00Z")).order();
        assertThat(machine.provider().observe(over)).isInstanceOf(Observed.Absent.class);
        machine.provider().converge(over, Wanted.RUNNING);
        refused("InvalidAccessKeyId", () -> names(ana, "nps-raw"));

        ready(anas());
        assertThat(names(ana, "nps-raw")).isEmpty();
    }

    @Test
    void aWorkerThatComesLateOpensNothing() {
        Orders order = anas();
        machine.provider().converge(order.epoch(5).order(), Wanted.GONE);
        assertThat(machine.provider().converge(order.epoch(4).order(), Wanted.RUNNING))
                .isInstanceOf(Observed.Making.class);
        assertThat(machine.provider().observe(order.epoch(5).order())).isInstanceOf(Observed.Absent.class);

        ready(order.epoch(6));
        assertThat(machine.provider().converge(order.epoch(5).order(), Wanted.GONE))
                .isInstanceOf(Observed.Making.class);
        assertThat(machine.provider().observe(order.epoch(6).order())).isInstanceOf(Observed.Ready.class);
    }

    @Test
    void filesAndKeysOutliveAStartOfTheServer() {
        Order order = ready(anas());
        Map<String, String> keys = machine.keys(order);
        put(machine.client(keys), "nps-raw", "june.csv", "1,2,3");
        machine.close();

        machine = Machine.on(database, home.resolve("buckets"));
        assertThat(machine.provider().observe(order)).isInstanceOf(Observed.Ready.class);
        assertThat(get(machine.client(keys), "nps-raw", "june.csv")).isEqualTo("1,2,3");
    }

    @Test
    void noMoreIsWrittenThanWasAskedFor() {
        Map<String, Object> small = Map.of("bucket", "nps-raw", "access", "write", "storage", "1Mi");
        S3Client ana = machine.client(ready(Orders.of("aaaaaaaaaa", "bucket", "bucket", small)));
        put(ana, "nps-raw", "half", "x".repeat(600_000));
        refused("EntityTooLarge", () -> put(ana, "nps-raw", "other-half", "x".repeat(600_000)));

        ana.deleteObject(each -> each.bucket("nps-raw").key("half"));
        put(ana, "nps-raw", "other-half", "x".repeat(600_000));
        assertThat(names(ana, "nps-raw")).containsExactly("other-half");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "nps raw", "büro", "NPS", "a", "ended/x", "-x-", "x.y", ""})
    void aNameThatIsNoneIsRefusedInWords(String name) throws IOException {
        assertThat(machine.provider()
                        .converge(Machine.order("aaaaaaaaaa", name, "write", "").order(), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words())
                                .startsWith("A bucket cannot be called that")
                                .endsWith("Ask again with another name."));
        try (Stream<Path> made = Files.list(home.resolve("buckets"))) {
            assertThat(made).containsExactly(home.resolve("buckets/server-key"));
        }
    }

    @Test
    void withWhomItIsSharedMustBeSomebody() {
        assertThat(machine.provider()
                        .converge(
                                Machine.order("aaaaaaaaaa", "nps-raw", "write", "nemo")
                                        .order(),
                                Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("\"nemo\""));
    }

    @Test
    void noSecretStandsInARowOrInALine() throws IOException {
        Map<String, String> keys = machine.keys(ready(anas()));
        String rows = database.jdbc()
                .sql("select string_agg(bucket_key::text, ' ') from bucket_key")
                .query(String.class)
                .single();
        assertThat(rows).contains(keys.get("Access key")).doesNotContain(keys.get("Secret key"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("buckets/server-key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("buckets"))))
                .isEqualTo("rwx------");
    }

    /** A newer server may bring a way to change things that nobody thought of here. */
    @Test
    void whateverChangesAnythingIsAskedForFirst() {
        Set<String> asked = Arrays.stream(OwnBucketStore.class.getDeclaredMethods())
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        Set<String> reading = Set.of(
                "list",
                "listV1",
                "listVersions",
                "listMultipartUpload",
                "listMultipartUploads",
                "containerExists",
                "headBucket",
                "blobExists",
                "blobMetadata",
                "blobMetadataIfPresent",
                "getBlob",
                "getBlobAccess",
                "getBlobAcl",
                "getContainerAccess",
                "getContainerAcl",
                "getBucketEncryption",
                "getBucketVersioning",
                "getMinimumMultipartPartSize",
                "supportsVersioning",
                "supportsBucketEncryption",
                "supportsServerSideEncryption",
                "supportsCopyMultipartPart",
                "close");
        // The first removes each by removeBlob; the second is not passed on, as it says that it is not supported.
        Set<String> through = Set.of("removeBlobs", "copyMultipartPart");
        assertThat(Arrays.stream(BlobStore.class.getMethods()).map(method -> method.getName()))
                .allMatch(name -> asked.contains(name) || reading.contains(name) || through.contains(name));
    }

    private static Orders anas() {
        return Machine.order("aaaaaaaaaa", "nps-raw", "write", "");
    }

    private Order ready(Orders orders) {
        assertThat(machine.provider().converge(orders.order(), Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        return orders.order();
    }

    private static void put(S3Client client, String bucket, String name, String content) {
        client.putObject(each -> each.bucket(bucket).key(name), RequestBody.fromString(content));
    }

    private static String get(S3Client client, String bucket, String name) {
        return client.getObjectAsBytes(each -> each.bucket(bucket).key(name)).asUtf8String();
    }

    private static List<String> names(S3Client client, String bucket) {
        return client.listObjectsV2(each -> each.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static DeleteObjectsResponse deletedTogether(S3Client client, String name) {
        return client.deleteObjects(
                each -> each.bucket("nps-raw").delete(all -> all.objects(object -> object.key(name))));
    }

    private static void denied(ThrowingCallable act) {
        refused("AccessDenied", act);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo(code));
    }
}

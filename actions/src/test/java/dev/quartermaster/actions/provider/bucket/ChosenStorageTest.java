package dev.quartermaster.actions.provider.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which storage it is, by what is configured. */
@RealPostgres
class ChosenStorageTest {
    @TempDir
    private Path home;

    private final Database database;

    ChosenStorageTest(Database database) {
        this.database = database;
    }

    @Test
    void withNothingSaidItIsThisMachines() {
        runner().withPropertyValues("quartermaster.s3.port=0").run(context -> {
            assertThat(context).hasSingleBean(BucketStorage.class).hasSingleBean(MachineServer.class);
            assertThat(context.getBean(BucketStorage.class).endpoint()).startsWith("http://127.0.0.1:");
        });
    }

    @Test
    void whereItsPortIsTakenItTakesAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            runner().withPropertyValues("quartermaster.s3.port=" + taken.getLocalPort())
                    .run(context -> assertThat(
                                    context.getBean(BucketStorage.class).endpoint())
                            .startsWith("http://127.0.0.1:")
                            .doesNotEndWith(":" + taken.getLocalPort()));
        }
    }

    @Test
    void withAnEndpointItIsThatOneAndNoServerRunsHere() {
        runner().withPropertyValues(
                        "QUARTERMASTER_S3_ENDPOINT=https://s3.example.org",
                        "QUARTERMASTER_S3_BUCKET=acme-data",
                        "QUARTERMASTER_S3_ROLE=arn:aws:iam::123456789012:role/buckets",
                        "QUARTERMASTER_S3_ACCESS_KEY=platform",
                        "QUARTERMASTER_S3_SECRET_KEY=secret")
                .run(context -> {
                    assertThat(context).hasSingleBean(BucketStorage.class).doesNotHaveBean(MachineServer.class);
                    assertThat(context.getBean(BucketStorage.class).endpoint()).isEqualTo("https://s3.example.org");
                });
    }

    @Test
    void withHalfOfAnEndpointItDoesNotStart() {
        runner().withPropertyValues("QUARTERMASTER_S3_BUCKET=acme-data")
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(CannotStart.class));
        runner().withPropertyValues("QUARTERMASTER_S3_ENDPOINT=https://s3.example.org")
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(CannotStart.class));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withPropertyValues("quartermaster.home=" + home)
                .withBean(BucketQueries.class, () -> new BucketQueries(database.jdbc()))
                .withUserConfiguration(MachineConfiguration.class, EndpointConfiguration.class);
    }
}

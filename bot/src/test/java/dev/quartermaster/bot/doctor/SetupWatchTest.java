package dev.quartermaster.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.doctor.Doctor;
import dev.quartermaster.actions.doctor.DoctorReport;
import dev.quartermaster.actions.provider.kubernetes.KubernetesChecks;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.People;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class SetupWatchTest {
    @Test
    void aFirstLookThatFailsIsRepeatedAtTheNextTurn() throws IOException {
        var bundles = new LateBundles(
                ((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())).bundle());
        try (var simulated = SimulatedCluster.start(0, Timings.immediate());
                var cluster = Cluster.simulatedAt(simulated.url())) {
            var watch = new SetupWatch(
                    new Doctor(List.of()),
                    KubernetesChecks.survey(cluster, false),
                    bundles,
                    event -> {},
                    cluster,
                    new StandardEnvironment());
            watch.look(0);
            assertThat(watch.last()).isEmpty();
            watch.look(1);
            assertThat(watch.last()).contains(new DoctorReport(List.of()));
        }
    }

    /** Away at the first question. */
    private static final class LateBundles implements Bundles {
        private final Bundle bundle;
        private boolean asked;

        private LateBundles(Bundle bundle) {
            this.bundle = bundle;
        }

        @Override
        public Bundle current() {
            if (!asked) {
                asked = true;
                throw new IllegalStateException("the database is away");
            }
            return bundle;
        }

        @Override
        public Bundle byHash(String hash) {
            return bundle;
        }

        @Override
        public People read() {
            return bundle.people();
        }
    }
}

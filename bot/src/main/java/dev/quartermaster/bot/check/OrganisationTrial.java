package dev.quartermaster.bot.check;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.definition.CustomDefinitions;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.kubernetes.ManifestTrial;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.config.Bundle;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that is tried with an organisation's files once each of them could be read. */
final class OrganisationTrial {
    private final Bundle bundle;
    private final Bundle local;
    private final Faults faults;
    private final FilePlaces places;

    /** @param local the same files, as read where parts that have a stand-in are made by it */
    OrganisationTrial(Bundle bundle, Bundle local, Faults faults) {
        this.bundle = bundle;
        this.local = local;
        this.faults = faults;
        this.places = new FilePlaces(bundle.files());
    }

    /**
     * @return what was tried and what was not, for people
     * @throws IOException when a definition cannot be read
     * @throws IllegalArgumentException when there is no cluster to ask
     */
    String all(CheckArguments arguments, Map<String, String> environment) throws IOException {
        var definitions = arguments.definitions() == null
                ? CustomDefinitions.NONE
                : CustomDefinitions.of(arguments.definitions());
        bundle.judge().warnings().forEach(faults::warning);
        new SentenceTrial(bundle.catalogue(), places, faults).look();
        new UseTrial(bundle, places, faults).look();
        Optional<Samples> samples = Samples.of(bundle);
        Optional<Samples> here = Samples.of(local);
        if (samples.isEmpty() || here.isEmpty()) {
            faults.problem(
                    "people.yaml",
                    places.line("people.yaml", "teams"),
                    "",
                    "No team has a member.",
                    "Add one: nobody can ask for anything.");
            return "Tried: nothing.";
        }
        try (var simulated = SimulatedCluster.start(0, Timings.immediate());
                var cluster = cluster(arguments, environment, simulated)) {
            var manifests = new ManifestTrial(cluster, definitions);
            var trial = new PathTrial(samples.get(), manifests, places, faults);
            for (GoldenPath path : CheckCommand.paths(bundle)) {
                trial.path(path);
                trial.local(here.get(), local.catalogue().paths().get(path.name()));
            }
            return trial.summary() + " The objects were held against " + described(cluster) + unknown(manifests);
        }
    }

    private static Cluster cluster(
            CheckArguments arguments, Map<String, String> environment, SimulatedCluster simulated) {
        return arguments.dryRun()
                ? Cluster.from(environment)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no cluster to ask: --dry-run wants a KUBECONFIG that names one."))
                : Cluster.simulatedAt(simulated.url());
    }

    private static String described(Cluster cluster) {
        return cluster.simulated() ? "the simulated cluster's schemas." : cluster.describe() + ".";
    }

    private static String unknown(ManifestTrial manifests) {
        return manifests.unknown().isEmpty()
                ? ""
                : " Of these kinds nothing says what they look like: "
                        + String.join(", ", new TreeSet<>(manifests.unknown()))
                        + ". Name their definitions with --crds FOLDER.";
    }
}

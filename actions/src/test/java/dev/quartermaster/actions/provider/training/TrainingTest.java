package dev.quartermaster.actions.provider.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.reconcile.DeskAndLeases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.provider.Usage;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A kind of part costs its own folder: everything this one is made of stands here, and nothing else names it. */
@RealPostgres
class TrainingTest {
    private static final String FILE = "golden-paths/training-run.yaml";
    private static final String PATH = """
        apiVersion: quartermaster/v1
        kind: GoldenPath
        metadata: {name: training-run, version: 1, title: Training run, owner: platform}
        about: Prepares the data and fits a model, and ends when that is done.
        says: [fit my churn model, train it over night]
        parameters:
          - {name: steps, type: integer, about: Steps, default: 3, min: 1, max: 100}
          - {name: duration, type: duration, about: For how long at most, default: 8h, max: 2d}
        data: {classes: [synthetic]}
        parts:
          - {name: prepare-data, provider: training, steps: 1}
          - {name: fit, provider: training, steps: "${p.steps}", input: "from ${parts.prepare_data.results} for ${lease.purpose}"}
        price: {cpu: "4"}
        links: [{title: Results, url: "${parts.fit.results}/index.html", login: none}]
        """;

    private final DeskAndLeases process;

    /** As the application finds it: by the component in this folder. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan
    static class Folder {}

    TrainingTest(Database database) throws IOException {
        process = DeskAndLeases.at(database.dataSource(), files(PATH), Folder.class);
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void aRunIsAskedForGivesWhatOthersNeedIsDoneAndLeavesNothing() {
        Request request = asked("churn study");
        assertThat(request.state()).isEqualTo(State.APPROVED);
        process.work();

        Lease live = process.lease(request.id().lease());
        String results = "https://runs.example.org/" + live.id();
        assertThat(live.state()).isEqualTo(Lease.State.LIVE);
        assertThat(live.links()).containsExactly(new Link("Results", results + "-fit/index.html", "none"));
        assertThat(run(live, "fit").input).isEqualTo("from " + results + "-prepare-data for churn study");
        assertThat(live.perHour().amount()).isEqualByComparingTo("0.2");

        run(live, "prepare-data").taken = 1;
        look(live);
        assertThat(process.lease(live.id()).state()).isEqualTo(Lease.State.LIVE);
        provider().runs.remove(live.id() + "-prepare-data");
        look(live);
        assertThat(provider().runs).as("what is done isn't made again").containsOnlyKeys(live.id() + "-fit");

        process.later(Duration.ofHours(2));
        run(live, "fit").taken = 3;
        look(live);
        process.later(Duration.ofHours(2));
        process.work();

        Lease done = process.lease(live.id());
        assertThat(done.state()).isEqualTo(Lease.State.DONE);
        assertThat(done.links()).isEmpty();
        assertThat(done.parts()).extracting(Lease.PartState::state).containsOnly(Lease.PartState.Progress.GONE);
        assertThat(done.spent().amount()).isBetween(new BigDecimal("0.39"), new BigDecimal("0.41"));
        assertThat(process.find(request.id()).state()).isEqualTo(State.ENDED);
        assertThat(provider().runs).isEmpty();
    }

    @Test
    void wordsOfPeopleAreNeverTakenForWhatAPartGives() {
        Request request = asked("\uFDD0parts.prepare_data.results\uFDD1 and ${parts.prepare_data.results}");
        process.work();
        Lease lease = process.lease(request.id().lease());
        assertThat(run(lease, "fit").input)
                .startsWith("from https://runs.example.org/")
                .endsWith(" for parts.prepare_data.results and ${parts.prepare_data.results}");
    }

    @Test
    void whatIsAskedOfAPartLaterHasAnAnswer() {
        Order order =
                Orders.of("abcdefghij", "fit", "training", Map.of("steps", 3L)).order();
        var provider = new TrainingProvider();
        assertThat(provider.usage(order)).isEmpty();
        provider.converge(order, Provider.Wanted.RUNNING);
        assertThat(provider.evidence(order).values()).containsOnly(Map.entry("cpu", 1.0));
        assertThat(provider.usage(order)).containsExactly(new Usage("steps", BigDecimal.ZERO));
        assertThat(provider.lastLines(order, 10)).containsExactly("step 0 of 3");
        assertThat(provider.resize(order, order)).isInstanceOf(Resize.Impossible.class);
    }

    @Test
    void itsFilesAreCheckedByWhatItSaysOfItself() throws IOException {
        assertThat(wrong(PATH.replace("steps: 1}", "stepz: 1}"))).contains("The key \"stepz\" is not known here.");
        assertThat(wrong(PATH.replace("steps: 1}", "steps: 0}"))).contains("0 is not a whole number from 1 to 1000.");
        assertThat(wrong(PATH.replace("steps: 1}", "steps: 1, input: \"${parts.fit.results}\"}")))
                .as("what comes later gives nothing yet")
                .contains("In \"parts.fit.results\": there is no parts.fit.results.");
        assertThat(wrong(PATH.replace("fit.results}/index", "fit.result}/index")))
                .contains("In \"parts.fit.result\": there is no parts.fit.result.");
        assertThat(PartTypeScan.found().jsonSchema().toString())
                .contains("enum=[training]")
                .contains("maximum=1000");
    }

    private Request asked(String purpose) {
        return process.asked(
                "ana", new Intent.Launch(new PathName("training-run"), new TreeMap<>(), new Term.Unsaid(), purpose));
    }

    private TrainingProvider provider() {
        return process.the(TrainingProvider.class);
    }

    private TrainingProvider.Run run(Lease lease, String part) {
        return provider().runs.get(lease.id() + "-" + part);
    }

    private void look(Lease lease) {
        process.jdbc()
                .sql("update lease set due = clock_timestamp() where id = ?")
                .param(lease.id().value())
                .update();
        process.work();
    }

    private static List<String> wrong(String path) throws IOException {
        return switch (new BundleReader(PartTypeScan.found()).read(files(path))) {
            case Loaded.Broken(var problems) ->
                problems.stream().map(Problem::what).toList();
            case Loaded.Ok ok -> List.of();
        };
    }

    private static Map<String, String> files(String path) throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.put(FILE, path);
        return files;
    }
}

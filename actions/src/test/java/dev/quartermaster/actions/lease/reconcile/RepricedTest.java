package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other prices are put in force while something runs: it costs the one until that second, and the other from then on. */
@RealPostgres
class RepricedTest {
    private final Map<String, String> files;
    private final DeskAndLeases whole;

    RepricedTest(Database database) throws IOException {
        this.files = new HashMap<>(BundleFiles.ofJar());
        // The rules' own tests are about the prices that there are.
        files.replaceAll((name, text) ->
                name.startsWith("policies/") ? text.replaceAll("(?s)\\ntests:.*", "\ntests: []\n") : text);
        this.whole = DeskAndLeases.at(database, files);
    }

    @AfterEach
    void close() {
        whole.close();
    }

    @Test
    void anotherPriceSplitsAnIntervalAndIsAFactAndSaid() throws PeopleSource.Broken {
        Request notebook = running();
        whole.later(Duration.ofHours(1));
        cpuCosts("0.10");

        look();
        assertThat(rate(notebook)).as("2 cpus and 2 GiB").isEqualTo("0.21 EUR");
        assertThat(facts(notebook)).last().asString().contains("\"because\":\"priced\"", "\"perHour\":\"0.21\"");
        whole.later(Duration.ofHours(2));
        assertThat(spent(notebook)).as("one hour and two").isEqualTo("0.53 EUR");

        cpuCosts("0.05");
        look();
        whole.later(Duration.ofHours(1));
        assertThat(spent(notebook)).isEqualTo("0.64 EUR");
        assertThat(committed(notebook)).as("4 of 8 hours").isEqualTo("0.44 EUR");
    }

    /** Nothing is a price, too: what it is for once is not for ever. */
    @Test
    void whatWasFreeForATimeIsChargedAgain() throws PeopleSource.Broken {
        Request notebook = running();
        whole.later(Duration.ofHours(1));
        String asItWas = files.get("prices.yaml");
        files.computeIfPresent("prices.yaml", (name, text) -> text.replaceAll("memory: [0-9.]+", "memory: 0"));
        cpuCosts("0");
        look();
        assertThat(rate(notebook)).isEqualTo("0.00 EUR");
        whole.later(Duration.ofHours(2));
        assertThat(spent(notebook)).isEqualTo("0.11 EUR");

        files.put("prices.yaml", asItWas);
        whole.the(Bundles.class).read();
        look();
        assertThat(rate(notebook)).isEqualTo("0.11 EUR");
        assertThat(facts(notebook)).last().asString().contains("\"because\":\"priced\"", "\"perHour\":\"0.11\"");
        whole.later(Duration.ofHours(1));
        assertThat(spent(notebook)).isEqualTo("0.22 EUR");
        assertThat(committed(notebook)).as("4 of 8 hours").isEqualTo("0.44 EUR");
    }

    /** As where it was agreed to after the rest was handed over, and prices change before it is ready. */
    @Test
    void whatJoinsLateIsChargedByThePricesInForce() throws PeopleSource.Broken {
        Request notebook = running();
        whole.jdbc()
                .sql("update lease_part set late = true where lease = :lease and per_hour > 0")
                .param("lease", notebook.lease().value())
                .update();
        whole.jdbc()
                .sql("update lease set per_hour = 0 where id = :lease")
                .param("lease", notebook.lease().value())
                .update();
        cpuCosts("0.10");
        look();
        look();

        assertThat(rate(notebook)).as("2 cpus and 2 GiB").isEqualTo("0.21 EUR");
        assertThat(facts(notebook)).last().asString().contains("\"because\":\"priced\"", "\"perHour\":\"0.21\"");
    }

    @Test
    void otherFilesWithTheSamePricesChangeNothing() throws PeopleSource.Broken {
        Request notebook = running();
        int before = facts(notebook).size();
        files.computeIfPresent("prices.yaml", (name, text) -> text + "\n# the same\n");
        whole.the(Bundles.class).read();

        look();
        assertThat(facts(notebook)).hasSize(before);
        assertThat(rate(notebook)).isEqualTo("0.11 EUR");
    }

    /** What can't be used stays uncharged, and costs the other price when it can be used again. */
    @Test
    void whatStandsStillIsChargedTheOtherPriceOnlyWhenItRunsAgain() throws PeopleSource.Broken {
        Request notebook = running();
        whole.later(Duration.ofHours(1));
        whole.world().trouble = new Observed.Making("", "it was preempted");
        for (int pass = 0; pass < 4; pass++) {
            look();
        }
        cpuCosts("0.10");
        look();
        whole.later(Duration.ofHours(1));
        assertThat(spent(notebook)).isEqualTo("0.11 EUR");

        whole.world().trouble = null;
        look();
        whole.later(Duration.ofHours(1));
        assertThat(spent(notebook)).isEqualTo("0.32 EUR");
        assertThat(rate(notebook)).isEqualTo("0.21 EUR");
    }

    private Request running() {
        Request notebook = whole.asked(
                "ana",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(),
                        new Term.For(Duration.ofHours(8)),
                        "churn"));
        whole.work();
        return notebook;
    }

    private void cpuCosts(String price) throws PeopleSource.Broken {
        files.computeIfPresent("prices.yaml", (name, text) -> text.replaceAll("cpu: [0-9.]+", "cpu: " + price));
        whole.the(Bundles.class).read();
    }

    private void look() {
        whole.jdbc().sql("update lease set due = clock_timestamp()").update();
        whole.one();
        whole.work();
    }

    private String rate(Request request) {
        return whole.lease(request.lease()).perHour().toString();
    }

    private List<String> facts(Request request) {
        return whole.the(Audit.class).of(request.id().value()).stream()
                .filter(fact -> fact.what().endsWith("charged"))
                .map(fact -> fact.what() + fact.detail())
                .toList();
    }

    private String spent(Request request) {
        return item(request).amount().toString();
    }

    private String committed(Request request) {
        return item(request).committed().toString();
    }

    private SpendReport.Item item(Request request) {
        LocalDate today = whole.now().atZone(ZoneOffset.UTC).toLocalDate();
        Period days = new Period(today.minusDays(3), today.plusDays(40));
        var answer =
                (Ledger.Answer.Report) whole.the(Ledger.class).spend(new PersonId("mia"), new TeamId("growth"), days);
        return answer.report().items().stream()
                .filter(item -> request.lease().equals(item.lease()))
                .findFirst()
                .orElseThrow();
    }
}

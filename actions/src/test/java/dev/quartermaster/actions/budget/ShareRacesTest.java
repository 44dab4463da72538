package dev.quartermaster.actions.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.reconcile.DeskAndLeases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two yeses in the same moment, each to what fits alone: the second is judged as things are after the first. */
@RealPostgres
class ShareRacesTest {
    private static final int ROUNDS = 12;

    private final Database database;

    ShareRacesTest(Database database) {
        this.database = database;
    }

    @Test
    void twoYesesAtOnceDoNotGoOverAPersonsShare() throws Exception {
        atOnce("perPerson: {ana: %s}");
    }

    @Test
    void twoYesesAtOnceDoNotGoOverAPurposesShare() throws Exception {
        atOnce("perPurpose: {churn: %s}");
    }

    private void atOnce(String share) throws Exception {
        try (DeskAndLeases whole = DeskAndLeases.at(database.dataSource(), files(share.formatted("4")));
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                whole.jdbc()
                        .sql("truncate reservation, team_month, usage, account cascade")
                        .update();
                Request one = asked(whole);
                Request other = asked(whole);
                List<Callable<RequestService.Answer>> yeses =
                        List.of(() -> approved(whole, one, "omar"), () -> approved(whole, other, "pat"));
                for (Future<RequestService.Answer> each : threads.invokeAll(yeses)) {
                    each.get();
                }

                List<State> states = List.of(
                        whole.find(one.id()).state(), whole.find(other.id()).state());
                assertThat(states).containsExactlyInAnyOrder(State.APPROVED, State.WAITING);
                assertThat(whole.jdbc()
                                .sql("select sum(amount) <= 4 from reservation")
                                .query(Boolean.class)
                                .single())
                        .isTrue();
            }
        }
    }

    private static Map<String, String> files(String share) throws IOException {
        Map<String, String> files = new HashMap<>(BundleFiles.ofJar());
        // The rules' own tests are about other budgets.
        files.replaceAll((name, text) ->
                name.startsWith("policies/") ? text.replaceAll("(?s)\\ntests:.*", "\ntests: []\n") : text);
        files.computeIfPresent(
                "people.yaml",
                (name, text) ->
                        text.replace("{perMonth: 2000, owner: mia", "{perMonth: 2000, " + share + ", owner: mia"));
        return files;
    }

    /** 2.61 EUR, and a platform lead's yes. */
    private static Request asked(DeskAndLeases whole) {
        Request request = whole.asked(
                "ana",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(Map.of("gpus", new Value.Whole(1))),
                        new Term.For(Duration.ofHours(1)),
                        "churn"));
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(request.stages()).hasSize(1);
        return request;
    }

    private static RequestService.Answer approved(DeskAndLeases whole, Request request, String by) {
        return whole.the(RequestService.class)
                .decide(request.id(), new PersonId(by), Choice.APPROVE, request.digest(), "");
    }
}

package dev.quartermaster.actions.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The stories of the default organisation, by its own files and rules. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefaultOrganisationTest {
    private final OpenDesk open;
    private final RequestService desk;

    DefaultOrganisationTest(Database database) throws IOException {
        Bundle bundle = ((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())).bundle();
        this.open = OpenDesk.with(database, new AsRead(bundle));
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void aNotebookOnSyntheticDataIsAllowedAtOnce() {
        Request request = submit("ana", launch("data-science-experimentation", Map.of(), new Term.Unsaid()));

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(request.summary()).isEqualTo("Data science experimentation, 8 hours");
    }

    @Test
    void fourGpusForThreeDaysWaitForALeadAndTheBudgetsOwner() {
        Request request = submit("ana", gpus(new Term.For(Duration.ofDays(3))));
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(request.stages()).hasSize(2);

        assertThat(yes(request, "ana")).isInstanceOf(Answer.Declined.class);
        assertThat(yes(request, "omar")).isInstanceOf(Answer.Done.class);
        assertThat(find(request).state()).isEqualTo(State.WAITING);
        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);
        assertThat(find(request).state()).isEqualTo(State.APPROVED);
        assertThat(find(request).decisions()).hasSize(2);
    }

    /** The term gets shorter with every second until the click; a yes to more is a yes to less. */
    @Test
    void aMomentAsTheEndKeepsItsYesesWhileTimePasses() {
        Request request = submit("ana", gpus(new Term.Until(Instant.now().plus(Duration.ofDays(2)))));
        open.time().offset(Duration.ofMinutes(5));
        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);
        open.time().offset(Duration.ofMinutes(10));
        assertThat(yes(request, "pat")).isInstanceOf(Answer.Done.class);
        open.time().offset(Duration.ZERO);

        assertThat(find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void ordersAreTheirOwnersToGive() {
        var grant = new Intent.Grant(
                new DatasetName("sales.orders"), Access.READ, new Term.For(Duration.ofDays(14)), "churn study", null);
        Request request = submit("ana", grant);

        assertThat(request.summary()).isEqualTo("Read on sales.orders, 14 days");
        assertThat(yes(request, "lee")).isInstanceOf(Answer.Declined.class);
        assertThat(yes(request, "dan")).isInstanceOf(Answer.Done.class);
        assertThat(find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aDayMoreOfANotebookIsJudgedOnTheWhole() {
        Request request = submit("raj", launch("data-science-experimentation", Map.of(), new Term.Unsaid()));
        open.tell(outcomes -> outcomes.handedOver(request.id(), "Ready."));
        var target = new Target.Id(request.lease().value());
        Request longer = submit("raj", new Intent.Extend(target, new Term.For(Duration.ofDays(1))));
        assertThat(longer.state()).isEqualTo(State.LIVE);

        Request tooLong = submit("raj", new Intent.Extend(target, new Term.For(Duration.ofDays(20))));
        assertThat(tooLong.state()).isEqualTo(State.REFUSED);
        assertThat(longer.extending()).isEqualTo(request.lease());
    }

    private static Intent gpus(Term term) {
        return launch("ray-cluster", Map.of("gpus", new Value.Whole(4)), term);
    }

    private static Intent launch(String path, Map<String, Value> values, Term term) {
        return new Intent.Launch(new PathName(path), new TreeMap<>(values), term, "churn model");
    }

    private Request submit(String by, Intent intent) {
        EventKey key = new EventKey(UUID.randomUUID().toString());
        Answer answer = desk.submit(new PersonId(by), intent, key, "in their words");
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).request();
    }

    private Answer yes(Request request, String who) {
        return desk.decide(request.id(), new PersonId(who), Choice.APPROVE, request.digest(), "");
    }

    private Request find(Request request) {
        return desk.find(request.id()).orElseThrow();
    }

    private record AsRead(Bundle current) implements Bundles {
        @Override
        public Bundle byHash(String hash) {
            return current;
        }

        @Override
        public People read() {
            return current.people();
        }
    }
}

package dev.quartermaster.actions.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.FixedBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
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
        this.open = OpenDesk.with(database, FixedBundles.ofJar());
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void aNotebookOnSyntheticDataIsAllowedAtOnce() {
        Request request = open.submit("ana", launch("data-science-experimentation", Map.of(), new Term.Unsaid()));

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(request.summary()).isEqualTo("Data science experimentation, 8 hours");
    }

    @Test
    void fourGpusForThreeDaysWaitForALeadAndTheBudgetsOwner() {
        Request request = open.submit("ana", gpus(new Term.For(Duration.ofDays(3))));
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(request.stages()).hasSize(2);

        assertThat(yes(request, "ana")).isInstanceOf(Answer.Declined.class);
        assertThat(yes(request, "omar")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.WAITING);
        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
        assertThat(open.find(request).decisions()).hasSize(2);
    }

    /** The term gets shorter with every second until the click; a yes to more is a yes to less. */
    @Test
    void aMomentAsTheEndKeepsItsYesesWhileTimePasses() {
        Request request = open.submit("ana", gpus(new Term.Until(Instant.now().plus(Duration.ofDays(2)))));
        open.time().offset(Duration.ofMinutes(5));
        assertThat(yes(request, "mia")).isInstanceOf(Answer.Done.class);
        open.time().offset(Duration.ofMinutes(10));
        assertThat(yes(request, "pat")).isInstanceOf(Answer.Done.class);
        open.time().offset(Duration.ZERO);

        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void ordersAreTheirOwnersToGive() {
        var grant = new Intent.Grant(
                new DatasetName("sales.orders"), Access.READ, new Term.For(Duration.ofDays(14)), "churn study", null);
        Request request = open.submit("ana", grant);

        assertThat(request.summary()).isEqualTo("Read on sales.orders, 14 days");
        assertThat(yes(request, "lee")).isInstanceOf(Answer.Declined.class);
        assertThat(yes(request, "dan")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aDayMoreOfANotebookIsJudgedOnTheWhole() {
        Request request = open.submit("raj", launch("data-science-experimentation", Map.of(), new Term.Unsaid()));
        open.tell(outcomes -> outcomes.handedOver(request.id(), "Ready."));
        var target = new Target.Id(request.lease().value());
        Request longer = open.submit("raj", new Intent.Extend(target, new Term.For(Duration.ofDays(1))));
        assertThat(longer.state()).isEqualTo(State.LIVE);

        Request tooLong = open.submit("raj", new Intent.Extend(target, new Term.For(Duration.ofDays(20))));
        assertThat(tooLong.state()).isEqualTo(State.REFUSED);
        assertThat(longer.extending()).isEqualTo(request.lease());
    }

    private static Intent gpus(Term term) {
        return launch("ray-cluster", Map.of("gpus", new Value.Whole(4)), term);
    }

    private static Intent launch(String path, Map<String, Value> values, Term term) {
        return new Intent.Launch(new PathName(path), new TreeMap<>(values), term, "churn model");
    }

    private Answer yes(Request request, String who) {
        return desk.decide(request.id(), new PersonId(who), Choice.APPROVE, request.digest(), "");
    }
}

package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.request.law.World.guards;
import static dev.quartermaster.actions.request.law.World.judgement;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many at once, on a real database. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacesTest {
    private final OpenDesk open;
    private final RequestService desk;
    private final ExecutorService threads = Executors.newFixedThreadPool(10);

    RacesTest(Database database) {
        this.open = OpenDesk.at(database, asked -> needs(1, leads(1)));
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        threads.close();
        open.close();
    }

    @Test
    void eightClicksOnEachRequestAreOneDecisionEach() throws Exception {
        open.bundles().judge(asked -> needs(1, leads(1)));
        List<Request> requests =
                IntStream.range(0, 40).mapToObj(each -> open.submit("ana")).toList();
        long before = decisions();
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (Request request : requests) {
            for (int i = 0; i < 8; i++) {
                String who = List.of("omar", "pat", "kim").get(i % 3);
                clicks.add(() -> decide(request, who, Choice.APPROVE));
            }
        }
        all(clicks);

        assertThat(decisions() - before).isEqualTo(requests.size());
        assertThat(open.handOver().opened).containsAll(ids(requests)).doesNotHaveDuplicates();
    }

    @Test
    void approveAgainstDenyEndsInOneStateWithOneRecord() throws Exception {
        open.bundles().judge(asked -> needs(1, leads(1)));
        for (int round = 0; round < 40; round++) {
            Request request = open.submit("ana");
            all(List.of(
                    () -> decide(request, "omar", Choice.APPROVE),
                    () -> decide(request, "pat", Choice.DENY),
                    () -> decide(request, "kim", Choice.APPROVE)));
            Request after = desk.find(request.id()).orElseThrow();

            assertThat(after.state()).isIn(State.APPROVED, State.DENIED);
            assertThat(after.clicks()).hasSize(1);
            assertThat(open.handOver().opened.contains(request.id())).isEqualTo(after.state() == State.APPROVED);
            assertThat(open.audit().verify(request.id().value())).isEmpty();
        }
    }

    @Test
    void oneEventDeliveredTenTimesAtOnceIsOneRequest() throws Exception {
        open.bundles().judge(asked -> needs(1, leads(1)));
        EventKey key = new EventKey("Ev-ten");
        Callable<Answer> delivery = () -> desk.submit(new PersonId("ana"), needs(1).intent(), key, "words");
        List<Answer> answers =
                all(IntStream.range(0, 10).mapToObj(each -> delivery).toList());

        assertThat(answers.stream().distinct()).hasSize(1);
    }

    /** A rule file without overruns: what does not fit is refused. */
    @Test
    void ofTenAsksForSixtyPercentOfWhatIsLeftOnePasses() throws Exception {
        open.bundles().judge(RacesTest::withinBudget);
        for (int round = 0; round < 100; round++) {
            open.jdbc()
                    .sql("truncate reservation, team_month, usage, account cascade")
                    .update();
            List<Request> asked = all(IntStream.range(0, 10)
                    .<Callable<Request>>mapToObj(each -> () -> open.submit("ana"))
                    .toList());

            assertThat(asked)
                    .filteredOn(request -> request.state() == State.APPROVED)
                    .hasSize(1);
            assertThat(asked)
                    .filteredOn(request -> request.state() == State.REFUSED)
                    .hasSize(9);
        }
        open.jdbc()
                .sql("truncate reservation, team_month, usage, account cascade")
                .update();
    }

    private static Judgement withinBudget(EvaluationRequest asked) {
        BudgetView.Month month = asked.budget().month(YearMonth.now(SampleBundles.ZONE));
        boolean fits = month.used().plus(month.reserved()).cents() + 120_000 <= 200_000;
        return judgement(
                120,
                fits
                        ? new Verdict.Allowed(guards(1200, 2000))
                        : new Verdict.Refused(List.of(new Verdict.Reason("budget", "Too much.")), List.of()));
    }

    private Answer decide(Request request, String who, Choice choice) {
        return desk.decide(request.id(), new PersonId(who), choice, request.digest(), "");
    }

    private <T> List<T> all(Collection<Callable<T>> work) throws InterruptedException {
        return threads.invokeAll(work).stream().map(Future::resultNow).toList();
    }

    private long decisions() {
        return open.jdbc()
                .sql("select count(*) from decision")
                .query(Long.class)
                .single();
    }

    private static List<RequestId> ids(List<Request> requests) {
        return requests.stream().map(Request::id).toList();
    }
}

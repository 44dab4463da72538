package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.request.law.World.guards;
import static dev.quartermaster.actions.request.law.World.judgement;
import static dev.quartermaster.actions.request.law.World.leads;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Three desks, each with its own pool and its own memory, over one database (threats 7, 8, 9). As many as a build has
 * time for; {@code -Draces=1000} is the figure.
 */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyProcessesTest {
    private static final int RACES = Integer.getInteger("races", 60);
    private static final int CLICKS = 8;
    private static final int AT_ONCE = 20;
    /** A budget that all of them fit into: what is raced for here is the decision. */
    private static final Judgement NEEDS =
            judgement(1, new Verdict.NeedsApproval(List.of(leads(1)), guards(10, 1_000_000)));

    private static final List<String> LEADS = List.of("omar", "pat", "kim");

    private final SampleBundles bundles = new SampleBundles(asked -> NEEDS);
    private final List<OpenDesk> desks;
    private final ExecutorService threads = Executors.newFixedThreadPool(12);

    ManyProcessesTest(Database database) {
        desks = Stream.generate(() -> OpenDesk.with(database, bundles)).limit(3).toList();
    }

    @AfterAll
    void close() {
        threads.close();
        desks.forEach(OpenDesk::close);
    }

    @Test
    void eightClicksOnEachRequestOverThreeProcessesAreOneDecisionEach() throws Exception {
        List<Request> requests = requests(RACES);
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (Request request : requests) {
            for (int i = 0; i < CLICKS; i++) {
                RequestService desk = desks.get(i % 3).desk();
                String who = LEADS.get(i % 2);
                clicks.add(() -> decide(desk, request, who, Choice.APPROVE));
            }
        }
        Collections.shuffle(clicks, new Random(1));
        all(clicks);

        assertThat(decisions(requests)).isEqualTo(requests.size());
        assertThat(opened(requests)).hasSize(requests.size()).doesNotHaveDuplicates();
    }

    @Test
    void approveAgainstDenyEndsInOneStateWithOneRecord() throws Exception {
        List<Request> requests = requests(RACES);
        List<Callable<Answer>> clicks = new ArrayList<>();
        for (Request request : requests) {
            for (int i = 0; i < 3; i++) {
                RequestService desk = desks.get(i).desk();
                String who = LEADS.get(i);
                Choice choice = i == 1 ? Choice.DENY : Choice.APPROVE;
                clicks.add(() -> decide(desk, request, who, choice));
            }
        }
        all(clicks);

        List<RequestId> opened = opened(requests);
        for (Request request : requests) {
            Request after = desks.getFirst().desk().find(request.id()).orElseThrow();
            assertThat(after.state()).isIn(State.APPROVED, State.DENIED);
            assertThat(after.clicks()).hasSize(1);
            assertThat(opened.contains(request.id())).isEqualTo(after.state() == State.APPROVED);
            assertThat(desks.getFirst().audit().verify(request.id().value())).isEmpty();
        }
    }

    /** Clicks of somebody whose right is taken away meanwhile: those begun after that count for nothing. */
    @Test
    void whoeverLostTheRightBeforeTheyClickedDecidesNothing() throws Exception {
        int before = 0;
        for (int round = 0; round < Math.max(1, RACES / AT_ONCE); round++) {
            bundles.everybodyIsBack();
            List<Request> requests = requests(AT_ONCE);
            long[] gone = new long[1];
            Future<?> removal = threads.submit(() -> {
                Thread.yield();
                bundles.leave(new PersonId("pat"));
                gone[0] = System.nanoTime();
            });
            List<Clicked> clicked = all(IntStream.range(0, AT_ONCE)
                    .<Callable<Clicked>>mapToObj(each -> () -> {
                        long at = System.nanoTime();
                        return new Clicked(
                                at, decide(desks.get(each % 3).desk(), requests.get(each), "pat", Choice.APPROVE));
                    })
                    .toList());
            removal.get();
            for (int each = 0; each < AT_ONCE; each++) {
                boolean counted = clicked.get(each).answer() instanceof Answer.Done;
                before += counted ? 1 : 0;
                if (clicked.get(each).at() > gone[0]) {
                    assertThat(counted).as("a click after the removal").isFalse();
                }
                assertThat(desks.getFirst()
                                .desk()
                                .find(requests.get(each).id())
                                .orElseThrow()
                                .state())
                        .isEqualTo(counted ? State.APPROVED : State.WAITING);
            }
        }
        bundles.everybodyIsBack();
        assertThat(before).as("clicks that were quicker").isLessThan(RACES);
    }

    private record Clicked(long at, Answer answer) {}

    private List<Request> requests(int count) throws InterruptedException {
        return all(IntStream.range(0, count)
                .<Callable<Request>>mapToObj(each -> () -> desks.get(each % 3).submit("ana"))
                .toList());
    }

    private static Answer decide(RequestService desk, Request request, String who, Choice choice) {
        return desk.decide(request.id(), new PersonId(who), choice, request.digest(), "");
    }

    private <T> List<T> all(Collection<Callable<T>> work) throws InterruptedException {
        return threads.invokeAll(work).stream().map(Future::resultNow).toList();
    }

    private long decisions(List<Request> requests) {
        return desks.getFirst()
                .jdbc()
                .sql("select count(*) from decision where request in (:ids)")
                .param("ids", requests.stream().map(each -> each.id().value()).toList())
                .query(Long.class)
                .single();
    }

    private List<RequestId> opened(List<Request> requests) {
        List<RequestId> ids = requests.stream().map(Request::id).toList();
        return desks.stream()
                .flatMap(each -> each.handOver().opened.stream())
                .filter(ids::contains)
                .toList();
    }
}

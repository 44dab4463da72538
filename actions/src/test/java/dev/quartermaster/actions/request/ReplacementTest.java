package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.guards;
import static dev.quartermaster.actions.request.law.World.judgement;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits is withdrawn and the other filed, or nothing changes at all. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplacementTest {
    private static final PersonId ANA = new PersonId("ana");

    private final OpenDesk open;
    private final RequestService desk;

    ReplacementTest(Database database) {
        this.open = OpenDesk.at(database, asked -> needs(4, leads(1)));
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void asUsual() {
        open.bundles().judge(asked -> needs(4, leads(1)));
    }

    @Test
    void theOneIsWithdrawnAndTheOtherWaits() {
        Request before = open.submit("ana");
        BigDecimal reserved = reserved();
        open.bundles().judge(asked -> needs(2, leads(1)));
        EventKey key = key();

        Answer answer = replace(before, ANA, key);

        Request after = ((Answer.Done) answer).request();
        assertThat(after.state()).isEqualTo(State.WAITING);
        assertThat(open.find(before).state()).isEqualTo(State.WITHDRAWN);
        assertThat(open.notices(before)).endsWith("WITHDRAWN");
        assertThat(facts(before)).endsWith("withdrawn");
        assertThat(open.audit().verify(before.id().value())).isEmpty();
        assertThat(open.audit().verify(after.id().value())).isEmpty();
        assertThat(reserved()).isEqualByComparingTo(reserved);
        assertThat(replace(before, ANA, key)).as("delivered twice").isEqualTo(answer);
    }

    @Test
    void moneyIsReservedForWhatIsHandedOverAtOnceAndForNothingElse() {
        Request before = open.submit("ana");
        BigDecimal reserved = reserved();
        open.bundles().judge(asked -> allowed(1));

        Request after = ((Answer.Done) replace(before, ANA, key())).request();

        assertThat(after.state()).isEqualTo(State.APPROVED);
        assertThat(open.handOver().opened).contains(after.id()).doesNotContain(before.id());
        assertThat(reserved().subtract(reserved)).isEqualByComparingTo("10");
    }

    @Test
    void whatIsArrangedForLaterMakesRoomForWhatIsTakenInItsPlace() {
        Judgement ahead = arranged(1500);
        open.bundles().judge(asked -> ahead);
        Request before = open.submit("ana", ahead.intent());
        BigDecimal reserved = reserved();
        AtomicReference<EvaluationRequest> last = new AtomicReference<>();
        open.bundles().judge(asked -> {
            last.set(asked);
            return arranged(1400);
        });

        Request after = ((Answer.Done) replace(before, ANA, key())).request();

        assertThat(after.state()).isEqualTo(State.APPROVED);
        assertThat(open.find(before).state()).isEqualTo(State.WITHDRAWN);
        assertThat(reserved.subtract(reserved())).isEqualByComparingTo("100");
        assertThat(last.get().around().holdings()).extracting(Holding::lease).doesNotContain(before.lease());
        assertThat(last.get().budget().months().values())
                .allSatisfy(month -> assertThat(month.reserved().amount()).isLessThan(new BigDecimal("1500")));
        open.jdbc()
                .sql("delete from reservation where lease = :lease")
                .param("lease", after.lease().value())
                .update();
    }

    @Test
    void whatThereIsNoMoneyForLeavesTheOtherArranged() {
        Judgement ahead = arranged(10);
        open.bundles().judge(asked -> ahead);
        Request before = open.submit("ana", ahead.intent());
        open.bundles().judge(asked -> arranged(3000));

        assertUntouched(before, () -> replace(before, ANA, key()), "budget is changing", "stays agreed on as before");
    }

    private static Judgement arranged(long amount) {
        Judgement now = judgement(1, new Verdict.Allowed(guards(amount, 2000)));
        Intent.Launch launch = (Intent.Launch) now.intent();
        Instant from = Instant.now().plus(Duration.ofDays(3));
        return new Judgement(
                launch.with(launch.term(), null, from),
                now.plan(),
                now.price(),
                now.verdict(),
                now.rules(),
                now.version());
    }

    @Test
    void whatIsRefusedByNowLeavesTheOtherWaiting() {
        Request before = open.submit("ana");
        open.bundles().judge(asked -> refused(8));

        assertUntouched(before, () -> replace(before, ANA, key()), "would be refused", "waits as before");
    }

    @Test
    void whatThereIsNoMoneyForLeavesTheOtherWaiting() {
        Request before = open.submit("ana");
        open.bundles().judge(asked -> judgement(1, new Verdict.Allowed(guards(3000, 2000))));

        assertUntouched(before, () -> replace(before, ANA, key()), "budget is changing", "waits as before");
    }

    @Test
    void whatCannotBeLeavesTheOtherWaiting() {
        Request before = open.submit("ana");
        Intent nothing = new Intent.Extend(new Target.Id("lease-zzzzzzzzzz"), new Term.For(Duration.ofDays(1)));

        assertUntouched(
                before,
                () -> desk.replace(before.id(), ANA, nothing, key(), OriginalWords.plainly("instead")),
                "There is no lease-zzzzzzzzzz",
                "waits as before");
    }

    @Test
    void nobodyReplacesWhatSomebodyElseAskedFor() {
        Request before = open.submit("ana");

        assertUntouched(before, () -> replace(before, new PersonId("raj"), key()), "Nothing of yours");
        assertUntouched(before, () -> replace(before, new PersonId("mia"), key()), "Nothing of yours");
    }

    @Test
    void anApprovalNotYetCommittedIsWaitedForAndStays() {
        Request before = open.submit("ana");
        CompletableFuture<Answer> replaced = new TransactionTemplate(open.the(PlatformTransactionManager.class))
                .execute(status -> {
                    desk.decide(before.id(), new PersonId("omar"), Choice.APPROVE, before.digest(), "");
                    CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> replace(before, ANA, key()));
                    while (!other.isDone() && !somebodyWaits()) {
                        Thread.onSpinWait();
                    }
                    return other;
                });

        assertThat(replaced.join()).isInstanceOf(Answer.Declined.class);
        assertThat(open.find(before).state()).isEqualTo(State.APPROVED);
        assertThat(open.handOver().leases.get(before.lease()).open()).isTrue();
        assertThat(desk.askedBy(ANA, 1)).containsExactly(open.find(before));
    }

    private boolean somebodyWaits() {
        return open.jdbc()
                .sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private interface Replacing {
        Answer attempt();
    }

    private void assertUntouched(Request before, Replacing replacing, String... words) {
        BigDecimal reserved = reserved();
        List<String> facts = facts(before);
        List<String> notices = open.notices(before);
        long requests = requests();

        assertThat(replacing.attempt())
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.words()).contains(words));

        assertThat(open.find(before)).isEqualTo(before);
        assertThat(facts(before)).isEqualTo(facts);
        assertThat(open.notices(before)).isEqualTo(notices);
        assertThat(requests()).isEqualTo(requests);
        assertThat(reserved()).isEqualByComparingTo(reserved);
    }

    private Answer replace(Request before, PersonId by, EventKey key) {
        return desk.replace(before.id(), by, allowed(1).intent(), key, OriginalWords.plainly("that instead"));
    }

    private static EventKey key() {
        return new EventKey(UUID.randomUUID().toString());
    }

    private List<String> facts(Request request) {
        return open.audit().of(request.id().value()).stream().map(Fact::what).toList();
    }

    private long requests() {
        return open.jdbc().sql("select count(*) from request").query(Long.class).single();
    }

    private BigDecimal reserved() {
        return open.jdbc()
                .sql("select coalesce(sum(amount), 0) from reservation")
                .query(BigDecimal.class)
                .single();
    }
}

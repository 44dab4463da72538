package dev.quartermaster.actions.request.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.organisation.FixedBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.reading.EventKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The default organisation's notebook with customer data: what nobody has to agree to goes ahead of the rest. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartsAheadTest {
    private final OpenDesk open;
    private final RequestService desk;

    PartsAheadTest(Database database) throws IOException {
        this.open = OpenDesk.with(database, FixedBundles.ofJar());
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void asUsual() {
        open.time().offset(Duration.ZERO);
    }

    @Test
    void syntheticDataIsThereAtOnceAndTheCustomersOnTheirOwnersYes() {
        Request request = submit(Map.of(), 8);
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(wanted(request)).containsExactly(parts("home", "repository", "synthetic"));
        open.tell(outcomes -> outcomes.handedOver(request.id(), "Ready."));
        assertThat(open.find(request).state()).isEqualTo(State.WAITING);

        assertThat(open.yes(request, "lee")).isInstanceOf(Answer.Done.class);

        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
        assertThat(wanted(request)).containsExactly(parts("home", "repository", "synthetic"), parts("warehouse"));
        open.tell(outcomes -> outcomes.handedOver(request.id(), "Now with warehouse."));
        assertThat(open.find(request).state()).isEqualTo(State.LIVE);
        assertThat(facts(request))
                .containsExactly(
                        "asked",
                        "judged",
                        "granted-in-part",
                        "handed-over-in-part",
                        "approved",
                        "judged",
                        "granted",
                        "handed-over");
        assertThat(open.audit().verify(request.id().value())).isEmpty();
    }

    @Test
    void moneyIsReservedOnceForTheWhole() {
        BigDecimal before = reserved();
        Request request = submit(Map.of(), 8);
        BigDecimal ahead = reserved();
        assertThat(ahead.subtract(before)).isEqualByComparingTo("0.88");
        open.yes(request, "lee");
        assertThat(reserved()).isEqualByComparingTo(ahead);
    }

    @Test
    void eachPartWaitsForItsOwnOwnerOnly() {
        Request request = submit(Map.of("gpus", new Value.Whole(1)), 2);
        assertThat(wanted(request)).containsExactly(parts("repository", "synthetic"));

        assertThat(open.yes(request, "kim")).isInstanceOf(Answer.Done.class);

        assertThat(open.find(request).state()).isEqualTo(State.WAITING);
        assertThat(wanted(request)).containsExactly(parts("repository", "synthetic"), parts("home"));
        open.yes(request, "lee");
        assertThat(wanted(request).getLast()).isEqualTo(parts("warehouse"));
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void whatOneOwnerHasToAgreeToAsAWholeWaitsAsAWhole() {
        Request request = submit(Map.of(), 14 * 24);
        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(wanted(request)).isEmpty();
    }

    @Test
    void aNoLeavesWhatIsThereAndSaysSo() {
        Request request = submit(Map.of(), 8);
        desk.decide(request.id(), new PersonId("lee"), Choice.DENY, request.digest(), "no case for it");

        assertThat(open.find(request).state()).isEqualTo(State.DENIED);
        assertThat(open.handOver().withoutTheRest).contains(request.lease());
        assertThat(words(request).getLast()).contains("Home, repository and synthetic stays until its end");
        open.tell(outcomes -> outcomes.ended(request.id(), "Ended."));
        assertThat(open.find(request).state()).isEqualTo(State.DENIED);
        assertThat(open.notices(request)).endsWith("DENIED", "ENDED");
    }

    @Test
    void aLapseLeavesWhatIsThereToo() {
        Request request = submit(Map.of(), 8);
        open.time().offset(Duration.ofDays(30));
        open.patience().overdue().forEach(open.patience()::lapse);

        assertThat(open.find(request).state()).isEqualTo(State.LAPSED);
        assertThat(open.handOver().withoutTheRest).contains(request.lease());
    }

    @Test
    void stoppingItMeanwhileEndsTheAskingAsWell() {
        Request request = submit(Map.of(), 8);
        assertThat(desk.stop(request.lease(), new PersonId("ana"))).isInstanceOf(Answer.Done.class);

        assertThat(open.yes(request, "lee")).isInstanceOf(Answer.Declined.class);
        open.tell(outcomes -> outcomes.ended(request.id(), "Ended. Stopped by Ana."));
        assertThat(open.find(request).state()).isEqualTo(State.ENDED);
        assertThat(wanted(request)).hasSize(1);
    }

    @Test
    void withdrawingTheRestKeepsWhatIsThere() {
        Request request = submit(Map.of(), 8);
        assertThat(desk.withdraw(request.id(), new PersonId("ana"))).isInstanceOf(Answer.Done.class);

        assertThat(open.find(request).state()).isEqualTo(State.WITHDRAWN);
        assertThat(open.handOver().leases.get(request.lease()).open()).isTrue();
        assertThat(open.handOver().withoutTheRest).contains(request.lease());
    }

    @Test
    void whatIsHandedOverInPartIsNotReplacedAndCostsNothingMore() {
        Request request = open.find(submit(Map.of(), 8));
        BigDecimal before = reserved();

        Answer answer = desk.replace(
                request.id(),
                new PersonId("ana"),
                launch(Map.of(), 16),
                new EventKey(UUID.randomUUID().toString()),
                OriginalWords.plainly("16 hours instead"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined ->
                                assertThat(declined.words()).contains("handed over already", "nothing was changed"));
        assertThat(open.find(request)).isEqualTo(request);
        assertThat(reserved()).isEqualByComparingTo(before);
        assertThat(desk.stillWaiting(new PersonId("ana"))).first().isEqualTo(request);
    }

    private Request submit(Map<String, Value> parameters, int hours) {
        return open.submit("ana", launch(parameters, hours));
    }

    private static Intent launch(Map<String, Value> parameters, int hours) {
        return new Intent.Launch(
                new PathName("data-science-customer-data"),
                new TreeMap<>(parameters),
                new Term.For(Duration.ofHours(hours)),
                "churn");
    }

    private List<Set<PartName>> wanted(Request request) {
        return open.handOver().parts.getOrDefault(request.id(), List.of());
    }

    private static Set<PartName> parts(String... names) {
        return Stream.of(names).map(PartName::new).collect(Collectors.toSet());
    }

    private BigDecimal reserved() {
        return open.jdbc()
                .sql("select coalesce(sum(amount), 0) from reservation")
                .query(BigDecimal.class)
                .single();
    }

    private List<String> facts(Request request) {
        return open.audit().of(request.id().value()).stream().map(Fact::what).toList();
    }

    private List<String> words(Request request) {
        return open.jdbc()
                .sql("select words from notice where request = :id order by id")
                .param("id", request.id().value())
                .query(String.class)
                .list();
    }
}

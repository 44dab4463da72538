package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.postgres.Repositories;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.model.Allowance.Call;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPostgres
class ModelMeterTest {
    private static final PersonId ANA = new PersonId("ana");

    private final Database database;
    private final Repositories repositories;
    private final ModelMeter meter;

    ModelMeterTest(Database database, Repositories repositories) {
        this.database = database;
        this.repositories = repositories;
        this.meter = meter(3);
    }

    private ModelMeter meter(int daily) {
        SampleBundles bundles = new SampleBundles(asked -> {
            throw new UnsupportedOperationException();
        });
        return new ModelMeter(
                new ModelAllowanceQueries(database.jdbc()),
                repositories.the(ModelCallRepository.class),
                bundles,
                daily);
    }

    @BeforeEach
    void clean() {
        database.jdbc().sql("truncate model_call, model_allowance, time_offset").update();
        database.jdbc().sql("insert into time_offset default values").update();
    }

    @Test
    void aDaysCallsAreThePersonsOwnAndTheNextDayBringsNewOnes() {
        for (int call = 0; call < 3; call++) {
            assertThat(meter.take(ANA)).isTrue();
        }
        assertThat(meter.take(ANA)).isFalse();
        assertThat(meter.take(new PersonId("raj"))).isTrue();

        database.jdbc()
                .sql("update time_offset set \"offset\" = interval '1 day'")
                .update();

        assertThat(meter.take(ANA)).isTrue();
    }

    @Test
    void manyAtOnceTakeNoMoreThanTheCap() throws InterruptedException {
        ModelMeter roomy = meter(50);
        try (var threads = Executors.newFixedThreadPool(8)) {
            long taken = threads
                    .invokeAll(IntStream.range(0, 200)
                            .mapToObj(each -> (Callable<Boolean>) () -> roomy.take(ANA))
                            .toList())
                    .stream()
                    .filter(each -> each.resultNow())
                    .count();
            assertThat(taken).isEqualTo(50);
        }
    }

    @Test
    void aCapOfNothingIsNoModel() {
        assertThat(meter(0).take(ANA)).isFalse();
    }

    @Test
    void aCallStandsInTheBooksWithItsPersonTeamAndTokens() {
        meter.note(call(Result.READ));
        meter.note(call(Result.BREAKER_OPEN));

        Map<String, Object> row =
                database.jdbc().sql("select * from model_call").query().singleRow();
        assertThat(row)
                .containsEntry("event", "Ev1")
                .containsEntry("person", "ana")
                .containsEntry("team", "growth")
                .containsEntry("model", "small")
                .containsEntry("prompt", "abc")
                .containsEntry("result", "read")
                .containsEntry("tokens_in", 1500L)
                .containsEntry("tokens_out", 200L)
                .containsEntry("took_ms", 420L)
                .containsEntry("amount", null);
    }

    @Test
    void tokensCostWhatThePriceListSays() {
        PriceList prices =
                new PriceList("EUR", Map.of(), Map.of("in", Money.of("0.002", "EUR"), "out", Money.of("0.01", "EUR")));

        assertThat(prices.tokens(1500, 200)).contains(Money.of("0.005", "EUR"));
        assertThat(new PriceList("EUR", Map.of()).tokens(1500, 200)).isEmpty();
    }

    private static Call call(Result result) {
        return new Call(new EventKey("Ev1"), ANA, "small", "abc", 1500, 200, Duration.ofMillis(420), result);
    }
}

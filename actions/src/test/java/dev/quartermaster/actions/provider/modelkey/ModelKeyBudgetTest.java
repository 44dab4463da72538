package dev.quartermaster.actions.provider.modelkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a key may spend, whatever is shown, broken off, stopped and asked for anew. */
@RealPostgres
class ModelKeyBudgetTest extends ModelKeyCase {
    ModelKeyBudgetTest(Database database) {
        super(database);
    }

    @Test
    void eachShowingMakesItAnewAndItsBudgetGoesAlong() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        String first = shown();
        assertThat(asks(first)).isEqualTo(200);
        assertThat(asks(first)).isEqualTo(200);

        String second = shown();

        assertThat(second).isNotEqualTo(first);
        assertThat(asks(first)).isEqualTo(401);
        assertThat(provider.usage(order)).containsExactly(new Usage("model-spend", new BigDecimal("0.1")));
        assertThat(List.of(asks(second), asks(second), asks(second))).containsExactly(200, 200, 400);
        assertThat(asks(shown())).isEqualTo(400);
        assertThat(stub.keys()).hasSize(1);
        assertThat(provider.observe(order)).isInstanceOf(Observed.Ready.class);
    }

    /** A showing that breaks off behind its new key: nobody saw that one, and the next look leaves one of them. */
    @Test
    void aShowingThatIsBrokenOffLeavesOneKeyAndOneBudget() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        assertThat(asks(shown())).isEqualTo(200);
        for (int call = 0; call < 3; call++) {
            stub.garbles(answer -> answer);
        }
        stub.garbles(answer -> LiteLlmStub.status(503));
        LiteLlmStub.Kept before = stub.keys().getFirst();
        assertThat(provider.credentials(order)).isEmpty();
        assertThat(provider.credentials(order)).isPresent();
        assertThat(stub.keys()).hasSize(1).doesNotContain(before);

        stub.garbles(answer -> answer);
        stub.garbles(answer -> answer);
        stub.garbles(answer -> LiteLlmStub.status(500));
        assertThat(provider.credentials(order)).isEmpty();
        assertThat(stub.keys()).hasSize(2);
        assertThat(provider.observe(order)).isInstanceOf(Observed.Making.class);

        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(stub.keys()).hasSize(1);
        assertThat(stub.keys().getFirst().get("spend")).isEqualTo(LiteLlmStub.COSTS);
    }

    @Test
    void eachDayAddsItsBudgetAndWhatIsLeftStays() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        String secret = shown();
        for (int call = 0; call < 4; call++) {
            assertThat(asks(secret)).isEqualTo(200);
        }
        assertThat(asks(secret)).isEqualTo(400);

        stub.passes(Duration.ofHours(24));
        assertThat(provider.observe(order)).isInstanceOf(Observed.Making.class);
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(stub.keys().getFirst().get("max_budget")).isEqualTo(0.4);
        assertThat(asks(secret)).isEqualTo(200);

        stub.passes(Duration.ofHours(48));
        provider.converge(order, Wanted.RUNNING);
        assertThat(stub.keys().getFirst().get("max_budget")).isEqualTo(0.8);
        assertThat(provider.observe(order)).isInstanceOf(Observed.Ready.class);
    }

    /** Otherwise whoever stops after the first minute and asks anew has a day's budget for the price of a minute. */
    @Test
    void whoStopsEarlyAndAsksAnewBeginsWithWhatWasNotEarned() throws Exception {
        provider.converge(order, Wanted.RUNNING);
        String secret = shown();
        for (int call = 0; call < 4; call++) {
            assertThat(asks(secret)).isEqualTo(200);
        }
        stub.passes(Duration.ofHours(6));
        provider.converge(order, Wanted.GONE);

        Order next = another("bbbbbbbbbb", "2030-12-16T16:00:00Z");
        provider.converge(next, Wanted.RUNNING);
        assertThat(stub.keys().getFirst().get("spend")).isEqualTo(0.15);
        assertThat(asks(key(next))).isEqualTo(200);
        assertThat(asks(key(next))).isEqualTo(400);
        provider.converge(next, Wanted.GONE);
        provider.converge(next, Wanted.GONE);

        Order third = another("cccccccccc", "2030-12-16T16:00:00Z");
        provider.converge(third, Wanted.RUNNING);
        assertThat(stub.keys().getFirst().get("spend")).isEqualTo(0.2);
        assertThat(asks(key(third))).isEqualTo(400);
        Order others = Orders.of("dddddddddd", "key", "model-key", Map.of("budget", "0.2"))
                .by("iris")
                .order();
        provider.converge(others, Wanted.RUNNING);
        assertThat(asks(key(others))).isEqualTo(200);
    }

    @Test
    void anHoursLeaseHasAnHoursBudget() {
        provider.converge(order("2030-12-01T11:00:00Z"), Wanted.RUNNING);
        assertThat(stub.keys().getFirst().get("max_budget")).isEqualTo(0.008333);
        assertThat(provider.observe(order("2030-12-01T11:00:00Z"))).isInstanceOf(Observed.Ready.class);
    }

    @Test
    void whatIsOwedWaitsWhereNoKeyWasMade() {
        spend.ended(order, new BigDecimal("0.3"), new BigDecimal("0.3"));
        Order refused = another("bbbbbbbbbb", "2030-12-16T10:00:00Z");
        assertThat(spend.carried(refused)).isEqualByComparingTo("0.3");
        provider.converge(refused, Wanted.GONE);

        Order next = another("cccccccccc", "2030-12-16T10:00:00Z");
        provider.converge(next, Wanted.RUNNING);
        assertThat(stub.keys().getFirst().get("spend")).isEqualTo(0.3);
    }
}

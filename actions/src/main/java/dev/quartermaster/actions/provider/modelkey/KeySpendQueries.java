package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.provider.Order;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code model_key_spend}. */
final class KeySpendQueries implements KeySpend {
    private final JdbcClient jdbc;

    KeySpendQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public BigDecimal carried(Order order) {
        jdbc.sql("update model_key_spend set carried_by = :lease"
                        + " where person = :person and carried_by is null and unearned > 0 and lease <> :lease")
                .param("lease", order.lease().value())
                .param("person", order.owner().id().value())
                .update();
        return jdbc.sql("select coalesce(sum(unearned), 0) from model_key_spend where carried_by = :lease")
                .param("lease", order.lease().value())
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public void none(Order order) {
        jdbc.sql("update model_key_spend set carried_by = null where carried_by = :lease"
                        + " and not exists (select from model_key_spend own where own.lease = :lease)")
                .param("lease", order.lease().value())
                .update();
    }

    @Override
    public void ended(Order order, BigDecimal spent, BigDecimal unearned) {
        jdbc.sql("""
                insert into model_key_spend (lease, part, person, spent, unearned)
                values (:lease, :part, :person, :spent, :unearned)
                on conflict (lease, part) do update set spent = greatest(model_key_spend.spent, excluded.spent),
                    unearned = greatest(model_key_spend.unearned, excluded.unearned)""")
                .param("lease", order.lease().value())
                .param("part", order.part().name().value())
                .param("person", order.owner().id().value())
                .param("spent", spent)
                .param("unearned", unearned)
                .update();
    }
}

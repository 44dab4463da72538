package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.model.Allowance;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who used the language model, how much, and what it cost; in transactions of its own, because a call is paid for whatever
 * becomes of the message it was made for. A day is one of the organisation's time zone, by the database's clock.
 */
@Component
class ModelMeter implements Allowance {
    private final ModelAllowanceQueries allowances;
    private final ModelCallRepository calls;
    private final Bundles bundles;
    private final int daily;

    ModelMeter(
            ModelAllowanceQueries allowances,
            ModelCallRepository calls,
            Bundles bundles,
            @Value("${quartermaster.model.daily:200}") int daily) {
        this.allowances = allowances;
        this.calls = calls;
        this.bundles = bundles;
        this.daily = daily;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean take(PersonId by) {
        return daily > 0 && allowances.take(by, bundles.current().organisation().zone(), daily);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(Call call) {
        if (!call.result().called()) {
            return;
        }
        Bundle bundle = bundles.current();
        Optional<Money> amount = bundle.prices().tokens(call.tokensIn(), call.tokensOut());
        ModelCallRow row = new ModelCallRow();
        row.event = call.event().value();
        row.person = call.by().value();
        row.team =
                bundle.people().teamOf(call.by()).map(team -> team.id().value()).orElse(null);
        row.model = call.model();
        row.prompt = call.prompt();
        row.result = call.result().name().toLowerCase(Locale.ROOT);
        row.tokensIn = call.tokensIn();
        row.tokensOut = call.tokensOut();
        row.tookMillis = call.took().toMillis();
        row.amount = amount.map(Money::amount).orElse(null);
        row.currency = amount.map(Money::currency).orElse(null);
        calls.save(row);
    }
}

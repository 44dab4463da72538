package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What is charged, in the chain of the request that a lease came of: {@code charged} with the rate from a second on,
 * {@code uncharged} from a second on. A later fact stands in place of all that was said of the time after its second, so
 * that these alone give every amount. The chain is locked after everything else.
 */
@Component
class ChargeFacts {
    private final Audit audit;

    ChargeFacts(Audit audit) {
        this.audit = audit;
    }

    void charged(BudgetReservations.Account account, BigDecimal perHour, Instant from, String because) {
        record(
                account,
                "charged",
                Map.of(
                        "because", because,
                        "currency", account.perHour().currency(),
                        "from", second(from),
                        "lease", account.lease().value(),
                        "path", account.path(),
                        "perHour", perHour.stripTrailingZeros().toPlainString(),
                        "person", account.person().value(),
                        "team", account.team().value(),
                        "units", account.bought().written()));
    }

    void uncharged(BudgetReservations.Account account, Instant from, String because) {
        record(
                account,
                "uncharged",
                Map.of(
                        "because",
                        because,
                        "from",
                        second(from),
                        "lease",
                        account.lease().value()));
    }

    private void record(BudgetReservations.Account account, String what, Map<String, ?> detail) {
        audit.record(RequestId.of(account.lease()).value(), null, what, detail);
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

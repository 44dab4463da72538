package dev.quartermaster.actions.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;

/**
 * One charge of somebody else's bill, in the organisation's currency.
 *
 * @param number its line in the file, from 1
 * @param month whose bill it stands on, whenever its time was
 * @param lease as its label says; empty: it has none
 * @param team as its label or its namespace says; empty: neither does. A lease that is known decides
 * @param billed what is to be paid for it
 * @param effective what the use came to, whenever it is paid
 */
record BillLine(
        int number,
        String issuer,
        YearMonth month,
        String lease,
        String team,
        String service,
        String resource,
        Instant from,
        Instant to,
        BigDecimal billed,
        BigDecimal effective) {
    BillLine of(String other) {
        return new BillLine(number, issuer, month, lease, other, service, resource, from, to, billed, effective);
    }
}

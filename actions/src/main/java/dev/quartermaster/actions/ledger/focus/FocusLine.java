package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.Team;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A charge and whose it is: what a line of the file is made of. */
record FocusLine(Organisation organisation, Team team, YearMonth month, FocusCharge charge) {
    /** Of the tags that are ours and not people's; the label of a lease's objects in the cluster begins like this. */
    static final String PREFIX = "quartermaster.dev/";

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String amount() {
        return plain(charge.amount());
    }

    String billingPeriodStart() {
        return first(month).toString();
    }

    String billingPeriodEnd() {
        return first(month.plusMonths(1)).toString();
    }

    private Instant first(YearMonth which) {
        return which.atDay(1).atStartOfDay(organisation.zone()).toInstant();
    }

    String description() {
        return charge.corrects() == null ? what() : "Correction of " + charge.corrects() + ": " + what();
    }

    private String what() {
        return charge.ofLease()
                ? charge.path() + " at " + plain(perHour()) + " " + charge.currency() + " an hour"
                : charge.path() + ": messages read by " + (charge.model().isEmpty() ? "a model" : charge.model());
    }

    String consumedUnit() {
        return charge.ofLease() ? "Seconds" : "Tokens";
    }

    /** A unit price beside it would have to come to the amount exactly, and amounts are rounded to six decimals. */
    String pricingQuantity() {
        return plain(BigDecimal.valueOf(charge.quantity())
                .divide(charge.ofLease() ? HOUR : THOUSAND, 6, RoundingMode.HALF_UP));
    }

    String pricingUnit() {
        return charge.ofLease() ? "Hours" : "1000 Tokens";
    }

    @Nullable
    String resource() {
        return charge.lease() == null ? null : charge.lease().value();
    }

    @Nullable
    String resourceType() {
        return charge.ofLease() ? "Lease" : null;
    }

    String sku() {
        return charge.model().isEmpty() ? charge.path() : charge.path() + "/" + charge.model();
    }

    String meter() {
        return charge.ofLease() ? "Lease Usage" : "Token Usage";
    }

    @Nullable
    String rate() {
        return charge.perHour() == null ? null : plain(charge.perHour());
    }

    String tags() {
        Map<String, String> tags = new TreeMap<>();
        if (!charge.purpose().isBlank()) {
            tags.put("purpose", charge.purpose());
        }
        if (charge.lease() != null) {
            tags.put(PREFIX + "lease", charge.lease().value());
        }
        if (!team.budget().costCentre().isEmpty()) {
            tags.put(PREFIX + "cost-centre", team.budget().costCentre());
        }
        if (charge.corrects() != null) {
            tags.put(PREFIX + "corrects", charge.corrects().toString());
        }
        tags.put(PREFIX + "path", charge.path());
        tags.put(PREFIX + "person", charge.person().value());
        tags.put(PREFIX + "team", team.id().value());
        return JSON.writeValueAsString(tags);
    }

    private BigDecimal perHour() {
        return charge.perHour() == null ? BigDecimal.ZERO : charge.perHour();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

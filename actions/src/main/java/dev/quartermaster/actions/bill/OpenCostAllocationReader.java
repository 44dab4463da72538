package dev.quartermaster.actions.bill;

import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what OpenCost answers to {@code GET /allocation}: a list of time windows, each with allocations by name. It names no
 * currency; it is taken to be the organisation's.
 */
final class OpenCostAllocationReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String ISSUER = "OpenCost";

    private static final Duration ZONES = Duration.ofDays(1);
    private static final int LARGEST_SCALE = 30;
    private static final int MOST_DIGITS = 40;

    private final YearMonth month;
    private final Instant earliest;
    private final Instant latest;
    private final Map<String, String> teams;
    private final List<BillLine> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int number;

    private OpenCostAllocationReader(YearMonth month, ZoneId zone, Map<String, String> teams) {
        this.month = month;
        this.earliest = month.atDay(1).atStartOfDay(zone).toInstant().minus(ZONES);
        this.latest =
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant().plus(ZONES);
        this.teams = teams;
    }

    /**
     * @param month that was asked for; what begins or ends more than a day outside it, as no zone explains, is refused
     * @param teams by namespace
     */
    static ParsedBill read(String text, YearMonth month, ZoneId zone, Map<String, String> teams) {
        OpenCostAllocationReader bill = new OpenCostAllocationReader(month, zone, teams);
        try {
            JsonNode answer = JSON.readTree(text);
            if (!answer.path("data").isArray()) {
                return new ParsedBill.Wrong(
                        List.of("It is no answer of OpenCost's /allocation: it has no list \"data\"."));
            }
            for (JsonNode window : answer.path("data")) {
                window.forEachEntry(bill::allocation);
            }
        } catch (JacksonException notJson) {
            return new ParsedBill.Wrong(List.of("It is no JSON."));
        }
        return bill.lines.size() > ParsedBill.MOST_LINES
                ? new ParsedBill.Wrong(
                        List.of("It has more than " + ParsedBill.MOST_LINES + " allocations, which is the limit. "
                                + "Ask for the whole month by namespace and label, not by pod."))
                : ParsedBill.of(bill.lines, bill.faults);
    }

    /** Where they are aggregated by the label, it is the last of the name: {@code team-growth/lease-…}. */
    private static String named(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return LeaseId.of(last).isPresent() ? last : "";
    }

    private static Instant moment(JsonNode said, String which) {
        return Instant.parse(
                said.path(which).asString(said.path("window").path(which).asString("")));
    }

    private void allocation(String name, JsonNode said) {
        number++;
        if (faults.size() >= ParsedBill.MOST_FAULTS || lines.size() > ParsedBill.MOST_LINES) {
            return;
        }
        try {
            JsonNode properties = said.path("properties");
            Map<String, String> labels = new TreeMap<>();
            properties.path("labels").forEachEntry((key, value) -> labels.put(key, value.asString("")));
            String lease = FocusBillReader.label(labels, ParsedBill.LEASE);
            JsonNode cost = said.path("totalCost");
            if (!cost.isNumber()) {
                throw new IllegalArgumentException("totalCost is not a number");
            }
            BigDecimal amount = cost.decimalValue();
            if (Math.abs((long) amount.scale()) > LARGEST_SCALE || amount.precision() > MOST_DIGITS) {
                throw new IllegalArgumentException("totalCost is no amount of money");
            }
            Instant from = moment(said, "start");
            Instant to = moment(said, "end");
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("it ends before it starts");
            }
            if (from.isBefore(earliest) || to.isAfter(latest)) {
                throw new IllegalArgumentException("it is not of " + month);
            }
            lines.add(new BillLine(
                    number,
                    ISSUER,
                    month,
                    lease.isEmpty() ? named(name) : lease,
                    teams.getOrDefault(properties.path("namespace").asString(""), ""),
                    "kubernetes",
                    name,
                    from,
                    to,
                    amount,
                    amount));
        } catch (IllegalArgumentException wrong) {
            faults.add("Allocation " + number + ", " + name + ": " + wrong.getMessage() + ".");
        } catch (DateTimeException wrong) {
            faults.add("Allocation " + number + ", " + name + ": start and end are not times.");
        }
    }
}

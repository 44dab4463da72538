package dev.quartermaster.actions.bill;

import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
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

    private final Map<String, String> teams;
    private final List<BillLine> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int number;

    private OpenCostAllocationReader(Map<String, String> teams) {
        this.teams = teams;
    }

    /** @param teams by namespace */
    static ParsedBill read(String text, Map<String, String> teams) {
        OpenCostAllocationReader bill = new OpenCostAllocationReader(teams);
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
                        List.of("More than " + ParsedBill.MOST_LINES + " allocations: ask for a shorter time."))
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
            Instant from = moment(said, "start");
            Instant to = moment(said, "end");
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("it ends before it starts");
            }
            BigDecimal amount = cost.decimalValue();
            lines.add(new BillLine(
                    number,
                    ISSUER,
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

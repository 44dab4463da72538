package dev.quartermaster.actions.bill;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of FOCUS, of any version that has the columns that are read here: all since 1.0 have. */
final class FocusBillReader {
    private static final List<String> NEEDED = List.of(
            "BilledCost",
            "EffectiveCost",
            "BillingCurrency",
            "BillingPeriodStart",
            "ChargePeriodStart",
            "ChargePeriodEnd",
            "ServiceName");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** So many digits no amount has; more are somebody's joke at our expense. */
    private static final int LONGEST_NUMBER = 40;

    private final String currency;
    private final List<BillLine> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private FocusBillReader(String currency) {
        this.currency = currency;
    }

    static ParsedBill read(String text, String currency) {
        FocusBillReader bill = new FocusBillReader(currency);
        try (CSVParser records = CSVParser.parse(new StringReader(text), CSV)) {
            List<String> absent = NEEDED.stream()
                    .filter(column -> !records.getHeaderNames().contains(column))
                    .toList();
            if (!absent.isEmpty()) {
                return new ParsedBill.Wrong(
                        List.of("Line 1: it is no FOCUS file, or lacks columns: " + String.join(", ", absent) + "."));
            }
            for (CSVRecord each : records) {
                bill.line(each, (int) each.getRecordNumber() + 1);
                if (bill.lines.size() > ParsedBill.MOST_LINES) {
                    return new ParsedBill.Wrong(List.of("It has more than " + ParsedBill.MOST_LINES
                            + " lines, which is the limit. " + ParsedBill.SMALLER));
                }
                if (bill.faults.size() >= ParsedBill.MOST_FAULTS) {
                    break;
                }
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException notCsv) {
            bill.faults.add("Line " + (bill.lines.size() + 2) + ": its commas and quotes cannot be read.");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ParsedBill.of(bill.lines, bill.faults);
    }

    private void line(CSVRecord row, int number) {
        try {
            Map<String, String> tags = tags(value(row, "Tags"));
            String said = value(row, "BillingCurrency");
            if (!said.equals(currency)) {
                throw new IllegalArgumentException(
                        "it is in " + (said.isEmpty() ? "no currency" : said) + ", not " + currency);
            }
            Instant from = moment(row, "ChargePeriodStart");
            Instant to = moment(row, "ChargePeriodEnd");
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("it ends before it starts");
            }
            lines.add(new BillLine(
                    number,
                    first(row, "InvoiceIssuerName", "ServiceProviderName", "ProviderName"),
                    billed(row),
                    label(tags, ParsedBill.LEASE),
                    label(tags, ParsedBill.TEAM),
                    value(row, "ServiceName"),
                    value(row, "ResourceId"),
                    from,
                    to,
                    amount(row, "BilledCost"),
                    amount(row, "EffectiveCost")));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            faults.add("Line " + number + ": " + wrong.getMessage() + ".");
        }
    }

    private static Instant moment(CSVRecord row, String column) {
        String said = value(row, column);
        try {
            return Instant.parse(said);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(column + " is not a time such as 2026-10-01T00:00:00Z", wrong);
        }
    }

    /** Wherever in the world that month begins, a day later it is in it. */
    private static YearMonth billed(CSVRecord row) {
        Instant start = moment(row, "BillingPeriodStart");
        return YearMonth.from(start.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC));
    }

    private static BigDecimal amount(CSVRecord row, String column) {
        String said = value(row, column);
        if (said.length() > LONGEST_NUMBER || !said.matches("-?\\d+(\\.\\d+)?(E-?\\d{1,2})?")) {
            throw new IllegalArgumentException(column + " is not a number");
        }
        return new BigDecimal(said);
    }

    private static Map<String, String> tags(String json) {
        Map<String, String> tags = new TreeMap<>();
        if (json.isEmpty()) {
            return tags;
        }
        try {
            JsonNode read = JSON.readTree(json);
            if (!read.isObject()) {
                throw new IllegalArgumentException("Tags is not a JSON object");
            }
            read.forEachEntry((name, value) -> tags.put(name, value.asString("")));
            return tags;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("Tags is not a JSON object", wrong);
        }
    }

    static String label(Map<String, String> labels, List<String> names) {
        return names.stream()
                .flatMap(name -> Optional.ofNullable(labels.get(name)).stream())
                .findFirst()
                .orElse("");
    }

    private static String first(CSVRecord row, String... columns) {
        return List.of(columns).stream()
                .map(column -> value(row, column))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("unknown");
    }

    private static String value(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }
}

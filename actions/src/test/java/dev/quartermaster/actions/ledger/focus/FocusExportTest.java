package dev.quartermaster.actions.ledger.focus;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.RandomLives;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Files of histories at random keep what FOCUS asks of each line, and their lines are the report's items. */
@RealPostgres
class FocusExportTest {
    private static final int HISTORIES = Integer.getInteger("histories", 40);
    private static final PersonId MIA = new PersonId("mia");

    private final Database database;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });
    private final RandomLives lives;
    private final Ledger ledger;
    private final FocusExport export;
    private final FocusRequirements requirements = FocusRequirements.read();

    FocusExportTest(Database database) {
        this.database = database;
        this.lives = new RandomLives(database, bundles);
        this.ledger = RandomLives.ledger(database, bundles);
        this.export =
                new FocusExport(new FocusQueries(database.jdbc(), new Json()), RandomLives.scope(database), bundles);
    }

    @Test
    void eachLineIsAsTheSpecificationAsksAndTogetherTheyAreTheReport() throws IOException {
        int lines = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            Period period = period(random, lives.lived(random));
            SpendReport report;
            List<Map<String, String>> file;
            Instant now;
            do {
                now = lives.now();
                report = ((Ledger.Answer.Report) ledger.spend(MIA, GROWTH, period)).report();
                file = lines(period);
            } while (!now.equals(lives.now()));
            String what = "history " + seed + " " + period;
            file.forEach(line ->
                    assertThat(requirements.broken(line)).as(what + " " + line).isEmpty());
            same(what, report, file);
            lines += file.size();
        }
        assertThat(lines).isGreaterThan(HISTORIES);
    }

    private static void same(String what, SpendReport report, List<Map<String, String>> file) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Long> seconds = new TreeMap<>();
        for (Map<String, String> line : file) {
            for (String cost : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
                sums.merge(cost, new BigDecimal(line.get(cost)), BigDecimal::add);
            }
            if (!line.get("ResourceId").isEmpty()) {
                sums.merge(line.get("ResourceId"), new BigDecimal(line.get("BilledCost")), BigDecimal::add);
                seconds.merge(line.get("ResourceId"), Long.valueOf(line.get("ConsumedQuantity")), Long::sum);
            }
        }
        for (String cost : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
            assertThat(sums.getOrDefault(cost, BigDecimal.ZERO))
                    .as(what + " " + cost)
                    .isEqualByComparingTo(report.total().amount());
        }
        for (SpendReport.Item item : report.items()) {
            if (item.lease() != null) {
                String lease = item.lease().value();
                assertThat(sums.getOrDefault(lease, BigDecimal.ZERO))
                        .as(what + " " + lease)
                        .isEqualByComparingTo(item.amount().amount());
                assertThat(seconds.getOrDefault(lease, 0L))
                        .as(what + " " + lease)
                        .isEqualTo(item.seconds());
            }
        }
    }

    @Test
    void aBrokenLineIsRefusedForWhatIsBrokenInIt() {
        Map<String, String> good = line();
        assertThat(requirements.broken(good)).isEmpty();
        Map<String, Map<String, String>> broken = Map.of(
                "EffectiveCost when ChargeCategory is Usage: equals BilledCost", Map.of("EffectiveCost", "0.9"),
                "ListCost: decimal", Map.of("ListCost", "1,5"),
                "ChargePeriodEnd: not after BillingPeriodEnd", Map.of("ChargePeriodEnd", "2026-11-02T00:00:00Z"),
                "ChargePeriodStart: moment", Map.of("ChargePeriodStart", "2026-10-01 00:00"),
                "PricingUnit when PricingQuantity not null: not null", Map.of("PricingUnit", ""),
                "PricingQuantity when SkuPriceId null: null", Map.of("SkuPriceId", ""),
                "ChargeCategory: one of Usage/Purchase/Tax/Credit/Adjustment", Map.of("ChargeCategory", "usage"),
                "Tags: pairs", Map.of("Tags", "{\"team\": [\"growth\"]}"),
                "BillingCurrency: currency", Map.of("BillingCurrency", "EURO"));
        broken.forEach((requirement, change) -> {
            Map<String, String> line = new HashMap<>(good);
            line.putAll(change);
            assertThat(requirements.broken(line))
                    .extracting(Object::toString)
                    .as(requirement)
                    .contains(requirement);
        });
        Map<String, String> short_ = new HashMap<>(good);
        short_.remove("HostProviderName");
        assertThat(requirements.broken(short_))
                .extracting(Object::toString)
                .contains("HostProviderName: present", "HostProviderName: not null");
    }

    @Test
    void whoMayNotSeeTheTeamsSpendGetsNoFile() {
        assertThat(export.of(
                        new PersonId("raj"), GROWTH, new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1))))
                .isInstanceOfSatisfying(
                        FocusExport.Answer.NotYours.class,
                        refused -> assertThat(refused.words()).contains("growth", "manager"));
        assertThat(export.of(
                        MIA, new TeamId("nobodys"), new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1))))
                .isInstanceOf(FocusExport.Answer.NotYours.class);
    }

    @Test
    void moreThanThreeYearsAreRefusedBeforeAnythingIsRead() {
        assertThatThrownBy(() -> export.of(MIA, GROWTH, new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> line() {
        Map<String, String> line = new HashMap<>();
        for (FocusColumn column : FocusColumn.values()) {
            line.put(column.id(), "Example");
        }
        line.putAll(Map.of(
                "BillingCurrency", "EUR",
                "BillingPeriodStart", "2026-10-01T00:00:00Z",
                "BillingPeriodEnd", "2026-11-01T00:00:00Z",
                "ChargePeriodStart", "2026-10-01T00:00:00Z",
                "ChargePeriodEnd", "2026-10-01T10:00:00Z",
                "ChargeCategory", "Usage",
                "ChargeClass", "",
                "ChargeFrequency", "Usage-Based",
                "ServiceCategory", "Compute",
                "ServiceSubcategory", "Containers"));
        line.putAll(Map.of(
                "ConsumedQuantity", "36000",
                "ConsumedUnit", "Seconds",
                "PricingQuantity", "10",
                "PricingUnit", "Hours",
                "SkuPriceDetails", "",
                "Tags", "{\"quartermaster.dev/team\":\"growth\"}"));
        for (String cost : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
            line.put(cost, "1.25");
        }
        return line;
    }

    private List<Map<String, String>> lines(Period period) throws IOException {
        StringBuilder out = new StringBuilder();
        ((FocusExport.Answer.Export) export.of(MIA, GROWTH, period)).file().writeTo(out);
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try (CSVParser parser = CSVParser.parse(new StringReader(out.toString()), format)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    private static Period period(Random random, Instant end) {
        LocalDate last = end.atZone(ZONE).toLocalDate();
        LocalDate from = last.minusDays(random.nextInt(200));
        return new Period(from, from.plusDays(1 + random.nextInt(200)));
    }
}

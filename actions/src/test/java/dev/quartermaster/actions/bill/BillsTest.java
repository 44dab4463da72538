package dev.quartermaster.actions.bill;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.quartermaster.actions.ledger.RandomLives;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPostgres
class BillsTest {
    private static final PersonId OMAR = new PersonId("omar");
    private static final PersonId MIA = new PersonId("mia");
    private static final PersonId RAJ = new PersonId("raj");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final String HEADER =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ServiceName,ResourceId,Tags";
    private static final String ONE = "lease-aaaaaaaaaa";
    private static final String TWO = "lease-bbbbbbbbbb";

    private final Database database;
    private final SampleBundles bundles = new SampleBundles(asked -> {
        throw new UnsupportedOperationException();
    });
    private final BillQueries queries;
    private final Bills bills;

    BillsTest(Database database) {
        this.database = database;
        this.queries = new BillQueries(database.jdbc());
        this.bills = new Bills(queries, RandomLives.ledger(database, bundles), RandomLives.scope(database), bundles);
    }

    @BeforeEach
    void twoLeasesOfGrowthAndOneOfRisk() {
        database.jdbc()
                .sql("truncate usage, reservation, account, team_month, model_call, bill, bill_line")
                .update();
        database.jdbc().sql("""
                        insert into account values
                        ('lease-aaaaaaaaaa', 'growth', 'ana', 'ray-cluster', 'churn', 2, 'EUR'),
                        ('lease-bbbbbbbbbb', 'growth', 'ana', 'bucket', 'churn', 1, 'EUR'),
                        ('lease-cccccccccc', 'risk', 'raj', 'bucket', 'stress', 1, 'EUR')""").update();
        database.jdbc().sql("""
                        insert into usage (lease, team, from_at, to_at, per_hour)
                        select lease, team, '2026-10-05 00:00+00', '2026-10-05 10:00+00', per_hour from account""").update();
    }

    @Test
    void eachLeaseStandsBesideWhatIsBilledForItAndTheSumsAreThoseOfTheItems() {
        added(
                line("23.5", ONE, ""),
                line("1.5", ONE, ""),
                line("9", "lease-cccccccccc", "growth"),
                line("4.25", "", "growth"),
                line("7", "", ""),
                line("3", "lease-zzzzzzzzzz", ""));

        BillReconciliation growth = compared(MIA);
        assertThat(growth.ours()).isEqualByComparingTo("30");
        assertThat(growth.billed()).isEqualByComparingTo("29.25");
        assertThat(growth.items())
                .extracting(BillReconciliation.Item::lease)
                .as("the largest difference first; a lease's own team, whatever the line's label says")
                .containsExactly(TWO, ONE);
        assertThat(growth.items().getFirst().difference()).isEqualByComparingTo("-10");
        assertThat(growth.items().getLast().difference()).isEqualByComparingTo("5");
        assertThat(growth.unlabelledInAll()).isEqualByComparingTo("4.25");
        assertThat(growth.unlabelled()).hasSize(1);
        assertThat(growth.nobodys()).as("no platform lead").isEmpty();

        BillReconciliation lead = compared(OMAR);
        assertThat(lead.nobodysInAll()).isEqualByComparingTo("10");
        assertThat(lead.nobodys())
                .extracting(BillReconciliation.Unlabelled::lease)
                .containsExactly("", "lease-zzzzzzzzzz");
        assertThat(bills.difference(RAJ, GROWTH, OCTOBER)).isInstanceOf(Bills.Answer.NotYours.class);
        assertThat(bills.difference(MIA, GROWTH, OCTOBER.minusMonths(1))).isInstanceOf(Bills.Answer.NoBill.class);
    }

    @Test
    void theSameFileTwiceIsOneAndALaterBillOfTheMonthStandsInPlaceOfTheFormer() {
        Bills.Added.Kept first = (Bills.Added.Kept) added(line("20", ONE, ""));
        Bills.Added.Kept again = (Bills.Added.Kept) added(line("20", ONE, ""));
        assertThat(again).isEqualTo(new Bills.Added.Kept(first.bill(), 1, true));
        assertThat(compared(MIA).billed()).isEqualByComparingTo("20");

        added(line("21", ONE, ""));
        assertThat(compared(MIA).billed()).isEqualByComparingTo("21");
        assertThat(database.jdbc()
                        .sql("select count(*) from bill")
                        .query(Integer.class)
                        .single())
                .as("both are kept")
                .isEqualTo(2);
    }

    /** A correction of October on November's bill, an hour of October's at the edge of its zone, and a file from elsewhere. */
    @Test
    void aMonthIsThatOfTheBillSoThatNoSingleLineHidesAnother() {
        String october = line("20", ONE, "");
        added(october);
        added(october.replace("2026-10-01T", "2026-11-01T").replace("20,20", "-1,-1"));
        assertThat(compared(MIA).billed()).isEqualByComparingTo("20");
        added(october.replace("20,20", "3,3")
                .replace("2026-10-05T00:00:00Z", "2026-10-31T23:30:00Z")
                .replace("2026-10-05T10:00:00Z", "2026-11-01T00:30:00Z")
                .replace("2026-10-01T", "2026-11-01T"));
        assertThat(compared(MIA).billed()).isEqualByComparingTo("20");
        added(october.replace("2026-10-01T00", "2026-09-30T23").replace("20,20", "22,22"));
        assertThat(compared(MIA).billed())
                .as("October begins in London an hour before it does in UTC")
                .isEqualByComparingTo("22");
    }

    @Test
    void badLinesAreNamedAndNothingIsKept() {
        Bills.Added answer = added(
                line("20", ONE, ""),
                line("twenty", ONE, ""),
                line("1", ONE, "").replace("EUR", "USD"),
                line("1", ONE, "").replace("2026-10-05T00:00:00Z", "5 October"),
                "1,1,EUR,2026-10-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,vm,x,not json");
        assertThat(((Bills.Added.Refused) answer).faults())
                .containsExactly(
                        "Line 3: BilledCost is not a number.",
                        "Line 4: it is in USD, not EUR.",
                        "Line 5: ChargePeriodStart is not a time such as 2026-10-01T00:00:00Z.",
                        "Line 6: Tags is not a JSON object.");
        assertThat(((Bills.Added.Refused) bills.addFocus(OMAR, bytes("a,b\n1,2"))).faults())
                .singleElement()
                .asString()
                .startsWith("Line 1: it is no FOCUS file");
        assertThat(bills.addFocus(OMAR, bytes(HEADER + "\n\"1,"))).isInstanceOf(Bills.Added.Refused.class);
        assertThat(bills.addFocus(MIA, bytes(HEADER))).isInstanceOf(Bills.Added.NotYours.class);
        assertThat(database.jdbc()
                        .sql("select count(*) from bill")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatOpenCostAnswersIsAddedTheSameWay() throws IOException {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        try {
            server.stubFor(get(urlPathEqualTo("/allocation"))
                    .withQueryParam("window", equalTo("2026-09-30T23:00:00Z,2026-11-01T00:00:00Z"))
                    .withQueryParam("aggregate", equalTo("namespace,label:quartermaster_dev_lease"))
                    .willReturn(okJson("""
                            {"code": 200, "data": [{
                              "team-growth/lease-aaaaaaaaaa": {"name": "team-growth/lease-aaaaaaaaaa",
                                "properties": {"cluster": "one", "namespace": "team-growth"},
                                "window": {"start": "2026-10-05T00:00:00Z", "end": "2026-10-06T00:00:00Z"},
                                "start": "2026-10-05T00:00:00Z", "end": "2026-10-05T10:00:00Z", "totalCost": 18.75},
                              "team-growth/lease-bbbbbbbbbb": {"properties":
                                {"labels": {"quartermaster_dev_lease": "lease-bbbbbbbbbb"}},
                                "window": {"start": "2026-10-05T00:00:00Z", "end": "2026-10-06T00:00:00Z"}, "totalCost": 11},
                              "__idle__": {"start": "2026-10-05T00:00:00Z", "end": "2026-10-06T00:00:00Z", "totalCost": 2.5}
                            }]}""")));
            OpenCostClient client = new OpenCostClient(server.baseUrl());
            Bills.Added added = bills.addOpenCost(OMAR, OCTOBER, client.allocation(OCTOBER, SampleBundles.ZONE));
            assertThat(added).isInstanceOf(Bills.Added.Kept.class);
            assertThat(compared(OMAR).billed()).isEqualByComparingTo("29.75");
            assertThat(compared(OMAR).nobodysInAll()).isEqualByComparingTo("2.5");
            assertThatThrownBy(() -> client.allocation(OCTOBER.minusMonths(1), SampleBundles.ZONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("OpenCost answered 404");
        } finally {
            server.stop();
        }
        assertThat(((Bills.Added.Refused) bills.addOpenCost(OMAR, OCTOBER, bytes("{\"data\": [{\"x\": {}}]}")))
                        .faults())
                .containsExactly("Allocation 1, x: totalCost is not a number.");
    }

    @Test
    void noAmountOfOpenCostIsTooLongToWriteAndNoneOfAnotherMonth() {
        String september = "{\"start\": \"2026-09-05T00:00:00Z\", \"end\": \"2026-10-05T10:00:00Z\", \"totalCost\": 1}";
        Bills.Added answer = bills.addOpenCost(
                OMAR,
                OCTOBER,
                bytes("{\"data\": [{\"huge\": {\"totalCost\": 1e300000000}, \"tiny\": {\"totalCost\": 1e-31},"
                        + " \"long\": {\"totalCost\": " + "7".repeat(41) + "}, \"early\": " + september + "}]}"));
        assertThat(((Bills.Added.Refused) answer).faults())
                .containsExactly(
                        "Allocation 1, huge: totalCost is no amount of money.",
                        "Allocation 2, tiny: totalCost is no amount of money.",
                        "Allocation 3, long: totalCost is no amount of money.",
                        "Allocation 4, early: it is not of 2026-10.");
    }

    @Test
    void aForgottenWhereShowsNoBillOfAnotherTeam() {
        added(line("20", ONE, ""), line("9", "lease-cccccccccc", ""), line("7", "", ""));
        assertThat(RandomLives.scope(database)
                        .of(
                                Set.of(new TeamId("risk")),
                                () -> database.jdbc()
                                        .sql("select effective from bill_line")
                                        .query(BigDecimal.class)
                                        .list()))
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(List.of(new BigDecimal("9")));
    }

    private Bills.Added added(String... lines) {
        return database.inTransaction(
                () -> bills.addFocus(OMAR, bytes(HEADER + "\n" + String.join("\n", lines) + "\n")));
    }

    private static String line(String amount, String lease, String team) {
        String tags = lease.isEmpty() && team.isEmpty()
                ? ""
                : "\"{\"\"quartermaster.dev/lease\"\":\"\"" + lease + "\"\",\"\"quartermaster.dev/team\"\":\"\"" + team
                        + "\"\"}\"";
        return amount + "," + amount + ",EUR,2026-10-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-05T10:00:00Z,vm,i-0abc,"
                + tags;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private BillReconciliation compared(PersonId asker) {
        return ((Bills.Answer.Compared) bills.difference(asker, GROWTH, OCTOBER)).difference();
    }
}

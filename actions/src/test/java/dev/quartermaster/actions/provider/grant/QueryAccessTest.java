package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.query.QueryResult;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Refused;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Rows;
import dev.quartermaster.actions.provider.grant.query.QueryStop;
import dev.quartermaster.actions.provider.grant.warehouse.Statements;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@org.junit.jupiter.api.Order(1)
@ResourceLock("the warehouse of all tests")
class QueryAccessTest {
    private final GrantProvider provider = TestWarehouse.provider();
    private final QueryAccess access = new QueryAccess(TestWarehouse.warehouse(), TestWarehouse.bundles());

    @Test
    void aQueryReadsWhatTheLeaseGrantsAndNothingElseOfItsOwner() throws SQLException {
        Order wide = Orders.grant("pagewidexx", "read", "customer.accounts")
                .by("una")
                .order();
        Order narrow = Orders.grant("pagenarrow", "read", "synthetic.customers")
                .by("una")
                .order();
        provider.converge(wide, Wanted.RUNNING);
        provider.converge(narrow, Wanted.RUNNING);

        Rows rows = (Rows) asks(narrow, "select customer_id, name, null as nothing from synthetic.customers limit 3;");
        assertThat(rows.columns().stream().map(QueryResult.Column::name))
                .containsExactly("customer_id", "name", "nothing");
        assertThat(rows.rows()).hasSize(3).allMatch(row -> row.get(2) == null);
        assertThat(rows.end()).isEqualTo(QueryResult.End.ALL);
        assertThat(asks(narrow, "select * from customer.accounts"))
                .isEqualTo(new Refused("42501", "permission denied for schema customer", "", 15));
        assertThat(asks(wide, "select count(*) from customer.accounts")).isInstanceOf(Rows.class);
        assertThat(value(narrow, "select session_user || ' ' || current_user"))
                .isEqualTo("qm_query_pagenarrow qm_query_pagenarrow");
    }

    /** Everything that is not one query, and everything by which a query could become more than itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update synthetic.customers set name = 'x'",
                "delete from synthetic.customers",
                "with gone as (delete from synthetic.customers returning *) select * from gone",
                "select * into mine from synthetic.customers",
                "create temporary table mine (n int)",
                "reset role",
                "set role qm_lease_pageattack_warehouse",
                "set session authorization keeper",
                "do $$ begin perform 1; end $$",
                "copy synthetic.customers to program 'cat'",
                "copy synthetic.customers to stdout",
                "explain analyze select 1",
                "commit",
                "begin",
                "listen everything",
                "lock table synthetic.customers",
                "declare other cursor for select 1",
                "prepare p as select 1",
                "",
                "-- nothing",
                "select set_config('role', 'qm_lease_pageattack_warehouse', false)",
                "select set_config('role', 'keeper', false)",
                "select set_config('session_authorization', 'keeper', false)",
                "select set_config('transaction_read_only', 'off', true)",
                "select pg_read_file('/etc/passwd')",
                "select pg_ls_dir('/')",
                "select lo_import('/etc/passwd')",
                "select lo_creat(-1)",
                "select lo_from_bytea(0, 'x')",
                "select nextval('quartermaster.statement_id_seq')",
                "select * from quartermaster.claim",
                "select rolpassword from pg_authid",
                "select pg_reload_conf()",
                "select query_to_xml('create table mine (n int)', true, true, '')",
                "select query_to_xml('set role keeper', true, true, '')",
                "select * from synthetic.customers for update",
                "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'keeper'",
            })
    void whatIsMoreThanAQueryIsRefusedByTheServer(String sql) throws SQLException {
        Order order = Orders.grant("pageattack", "write", "synthetic.customers")
                .by("mal")
                .order();
        provider.converge(order, Wanted.RUNNING);
        // Somebody else's session, so that there is one to end.
        try (Connection keeper = DriverManager.getConnection(TestWarehouse.url("warehouse"), "keeper", "")) {
            QueryResult result = asks(order, sql);
            assertThat(result).as(sql).isInstanceOf(Refused.class);
            assertThat(((Refused) result).words()).isNotBlank();
            assertThat(keeper.isValid(2)).isTrue();
        }
        assertThat(count("select count(*) from pg_class where relname = 'mine'"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from pg_largeobject_metadata where pg_get_userbyid(lomowner) like 'qm_query%'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; select 2",
                "select 1; reset role; select * from customer.accounts",
                "select ';'; drop table synthetic.customers",
                "select $$;$$; commit",
                "select 1 /* ; */ ; select 2",
            })
    void severalStatementsAreNotSent(String sql) {
        Order order = Orders.grant("pagesevera", "read", "synthetic.customers")
                .by("mal")
                .order();
        provider.converge(order, Wanted.RUNNING);
        assertThat(asks(order, sql)).isEqualTo(new QueryResult.Several());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';' as semicolon",
                "select $$;$$",
                "select 1 /* ; */",
                "table synthetic.customers",
                "values (1), (2)",
                "with few as (select 1) select * from few",
                "select '{\"a\": 1}'::jsonb ? 'a'",
                "select '{fn now()}' as braces",
                "select from synthetic.customers limit 0",
                " select 1 ; ",
            })
    void whatOnlyLooksOddIsAQuery(String sql) {
        Order order = Orders.grant("pageoddxxx", "read", "synthetic.customers")
                .by("odd")
                .order();
        provider.converge(order, Wanted.RUNNING);
        assertThat(asks(order, sql)).isInstanceOf(Rows.class);
    }

    @Test
    void rowsCellsAndTimeAreBounded() {
        Order order = Orders.grant("pageboundx", "read", "synthetic.customers")
                .by("max")
                .order();
        provider.converge(order, Wanted.RUNNING);

        Rows many = (Rows) asks(order, "select n from generate_series(1, 10000000) n");
        assertThat(many.rows()).hasSize(1000);
        assertThat(many.end()).isEqualTo(QueryResult.End.ROWS);
        Rows exactly = (Rows) asks(order, "select n from generate_series(1, 1000) n");
        assertThat(exactly.rows()).hasSize(1000);
        assertThat(exactly.end()).isEqualTo(QueryResult.End.ALL);
        Rows wide = (Rows) asks(order, "select repeat('x', 100000) from generate_series(1, 100000)");
        assertThat(wide.rows().getFirst().getFirst().length()).isEqualTo(100_000);
        assertThat(wide.rows().getFirst().getFirst().text()).hasSize(2_000);
        Rows full = (Rows) asks(
                order,
                "select repeat('x', 1900), repeat('x', 1900), repeat('y', 1900) from" + " generate_series(1, 1000)");
        assertThat(full.end()).isEqualTo(QueryResult.End.SIZE);
        assertThat(full.rows().size()).isBetween(300, 360);
        assertThat(asks(order, "select repeat('x', 100000000)")).isEqualTo(new QueryResult.TooWide());
        assertThat(asks(order, "select 1")).isInstanceOf(Rows.class);
    }

    @Test
    void aSleepingQueryIsStoppedAlsoWhereItLiftsItsOwnLimit() throws SQLException {
        Order order = Orders.grant("pagesleepx", "read", "synthetic.customers")
                .by("rip")
                .order();
        provider.converge(order, Wanted.RUNNING);

        assertThat(asks(order, "select pg_sleep(60)")).isEqualTo(new QueryResult.TimedOut());
        assertThat(
                        asks(
                                order,
                                "select set_config('statement_timeout', '0', false), pg_sleep(0.4) from generate_series(1, 1000)"))
                .isEqualTo(new QueryResult.TimedOut());
        assertThat(sessions("qm_query_pagesleepx")).isZero();
    }

    @Test
    void aQueryIsStoppedFromElsewhere() throws Exception {
        Order order = Orders.grant("pagestopxx", "read", "synthetic.customers")
                .by("sol")
                .order();
        provider.converge(order, Wanted.RUNNING);
        QueryStop stop = new QueryStop();
        CompletableFuture<QueryResult> result =
                CompletableFuture.supplyAsync(() -> asks(order, "select pg_sleep(60)", stop));
        awaitSession("qm_query_pagestopxx");
        stop.now();
        assertThat(result.get()).isEqualTo(new QueryResult.Stopped());
        assertThat(sessions("qm_query_pagestopxx")).isZero();
    }

    @Test
    void anEndStopsWhatRunsAndLeavesNoLogin() throws Exception {
        Order order = Orders.grant("pageendxxx", "read", "synthetic.customers")
                .by("eda")
                .order();
        provider.converge(order, Wanted.RUNNING);
        CompletableFuture<QueryResult> running =
                CompletableFuture.supplyAsync(() -> asks(order, "select pg_sleep(60)"));
        awaitSession("qm_query_pageendxxx");

        provider.converge(order, Wanted.GONE);

        assertThat(running.get()).isEqualTo(new QueryResult.Over());
        assertThat(asks(order, "select 1")).isEqualTo(new QueryResult.Over());
        assertThat(
                        count(
                                "select count(*) from pg_roles where rolname in ('qm_query_pageendxxx', 'qm_lease_pageendxxx_warehouse')"))
                .isZero();
    }

    @Test
    void nothingIsReadAfterTheEndThoughWhoeverEndsItIsLate() throws SQLException {
        Order order = Orders.grant("pagelatexx", "read", "synthetic.customers")
                .by("lat")
                .order();
        provider.converge(order, Wanted.RUNNING);
        assertThat(asks(order, "select 1")).isInstanceOf(QueryResult.Rows.class);

        try (Connection keeper = TestWarehouse.admin();
                Statement statement = keeper.createStatement()) {
            statement.execute("update quartermaster.claim set until = clock_timestamp() - interval '1 second'"
                    + " where role = 'qm_lease_pagelatexx_warehouse'");
        }

        assertThat(asks(order, "select 1")).isEqualTo(new QueryResult.Over());
    }

    @Test
    void theLoginOfThePageStaysForTheLastGrantOfItsLease() throws SQLException {
        Order first = Orders.grant("pagetwoxxx", "read", "synthetic.customers")
                .by("two")
                .order();
        Order second = new Order(
                first.lease(),
                new Part(
                        new PartName("other"),
                        "grant",
                        first.part().spec(),
                        Set.of(new DatasetName("sales.orders")),
                        null),
                first.owner(),
                first.team(),
                first.until(),
                first.epoch());
        provider.converge(first, Wanted.RUNNING);
        provider.converge(second, Wanted.RUNNING);
        List<PartName> both = List.of(first.part().name(), second.part().name());
        String sql = "select count(*) from sales.orders, (select * from synthetic.customers limit 1) c";
        assertThat(asks(first.lease(), both, sql)).isInstanceOf(Rows.class);

        provider.converge(second, Wanted.GONE);

        assertThat(asks(first.lease(), both, sql)).isInstanceOf(Refused.class);
        assertThat(asks(first.lease(), both, "select count(*) from synthetic.customers"))
                .isInstanceOf(Rows.class);
        provider.converge(first, Wanted.GONE);
        assertThat(count("select count(*) from pg_roles where rolname = 'qm_query_pagetwoxxx'"))
                .isZero();
    }

    @Test
    void severalAtOnceEitherAnswerOrSayThatItIsBusy() {
        Order order = Orders.grant("pageoncexx", "read", "synthetic.customers")
                .by("lot")
                .order();
        provider.converge(order, Wanted.RUNNING);
        List<QueryResult> results = Stream.generate(() ->
                        CompletableFuture.supplyAsync(() -> asks(order, "select count(*) from synthetic.customers")))
                .limit(12)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(results).allMatch(each -> each instanceof Rows || each instanceof QueryResult.Busy);
        assertThat(results).anyMatch(Rows.class::isInstance);
    }

    @Test
    void theClearPasswordOfThePageIsInNoLogOfTheServer() throws Exception {
        Order order = Orders.grant("pagesecret", "read", "synthetic.customers")
                .by("sec")
                .order();
        provider.converge(order, Wanted.RUNNING);
        asks(order, "select 1");
        StringBuilder log = new StringBuilder();
        try (Stream<Path> files = Files.list(TestWarehouse.LOG)) {
            for (Path each : files.toList()) {
                log.append(Files.readString(each));
            }
        }
        List<String> passwords = log.toString()
                .lines()
                .filter(line -> line.contains("qm_query_pagesecret"))
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("password"))
                .toList();
        assertThat(passwords).isNotEmpty().allMatch(line -> line.contains("SCRAM-SHA-256$"));
    }

    private QueryResult asks(Order order, String sql) {
        return asks(order, sql, new QueryStop());
    }

    private QueryResult asks(Order order, String sql, QueryStop stop) {
        return access.run(order.lease(), List.of(order.part().name()), sql, stop);
    }

    private QueryResult asks(LeaseId lease, List<PartName> parts, String sql) {
        return access.run(lease, parts, sql, new QueryStop());
    }

    private String value(Order order, String sql) {
        return ((Rows) asks(order, sql)).rows().getFirst().getFirst().text();
    }

    private static void awaitSession(String login) throws Exception {
        try (Connection admin = TestWarehouse.admin()) {
            while (!new Statements(admin)
                    .holds(
                            "select 1 from pg_stat_activity where usename = ? and state = 'active' and query like 'fetch%'",
                            login)) {
                Thread.sleep(20);
            }
        }
    }

    private static int sessions(String login) throws SQLException {
        try (Connection admin = TestWarehouse.admin();
                PreparedStatement statement = admin.prepareStatement(
                        "select count(*) from pg_stat_activity where usename = ?" + " and state = 'active'")) {
            statement.setString(1, login);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static int count(String sql) throws SQLException {
        try (Connection admin = TestWarehouse.admin();
                Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}

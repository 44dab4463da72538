package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A team's month itemised under row-level security, beside SQL written by hand for nothing but that, as the tables' owner,
 * on the same data and indexes in the same run; and what each of 10,000 open leases has cost by now. More intervals are a
 * longer past, so that a month has as many rows however many there are. {@code mvn -Pbench -pl deploy/bench -am verify
 * -DskipTests -Dbench.main=dev.quartermaster.actions.ledger.SpendBench -Dintervals=10000000}.
 */
public final class SpendBench {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final int TEAMS = 500;
    private static final int A_TEAMS_MONTH = 555;
    private static final int OPEN = 10_000;
    private static final int LOOKS = 300;

    private static final String BY_HAND = """
            select a.lease, a.path, a.person, a.purpose, sum(seconds) as seconds,
                sum(round(u.per_hour * seconds / 3600, 6)) as amount
            from (
                select lease, per_hour, extract(epoch from least(to_at, :to) - greatest(from_at, :from)) as seconds
                from usage where team = :team and to_at is not null and to_at > :from and from_at < :to
                  and from_at > cast(:from as timestamptz) - interval '168 hours'
                union all
                select lease, per_hour, extract(epoch from least(now(), :to) - greatest(from_at, :from))
                from usage where team = :team and to_at is null and from_at < :to) u
            join account a on a.lease = u.lease
            group by a.lease""";

    private final JdbcClient jdbc;
    private final SpendQueries spend;
    private final Random random = new Random(7);
    private final YearMonth month = YearMonth.now(ZONE).minusMonths(1);

    private SpendBench(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        this.spend = new SpendQueries(
                jdbc, new ReportScopeQueries(jdbc, source, new JdbcTransactionManager(source)), new Json());
    }

    public static void main(String[] arguments) throws IOException {
        int intervals = Integer.getInteger("intervals", 1_000_000);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "512MB")
                .start()) {
            Flyway.configure()
                    .dataSource(server.getPostgresDatabase())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            var source = new SingleConnectionDataSource(server.getJdbcUrl("postgres", "postgres"), true);
            SpendBench bench = new SpendBench(source);
            bench.fill(intervals);
            bench.run(intervals);
            source.destroy();
        }
    }

    private void fill(int intervals) {
        double months = intervals / (double) (TEAMS * A_TEAMS_MONTH);
        jdbc.sql("""
                        insert into account (lease, team, person, path, purpose, per_hour, currency, until)
                        select 'lease-' || translate(lpad(to_hex(i), 10, 'g'), '0123456789', 'qrstuvwxyz'),
                            'team-' || i % :teams, 'person-' || i % 5000, 'path-' || i % 21, 'purpose ' || i % 900,
                            0.11 + (i % 50) * 0.01, 'EUR', now()
                        from generate_series(1, :leases) i""").param("teams", TEAMS).param("leases", intervals / 4).update();
        jdbc.sql("""
                        insert into usage (lease, team, from_at, to_at, per_hour)
                        select lease, team, begun + piece * interval '7 hours', begun + piece * interval '7 hours'
                            + interval '6 hours', per_hour
                        from (
                            select lease, team, per_hour, date_trunc('second', cast(:last as timestamptz)
                                - (row_number() over () * 2654435761 % 1000003) / 1000003.0 * :months * interval '30 days')
                                as begun
                            from account) a, generate_series(0, 3) piece""")
                .param("last", start(month.plusMonths(1).atDay(1)).atOffset(ZoneOffset.UTC))
                .param("months", BigDecimal.valueOf(Math.max(1, months)))
                .update();
        jdbc.sql("""
                        with live as (
                            update account set until = now() + interval '2 days'
                            where lease in (select lease from account order by md5(lease) limit :open) returning *),
                        reserved as (
                            insert into reservation
                            select lease, team, date_trunc('month', now())::date, per_hour * 72 from live)
                        insert into usage (lease, team, from_at, per_hour)
                        select lease, team, date_trunc('second', now()) - interval '1 day', per_hour from live""").param("open", OPEN).update();
        jdbc.sql("vacuum analyze").update();
    }

    private void run(int intervals) {
        System.out.printf("%n%,d intervals, %d teams, p50 and p99 of %d looks%n", intervals, TEAMS, LOOKS);
        int[] rows = new int[1];
        double[][] both = measured(() -> rows[0] = byHand(team()), () -> report(team()));
        double[] byHand = both[0];
        double[] report = both[1];
        System.out.printf(
                "%-44s %7.1f ms %7.1f ms   %d rows%n", "a team's month by hand", byHand[0], byHand[1], rows[0]);
        System.out.printf(
                "%-44s %7.1f ms %7.1f ms   %.2f times that%n",
                "a team's month, row-level security", report[0], report[1], report[0] / byHand[0]);
        MeterQueries meters = new MeterQueries(jdbc);
        List<LeaseId> live = jdbc.sql("select lease from usage where to_at is null").query(String.class).list().stream()
                .map(LeaseId::new)
                .toList();
        double[] totals = measured(() -> meters.spent(live).size())[0];
        System.out.printf(
                "%-44s %7.1f ms %7.1f ms%n", "what each of " + live.size() + " live leases cost", totals[0], totals[1]);
    }

    private int byHand(TeamId team) {
        return jdbc.sql(BY_HAND)
                .param("team", team.value())
                .param("from", start(month.atDay(1)).atOffset(ZoneOffset.UTC))
                .param("to", start(month.plusMonths(1).atDay(1)).atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getString(1)
                        + row.getString(2)
                        + row.getString(3)
                        + row.getString(4)
                        + row.getLong(5)
                        + row.getBigDecimal(6))
                .list()
                .size();
    }

    private int report(TeamId team) {
        return spend.lines(
                        Set.of(team),
                        team,
                        start(month.atDay(1)),
                        start(month.plusMonths(1).atDay(1)),
                        ZONE)
                .size();
    }

    private TeamId team() {
        return new TeamId("team-" + random.nextInt(TEAMS));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** In turns, so that whatever else the machine does befalls each alike. */
    @SafeVarargs
    private static double[][] measured(Supplier<Integer>... looks) {
        double[][] millis = new double[looks.length][LOOKS];
        for (int each = -LOOKS / 3; each < LOOKS; each++) {
            for (int look = 0; look < looks.length; look++) {
                long began = System.nanoTime();
                looks[look].get();
                if (each >= 0) {
                    millis[look][each] = (System.nanoTime() - began) / 1e6;
                }
            }
        }
        for (int look = 0; look < looks.length; look++) {
            Arrays.sort(millis[look]);
            millis[look] = new double[] {millis[look][LOOKS / 2], millis[look][LOOKS * 99 / 100]};
        }
        return millis;
    }
}

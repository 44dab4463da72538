package dev.quartermaster.actions.bill;

import dev.quartermaster.actions.bill.BillReconciliation.Unlabelled;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bills in their tables. Of each issuer's month the latest bill that has it counts; the others are kept. */
@Component
class BillQueries {
    private static final int MOST_UNLABELLED = 50;

    private static final String OWED = """
            from bill_line l join bill_owed o on o.bill = l.bill and o.month = l.month and o.issuer = l.issuer
            where l.team = :team and l.month = :month
            """;

    private final JdbcClient jdbc;

    BillQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number; empty: the same file is there already */
    Optional<Long> add(String hash, String source, PersonId by) {
        return jdbc.sql("""
                insert into bill (hash, source, added_by) values (:hash, :source, :by)
                on conflict (hash) do nothing returning id""")
                .param("hash", hash)
                .param("source", source)
                .param("by", by.value())
                .query(Long.class)
                .optional();
    }

    long known(String hash) {
        return jdbc.sql("select id from bill where hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .single();
    }

    int lines(long bill) {
        return jdbc.sql("select count(*) from bill_line where bill = :bill")
                .param("bill", bill)
                .query(Integer.class)
                .single();
    }

    /** A lease that is ours says whose the line is, whatever else stands on it. */
    void add(long bill, List<BillLine> lines) {
        jdbc.sql("""
                        insert into bill_line
                        select :bill, n.number, n.issuer, n.month, n.lease,
                            coalesce(a.team, n.team), n.service, n.resource, n.from_at, n.to_at, n.billed, n.effective
                        from unnest(cast(:numbers as int[]), cast(:issuers as text[]), cast(:months as date[]), cast(:leases as text[]),
                                cast(:teams as text[]), cast(:services as text[]), cast(:resources as text[]),
                                cast(:froms as timestamptz[]), cast(:tos as timestamptz[]), cast(:billed as numeric[]),
                                cast(:effective as numeric[]))
                            as n (number, issuer, month, lease, team, service, resource, from_at, to_at, billed, effective)
                        left join account a on a.lease = n.lease""")
                .param("bill", bill)
                .param("numbers", column(lines, line -> Integer.toString(line.number())))
                .param("issuers", column(lines, BillLine::issuer))
                .param("months", column(lines, line -> first(line.month()).toString()))
                .param("leases", column(lines, BillLine::lease))
                .param("teams", column(lines, BillLine::team))
                .param("services", column(lines, BillLine::service))
                .param("resources", column(lines, BillLine::resource))
                .param("froms", column(lines, line -> line.from().toString()))
                .param("tos", column(lines, line -> line.to().toString()))
                .param("billed", column(lines, line -> line.billed().toPlainString()))
                .param("effective", column(lines, line -> line.effective().toPlainString()))
                .update();
    }

    private static String[] column(List<BillLine> lines, Function<BillLine, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }

    /** What a team's use came to by lease; only ever called within the scope that reports are read in. */
    Map<String, BigDecimal> byLease(TeamId team, YearMonth month) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.sql("select l.lease, sum(l.effective) as amount " + OWED + " and l.lease <> '' group by l.lease")
                .param("team", team.value())
                .param("month", first(month))
                .query(row -> {
                    sums.put(row.getString("lease"), row.getBigDecimal("amount"));
                });
        return sums;
    }

    /** Of a team, within that scope; of nobody (an empty name), by the program itself. The dearest first. */
    List<Unlabelled> unlabelled(String team, YearMonth month) {
        return jdbc.sql("select l.service, l.resource, l.lease, sum(l.effective) as amount, count(*) as lines " + OWED
                        + " and (l.lease = '' or :team = '') group by l.service, l.resource, l.lease"
                        + " order by amount desc, l.service, l.resource limit " + MOST_UNLABELLED)
                .param("team", team)
                .param("month", first(month))
                .query((row, index) -> new Unlabelled(
                        row.getString("service"),
                        row.getString("resource"),
                        row.getString("lease"),
                        row.getBigDecimal("amount"),
                        row.getInt("lines")))
                .list();
    }

    BigDecimal unlabelledInAll(String team, YearMonth month) {
        return jdbc.sql("select coalesce(sum(l.effective), 0) " + OWED + " and (l.lease = '' or :team = '')")
                .param("team", team)
                .param("month", first(month))
                .query(BigDecimal.class)
                .single();
    }

    /** Whether anybody has said yet what the month costs. */
    boolean any(YearMonth month) {
        return jdbc.sql("select exists (select from bill_owed where month = :month)")
                .param("month", first(month))
                .query(Boolean.class)
                .single();
    }

    boolean came(YearMonth month, Instant since) {
        return jdbc.sql("select exists (select from bill_owed o join bill b on b.id = o.bill"
                        + " where o.month = :month and b.added_at >= :since)")
                .param("month", first(month))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }
}

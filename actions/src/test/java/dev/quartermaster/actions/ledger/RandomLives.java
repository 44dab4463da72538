package dev.quartermaster.actions.ledger;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;
import static dev.quartermaster.actions.organisation.SampleBundles.ZONE;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.BudgetReservations.Account;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Guard;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What happens to a few leases of growth, at random: each step once, twice, too early or too late, and uses of a model. */
public final class RandomLives {
    private final Database database;
    private final BudgetReservations purse;

    RandomLives(Database database, BudgetReservations purse) {
        this.database = database;
        this.purse = purse;
    }

    public RandomLives(Database database, Bundles bundles) {
        this(database, new LedgerCase(database, bundles).purse());
    }

    public static Ledger ledger(Database database, Bundles bundles) {
        return new LedgerCase(database, bundles).ledger();
    }

    public static ReportScopeQueries scope(Database database) {
        return LedgerCase.scope(database);
    }

    /** @return when the last of it was, by the database's clock */
    public Instant lived(Random random) {
        database.jdbc()
                .sql("truncate usage, reservation, account, team_month, model_call")
                .update();
        List<LeaseId> leases = new ArrayList<>();
        for (int lease = 0; lease < 1 + random.nextInt(3); lease++) {
            leases.add(RequestId.random().lease());
        }
        Instant clock = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(360 * 86_400));
        for (int step = 0; step < 5 + random.nextInt(15); step++) {
            clock = clock.plusSeconds(pause(random));
            set(clock);
            if (random.nextInt(6) == 0) {
                called(random);
            } else {
                step(random, leases.get(random.nextInt(leases.size())), clock);
            }
        }
        clock = clock.plusSeconds(pause(random));
        set(clock);
        return clock;
    }

    /** None, seconds, hours or weeks. */
    private static long pause(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(90);
            case 2 -> random.nextInt(90_000);
            default -> random.nextInt(40 * 86_400);
        };
    }

    private void step(Random random, LeaseId lease, Instant now) {
        Money rate = new Money(BigDecimal.valueOf(random.nextInt(9_000_000), random.nextInt(7)), "EUR");
        Instant until = now.plusSeconds(3600 + random.nextInt(60 * 86_400));
        Account account = account(random, lease, rate);
        database.inTransaction(() -> {
            purse.hold(lease);
            switch (random.nextInt(9)) {
                case 0, 1 -> {
                    purse.reserve(account, List.of(new Guard(GROWTH, month(now), rate, Money.of("1e12", "EUR"))));
                    purse.start(account, now, until);
                }
                case 2 -> purse.pause(lease, now);
                case 3 -> purse.resume(lease, rate, now);
                case 4 -> purse.rate(lease, rate, now);
                case 5 -> {
                    if (known(lease)) {
                        purse.resize(lease, rate, account.bought(), now, until);
                    }
                }
                case 6 -> purse.idle(lease, now);
                case 7 -> purse.stop(lease, now.minusSeconds(random.nextInt(7_200)));
                default -> purse.until(lease, until);
            }
        });
    }

    private boolean known(LeaseId lease) {
        return database.jdbc()
                .sql("select exists (select from account where lease = ?)")
                .param(lease.value())
                .query(Boolean.class)
                .single();
    }

    private static Account account(Random random, LeaseId lease, Money rate) {
        Bought bought = new Bought(
                new TreeMap<>(Map.of("storage", BigDecimal.valueOf(1 + random.nextInt(500)))),
                BigDecimal.valueOf(random.nextInt(3) * 17L, 5),
                List.of());
        return new Account(lease, GROWTH, new PersonId("ana"), "ray-cluster", "churn", rate, bought);
    }

    private void called(Random random) {
        database.jdbc()
                .sql("""
                        insert into model_call (event, person, team, model, prompt, result, tokens_in, tokens_out, took_ms,
                            amount, currency)
                        values ('Ev1', 'ana', 'growth', 'small', 'abc', 'read', 1, 1, 1, ?, 'EUR')""")
                .param(BigDecimal.valueOf(random.nextInt(9_999_999), 8))
                .update();
    }

    private void set(Instant moment) {
        database.jdbc()
                .sql("update time_offset set \"offset\" = ? - statement_timestamp()")
                .param(moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By the database's clock, in whole seconds. */
    public Instant now() {
        return database.jdbc()
                .sql("select date_trunc('second', qm_now())")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static YearMonth month(Instant moment) {
        return YearMonth.from(moment.atZone(ZONE));
    }
}

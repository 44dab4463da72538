package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.ledger.Purse;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.PartName;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may become of a claimed lease; each one is a transaction that also tells and charges, and that happens only
 * under the claim's epoch. Rows are locked in the order that {@link Outcomes#hold} names.
 *
 * <p>Each returns false when the claim was lost (or what it is about no longer holds); then nothing happened.
 */
@Component
class Transitions {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final LeaseRows rows;
    private final TransactionTemplate transaction;
    private final Outcomes outcomes;
    private final Purse purse;
    private final DeedRecord deeds;
    private final Sayings sayings;
    private final Pace pace;

    Transitions(
            JdbcClient jdbc,
            LeaseRows rows,
            TransactionTemplate transaction,
            Outcomes outcomes,
            Purse purse,
            DeedRecord deeds,
            Sayings sayings,
            Pace pace) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.purse = purse;
        this.deeds = deeds;
        this.sayings = sayings;
        this.pace = pace;
    }

    /** All parts are ready: its clock and its meter start. @param made what was done for it */
    boolean handedOver(LeaseRow lease, List<PartDeeds> made) {
        return wholly(lease, () -> {
            Instant from = now();
            Instant until = lease.askedUntil() != null
                    ? lease.askedUntil()
                    : from.plus(lease.plan().term());
            purse.start(account(lease), from, until);
            outcomes.handedOver(lease.request(), sayings.ready(until, parts(lease, "state = 'waiting'")));
            deeds.keep(lease, made);
            return jdbc.sql(
                                    "update lease set state = 'live', started = :from, until = :until, warn_at = :warn, tries = 0"
                                            + " where id = :id and epoch = :epoch and state = 'providing' and wishes = :wishes")
                            .param("wishes", lease.wishes())
                            .param("from", from.atOffset(ZoneOffset.UTC))
                            .param("until", until.atOffset(ZoneOffset.UTC))
                            .param("warn", Warning.at(from, until).atOffset(ZoneOffset.UTC))
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    /** What was wanted later is ready as well: from this second on it is charged, too. */
    boolean joined(LeaseRow lease, List<PartDeeds> made) {
        return wholly(lease, () -> {
            outcomes.handedOver(lease.request(), sayings.joined(parts(lease, "late"), lease));
            BigDecimal rate = jdbc.sql("update lease set tries = 0, per_hour = per_hour"
                            + " + (select coalesce(sum(p.per_hour), 0) from lease_part p where p.lease = id and p.late)"
                            + " where id = :id and epoch = :epoch and state = 'live' and wishes = :wishes"
                            + " returning per_hour")
                    .param("id", lease.id().value())
                    .param("epoch", lease.epoch())
                    .param("wishes", lease.wishes())
                    .query(BigDecimal.class)
                    .optional()
                    .orElse(null);
            if (rate == null) {
                return false;
            }
            deeds.keep(lease, made);
            purse.rate(lease.id(), new Money(rate, lease.perHour().currency()), now());
            jdbc.sql("update lease_part set late = false where lease = :id and late")
                    .param("id", lease.id().value())
                    .update();
            return true;
        });
    }

    /** @param condition ours, about a part */
    private List<PartName> parts(LeaseRow lease, String condition) {
        return jdbc
                .sql("select name from lease_part where lease = :id and " + condition + " order by position")
                .param("id", lease.id().value())
                .query(String.class)
                .list()
                .stream()
                .map(PartName::new)
                .toList();
    }

    /**
     * Whether the moment asked for as the end came before anything could be handed over, or it was waited for too long;
     * then it fails: a promise of money must not stand for ever for what may never start.
     */
    boolean tooLate(LeaseRow lease) {
        if (lease.askedUntil() != null) {
            return !now().isBefore(lease.askedUntil())
                    && failing(lease, "The end you asked for came before it was ready.");
        }
        Duration patience = patience(lease.plan().term());
        return waitedFor(lease, patience)
                .map(words -> failing(lease, sayings.neverReady(patience, words)))
                .orElse(false);
    }

    /** As long as it was asked for; at least a day, because queues are emptied over night, and at most a week. */
    private static Duration patience(Duration term) {
        Duration atLeast = term.compareTo(SHORTEST) < 0 ? SHORTEST : term;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /** What it waits for still, in words or none; empty while it may go on waiting. */
    private Optional<String> waitedFor(LeaseRow lease, Duration patience) {
        return jdbc.sql(
                        "select coalesce((select p.name || ': ' || p.words from lease_part p where p.lease = l.id"
                                + " and p.state not in ('ready', 'waiting', 'gone') and p.words <> '' order by p.position limit 1), '') from lease l"
                                + " where id = :id and epoch = :epoch and coalesce(starts, opened) + make_interval(secs => :patience) <= qm_now()")
                .param("id", lease.id().value())
                .param("epoch", lease.epoch())
                .param("patience", (double) patience.toSeconds())
                .query(String.class)
                .optional();
    }

    /** It cannot be made: what was made is undone, nothing is charged. @param why for the asker */
    boolean failing(LeaseRow lease, String why) {
        return wholly(lease, () -> {
            outcomes.progress(lease.request(), sayings.waiting("what was made already to be taken back"));
            purse.release(lease.id());
            return jdbc.sql("update lease set state = 'ending', failed = true, why = :why, tries = 0"
                                    + " where id = :id and epoch = :epoch and state = 'providing'")
                            .param("why", why)
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    /**
     * The agreed end has come: metering stops at it, however late this is noticed. Due at once, because the last pass
     * left it alone for a while and this worker may be killed before the next step.
     */
    boolean endReached(LeaseRow lease) {
        return wholly(lease, () -> {
            Optional<Instant> end = jdbc.sql("select until from lease where id = :id and epoch = :epoch"
                            + " and state in ('live', 'stopped') and until <= qm_now()")
                    .param("id", lease.id().value())
                    .param("epoch", lease.epoch())
                    .query(OffsetDateTime.class)
                    .optional()
                    .map(OffsetDateTime::toInstant);
            if (end.isEmpty()) {
                return false;
            }
            purse.stop(lease.id(), end.get());
            return jdbc.sql("update lease set state = 'ending', why = 'Its time was up.', warn_at = null, tries = 0,"
                                    + " due = clock_timestamp()"
                                    + " where id = :id and epoch = :epoch and until = :end")
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .param("end", end.get().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        });
    }

    /** Tells once that the end is near. */
    boolean warned(LeaseRow lease) {
        return wholly(lease, () -> {
            boolean due = jdbc.sql("select 1 from lease where id = :id and epoch = :epoch and state = 'live'"
                            + " and warn_at <= qm_now() and until > qm_now()")
                    .param("id", lease.id().value())
                    .param("epoch", lease.epoch())
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (!due) {
                return false;
            }
            outcomes.endingSoon(lease.request(), sayings.endingSoon(lease));
            return jdbc.sql("update lease set warn_at = null where id = :id and epoch = :epoch and warn_at <= qm_now()")
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    /** Everything is gone. */
    boolean finished(LeaseRow lease) {
        return wholly(lease, () -> {
            if (lease.failed()) {
                outcomes.failed(lease.request(), sayings.failed(lease));
            } else {
                outcomes.ended(lease.request(), sayings.ended(lease, purse.spent(lease.id())));
            }
            return jdbc.sql("update lease set state = :state, held_until = null, tries = 0,"
                                    + " due = clock_timestamp() + make_interval(secs => :settle)"
                                    + " where id = :id and epoch = :epoch and state = 'ending'")
                            .param("state", lease.failed() ? "failed" : "ended")
                            .param("settle", pace.settle().toMillis() / 1000.0)
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    /** Nothing is said about a state that is over: somebody may have stopped it while it was being made. */
    boolean progress(LeaseRow lease, String words) {
        return wholly(lease, () -> {
            outcomes.progress(lease.request(), words);
            return jdbc.sql("select 1 from lease where id = :id and epoch = :epoch and state = :state")
                    .param("id", lease.id().value())
                    .param("epoch", lease.epoch())
                    .param("state", lease.state().word())
                    .query(Integer.class)
                    .optional()
                    .isPresent();
        });
    }

    private boolean wholly(LeaseRow lease, BooleanSupplier change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            outcomes.hold(lease.request());
            boolean happened = held(lease) && change.getAsBoolean();
            if (!happened) {
                status.setRollbackOnly();
            }
            return happened;
        }));
    }

    /** Whether the claim is this worker's still; if so, nobody takes it, or touches its money, until this is over. */
    private boolean held(LeaseRow lease) {
        boolean ours = rows.lock(lease.id())
                .filter(now -> now.epoch() == lease.epoch())
                .isPresent();
        purse.hold(lease.id());
        return ours;
    }

    private Instant now() {
        return jdbc.sql("select qm_now()").query(OffsetDateTime.class).single().toInstant();
    }

    private static Purse.Account account(LeaseRow lease) {
        return new Purse.Account(
                lease.id(), lease.team(), lease.owner(), lease.plan().path().value(), lease.purpose(), lease.perHour());
    }
}

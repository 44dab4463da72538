package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.ledger.Purse;
import dev.quartermaster.actions.request.Outcomes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may become of a claimed lease; each one is a transaction that also tells and charges, and that happens only
 * under the claim's epoch. Rows are locked in the desk's order: request, money, lease.
 *
 * <p>Each returns false when the claim was lost (or what it is about no longer holds); then nothing happened.
 */
@Component
class Transitions {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Outcomes outcomes;
    private final Purse purse;
    private final Sayings sayings;

    Transitions(JdbcClient jdbc, TransactionTemplate transaction, Outcomes outcomes, Purse purse, Sayings sayings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.purse = purse;
        this.sayings = sayings;
    }

    /** All parts are ready: its clock and its meter start. */
    boolean handedOver(LeaseRow lease) {
        return wholly(() -> {
            Instant from = now();
            Instant until = lease.askedUntil() != null
                    ? lease.askedUntil()
                    : from.plus(lease.plan().term());
            outcomes.handedOver(lease.request(), sayings.ready(until));
            purse.start(account(lease), from);
            return jdbc.sql(
                                    "update lease set state = 'live', started = :from, until = :until, warn_at = :warn, tries = 0"
                                            + " where id = :id and epoch = :epoch and state = 'providing'")
                            .param("from", from.atOffset(ZoneOffset.UTC))
                            .param("until", until.atOffset(ZoneOffset.UTC))
                            .param("warn", Warning.at(from, until).atOffset(ZoneOffset.UTC))
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    /** Whether the moment asked for as the end has come before anything could be handed over; then it fails. */
    boolean tooLate(LeaseRow lease) {
        return lease.askedUntil() != null
                && !now().isBefore(lease.askedUntil())
                && failing(lease, "The end you asked for came before it was ready.");
    }

    /** It cannot be made: what was made is undone, nothing is charged. @param why for the asker */
    boolean failing(LeaseRow lease, String why) {
        return wholly(() -> {
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
        return wholly(() -> {
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
        return wholly(() -> {
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
        return wholly(() -> {
            if (lease.failed()) {
                outcomes.failed(lease.request(), sayings.failed(lease));
            } else {
                outcomes.ended(lease.request(), sayings.ended(lease, purse.spent(lease.id())));
            }
            return jdbc.sql("update lease set state = :state, held_until = null"
                                    + " where id = :id and epoch = :epoch and state = 'ending'")
                            .param("state", lease.failed() ? "failed" : "ended")
                            .param("id", lease.id().value())
                            .param("epoch", lease.epoch())
                            .update()
                    == 1;
        });
    }

    void progress(LeaseRow lease, String words) {
        transaction.executeWithoutResult(status -> outcomes.progress(lease.request(), words));
    }

    private boolean wholly(BooleanSupplier change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean happened = change.getAsBoolean();
            if (!happened) {
                status.setRollbackOnly();
            }
            return happened;
        }));
    }

    private Instant now() {
        return jdbc.sql("select qm_now()").query(OffsetDateTime.class).single().toInstant();
    }

    private static Purse.Account account(LeaseRow lease) {
        return new Purse.Account(
                lease.id(), lease.team(), lease.owner(), lease.plan().path().value(), lease.purpose(), lease.perHour());
    }
}

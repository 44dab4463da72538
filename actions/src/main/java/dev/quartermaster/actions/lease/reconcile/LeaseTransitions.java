package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.HandedOver;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.PartProvisioning;
import dev.quartermaster.actions.lease.handover.PricesInForce;
import dev.quartermaster.actions.lease.handover.Warning;
import dev.quartermaster.actions.lease.store.ClaimRepository;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRepository;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What may become of a claimed lease; each one is a transaction that also tells and charges, and that happens only
 * under the claim's epoch. Rows are locked in the order that {@link Outcomes#hold} names.
 *
 * <p>Each returns false when the claim was lost (or what it is about no longer holds); then nothing happened.
 */
@Component
class LeaseTransitions {
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    private final ClaimRepository claims;
    private final PartRepository parts;
    private final LeaseStore rows;
    private final TransactionTemplate transaction;
    private final Outcomes outcomes;
    private final BudgetReservations purse;
    private final ProvisioningRecorder deeds;
    private final LeaseMessages sayings;
    private final ReconcilerProperties pace;
    private final DatabaseTime time;
    private final PricesInForce prices;
    private final ApplicationEventPublisher events;

    LeaseTransitions(
            ClaimRepository claims,
            PartRepository parts,
            LeaseStore rows,
            TransactionTemplate transaction,
            Outcomes outcomes,
            BudgetReservations purse,
            ProvisioningRecorder deeds,
            LeaseMessages sayings,
            ReconcilerProperties pace,
            DatabaseTime time,
            PricesInForce prices,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.parts = parts;
        this.rows = rows;
        this.transaction = transaction;
        this.outcomes = outcomes;
        this.purse = purse;
        this.deeds = deeds;
        this.sayings = sayings;
        this.pace = pace;
        this.time = time;
        this.prices = prices;
        this.events = events;
    }

    /**
     * All parts are ready: its clock and its meter start.
     *
     * @param made what was done for it
     * @param done whether its work is over already, so that there is nothing to use
     */
    boolean handedOver(LeaseRow lease, List<PartProvisioning> made, boolean done) {
        return wholly(lease, () -> {
            Instant from = time.now();
            Instant until = lease.askedUntil() != null
                    ? lease.askedUntil()
                    : from.plus(lease.plan().term());
            purse.start(account(lease), from, until);
            outcomes.handedOver(
                    lease.request(),
                    done
                            ? sayings.succeeded()
                            : sayings.ready(
                                    until, names(parts.waiting(lease.id().value()))));
            deeds.keep(lease, made);
            Instant warn = Warning.at(from, until);
            events.publishEvent(new HandedOver(lease.plan().path(), Duration.between(begun(lease), from)));
            return claims.handOver(lease.id().value(), lease.epoch(), lease.wishes(), from, until, warn) == 1;
        });
    }

    private static Instant begun(LeaseRow lease) {
        Instant starts = lease.starts();
        return starts != null && starts.isAfter(lease.opened()) ? starts : lease.opened();
    }

    /** What was wanted later is ready as well: from this second on it is charged, too. */
    boolean joined(LeaseRow lease, List<PartProvisioning> made) {
        return wholly(lease, () -> {
            String id = lease.id().value();
            outcomes.handedOver(lease.request(), sayings.joined(names(parts.late(id)), lease));
            BigDecimal rate = claims.join(id, lease.epoch(), lease.wishes()).orElse(null);
            if (rate == null) {
                return false;
            }
            deeds.keep(lease, made);
            purse.rate(lease.id(), new Money(rate, lease.perHour().currency()), time.now());
            parts.joined(id);
            return true;
        });
    }

    /**
     * Other files are in force: from this second on it costs what they say, and its owner hears it where that is another
     * rate. Not before what is charged of it has joined; where that never will, it stays as it is.
     */
    boolean repriced(LeaseRow lease) {
        String bundle = prices.hash();
        if (bundle.equals(lease.priced()) || lease.changing()) {
            return false;
        }
        Money before = lease.perHour();
        Optional<Price> now = prices.of(lease.plan());
        Set<PartName> costly = now.stream()
                .flatMap(each -> each.lines().stream())
                .map(Price.Line::part)
                .collect(Collectors.toSet());
        List<PartRow> charged = rows.parts(lease.id()).stream()
                .filter(part -> costly.contains(part.name()))
                .toList();
        if (charged.stream().anyMatch(part -> part.state() == Progress.WAITING || part.late())) {
            return false;
        }
        Optional<Price> price = charged.stream().allMatch(PartRow::wanted) ? now : Optional.empty();
        Money rate = price.map(Price::perHour).orElse(before);
        return wholly(lease, () -> {
            if (claims.reprice(lease.id().value(), lease.epoch(), lease.wishes(), bundle, rate.amount()) == 0) {
                return false;
            }
            if (!rate.equals(before)) {
                Bought bought = Bought.of(lease.plan(), price.orElseThrow().lines());
                purse.reprice(lease.id(), rate, bought, time.now(), lease.until());
                outcomes.interrupted(lease.request(), sayings.repriced(before, rate));
            }
            return true;
        });
    }

    private static List<PartName> names(List<String> parts) {
        return parts.stream().map(PartName::new).toList();
    }

    /**
     * Whether the moment asked for as the end came before anything could be handed over, or it was waited for too long;
     * then it fails: a promise of money must not stand for ever for what may never start.
     */
    boolean tooLate(LeaseRow lease) {
        if (lease.askedUntil() != null) {
            return !time.now().isBefore(lease.askedUntil())
                    && failing(lease, "The end you asked for came before it was ready.");
        }
        Duration patience = patience(lease.plan().term());
        return parts.waitedFor(lease.id().value(), lease.epoch(), patience.toSeconds())
                .map(words -> failing(lease, sayings.neverReady(patience, words)))
                .orElse(false);
    }

    /** How long it may take to get ready: its term, at least 24 hours (queues are emptied over night), at most 7 days. */
    private static Duration patience(Duration term) {
        Duration atLeast = term.compareTo(SHORTEST) < 0 ? SHORTEST : term;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }

    /** It cannot be made: what was made is undone, nothing is charged. @param why for the asker */
    boolean failing(LeaseRow lease, String why) {
        return wholly(lease, () -> {
            outcomes.progress(lease.request(), sayings.waiting("what was made already to be taken back"));
            purse.release(lease.id());
            return claims.fail(lease.id().value(), lease.epoch(), why) == 1;
        });
    }

    /**
     * The agreed end has come: metering stops at it, however late this is noticed. Due at once, because the last pass
     * left it alone for a while and this worker may be killed before the next step.
     */
    boolean endReached(LeaseRow lease) {
        return end(lease).isPresent()
                && wholly(
                        lease,
                        () -> end(lease)
                                .map(end -> ending(lease, end, "Its time was up.", false))
                                .orElse(false));
    }

    /** Its end, when that has come. Looked at before anything is locked for it, because most passes come sooner. */
    private Optional<Instant> end(LeaseRow lease) {
        return claims.ended(lease.id().value(), lease.epoch());
    }

    /** Its work has succeeded: from this moment on nothing is charged, and what is left of it is taken back. */
    boolean done(LeaseRow lease) {
        return wholly(lease, () -> ending(lease, time.now(), "Its work is done.", true));
    }

    /** Its work has failed for good: from this moment on nothing is charged, and what is left of it is taken back. */
    boolean unsuccessful(LeaseRow lease, String words) {
        return wholly(lease, () -> ending(lease, time.now(), sayings.unsuccessful(words), false));
    }

    private boolean ending(LeaseRow lease, Instant end, String why, boolean done) {
        purse.stop(lease.id(), end);
        return claims.end(lease.id().value(), lease.epoch(), end, why, done) == 1;
    }

    /** Tells once that the end is near. */
    boolean warned(LeaseRow lease) {
        return endsSoon(lease)
                && wholly(lease, () -> {
                    if (!endsSoon(lease)) {
                        return false;
                    }
                    outcomes.endingSoon(lease.request(), sayings.endingSoon(lease));
                    return claims.warned(lease.id().value(), lease.epoch()) == 1;
                });
    }

    /** Whether its end is near and its owner has not been told yet. */
    private boolean endsSoon(LeaseRow lease) {
        return claims.endingSoon(lease.id().value(), lease.epoch()).isPresent();
    }

    /** All its parts are gone: it is over. */
    boolean finished(LeaseRow lease) {
        return wholly(lease, () -> {
            if (lease.failed()) {
                outcomes.failed(lease.request(), sayings.failed(lease));
            } else {
                outcomes.ended(lease.request(), sayings.ended(lease, purse.spent(lease.id())));
            }
            String state = lease.failed() ? "failed" : "ended";
            double settle = pace.settle().toMillis() / 1000.0;
            return claims.finish(lease.id().value(), lease.epoch(), state, settle) == 1;
        });
    }

    /** Nothing is said about a state that is over: somebody may have stopped it while it was being made. */
    boolean progress(LeaseRow lease, String words) {
        return wholly(lease, () -> {
            outcomes.progress(lease.request(), words);
            return still(lease);
        });
    }

    /** It can't be used: its meter stands still until {@link #resumed}, and its owner is told once. */
    boolean paused(LeaseRow lease, String words) {
        return wholly(lease, () -> {
            if (!purse.pause(lease.id(), time.now())) {
                return false;
            }
            outcomes.interrupted(lease.request(), sayings.uncharged(words));
            return still(lease);
        });
    }

    /** It runs and can't be used: it is charged, from now on again if it was paused. */
    boolean unready(LeaseRow lease, String words) {
        return wholly(lease, () -> {
            if (purse.resume(lease.id(), lease.perHour(), time.now())) {
                outcomes.interrupted(lease.request(), words);
            } else {
                outcomes.progress(lease.request(), words);
            }
            return still(lease);
        });
    }

    /**
     * It can be used again. Nothing where it is ended by now.
     *
     * @param told whether its owner may have heard otherwise, were it not paused
     */
    boolean resumed(LeaseRow lease, boolean told) {
        return wholly(lease, () -> {
            if (purse.resume(lease.id(), lease.perHour(), time.now())) {
                outcomes.interrupted(lease.request(), sayings.mended(lease));
            } else if (told) {
                outcomes.progress(lease.request(), sayings.mended());
            } else {
                return false;
            }
            return still(lease);
        });
    }

    private boolean still(LeaseRow lease) {
        return claims.still(lease.id().value(), lease.epoch(), lease.state().word())
                .isPresent();
    }

    boolean wholly(LeaseRow lease, BooleanSupplier change) {
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

    private static BudgetReservations.Account account(LeaseRow lease) {
        return new BudgetReservations.Account(
                lease.id(),
                lease.team(),
                lease.owner(),
                lease.plan().path().value(),
                lease.purpose(),
                lease.perHour(),
                BudgetReservations.Bought.of(lease.plan(), List.of()));
    }
}

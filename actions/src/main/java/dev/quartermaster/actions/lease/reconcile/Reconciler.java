package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.actions.lease.handover.ReconcilerWakeUp;
import dev.quartermaster.actions.lease.store.LeaseRow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes what is handed out be what was agreed: takes every lease that is due and passes over it. Called every second
 * and after each commit that changed what is wanted; calling it too often costs a query.
 */
@Component
class Reconciler implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    /** Leases worked on at once by one process; a slow provider must not keep all others waiting. */
    private static final int AT_ONCE = 16;

    /** Between tries of what broke its worker five times: it must be taken back some day, but not at others' cost. */
    private static final Duration PARKED = Duration.ofMinutes(10);

    private static final String KIND = "lease";

    private final LeaseClaims claims;
    private final LeaseReconciler pass;
    private final Attempts attempts;
    private final ReconcilerProperties pace;
    private final Semaphore free = new Semaphore(AT_ONCE);
    /** Of so many takes one is of what isn't ending: endings that cannot be reached would keep every hand otherwise. */
    private static final int BESIDE_ENDINGS = 4;

    private final AtomicLong turns = new AtomicLong();

    /** Platform threads: a virtual one that waits for the jar to load a class holds its carrier, and there are few. */
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("lease-", 0).factory());

    Reconciler(
            LeaseClaims claims,
            LeaseReconciler pass,
            Attempts attempts,
            ReconcilerProperties pace,
            ReconcilerWakeUp wake) {
        this.claims = claims;
        this.pass = pass;
        this.attempts = attempts;
        this.pace = pace;
        wake.calls(() -> begin(this::sweep));
    }

    /** Starts work on everything that is due, as far as hands are free; returns without waiting for it. */
    void sweep() {
        while (free.tryAcquire()) {
            boolean taken = false;
            try {
                boolean beside = turns.getAndIncrement() % BESIDE_ENDINGS == 0;
                Optional<LeaseRow> lease = beside ? claims.takeBesideEndings() : claims.take();
                taken = lease.isPresent()
                        && begin(() -> {
                            try {
                                over(lease.get());
                            } finally {
                                free.release();
                            }
                        });
            } finally {
                if (!taken) {
                    free.release();
                }
            }
            if (!taken) {
                return;
            }
        }
    }

    /** One lease, here and now. @return false: none is due */
    boolean one() {
        Optional<LeaseRow> lease = claims.take();
        lease.ifPresent(this::over);
        return lease.isPresent();
    }

    /** What is logged meanwhile says of which lease and request it is. */
    private void over(LeaseRow lease) {
        try (var _ = MDC.putCloseable("lease", lease.id().value());
                var _ = MDC.putCloseable("request", lease.request().value())) {
            pass(lease);
        }
    }

    private void pass(LeaseRow lease) {
        String item = lease.id().value();
        int number = 0;
        try {
            number = attempts.begin(KIND, item);
            if (number > Attempts.MOST) {
                LOG.error("{} broke its worker {} times and is parked", item, number - 1);
                // Before it is tried once more: its process may not live to say so afterwards.
                claims.defer(lease, PARKED);
                if (pass.givenUp(lease, number == Attempts.MOST + 1)) {
                    return;
                }
            }
            pass.over(lease);
            attempts.ended(KIND, item);
        } catch (Throwable fault) {
            // An Error as well: whatever it was, this lease's next try waits, and all others go on.
            LOG.warn("Pass over {} broke off, will go on by itself", item, fault);
            rest(lease, fault, number >= Attempts.MOST ? PARKED : pace.backoff(number));
        }
    }

    private void rest(LeaseRow lease, Throwable fault, Duration pause) {
        String item = lease.id().value();
        try {
            if (Passing.is(fault)) {
                attempts.passed(KIND, item);
            } else {
                attempts.failed(KIND, item, fault.getClass().getName());
            }
            claims.rest(lease, pause, false);
        } catch (Throwable away) {
            // Most of all a database that is away: the claim runs out by itself when even this cannot be written.
            LOG.warn("{} waits until its claim runs out", item, away);
        }
    }

    private boolean begin(Runnable work) {
        try {
            workers.execute(work);
            return true;
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopping: what is due is done after the next start");
            return false;
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(Duration.ofSeconds(8).toMillis(), TimeUnit.MILLISECONDS)) {
            workers.shutdownNow();
        }
    }
}

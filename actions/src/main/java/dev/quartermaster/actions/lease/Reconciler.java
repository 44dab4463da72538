package dev.quartermaster.actions.lease;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private final Claims claims;
    private final Pass pass;
    private final Pace pace;
    private final Semaphore free = new Semaphore(AT_ONCE);
    /** Platform threads: a virtual one that waits for the jar to load a class holds its carrier, and there are few. */
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("lease-", 0).factory());

    Reconciler(Claims claims, Pass pass, Pace pace, Wake wake) {
        this.claims = claims;
        this.pass = pass;
        this.pace = pace;
        wake.calls(() -> begin(this::sweep));
    }

    /** Starts work on everything that is due, as far as hands are free; returns without waiting for it. */
    void sweep() {
        while (free.tryAcquire()) {
            boolean taken = false;
            try {
                Optional<LeaseRow> lease = claims.take();
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

    private void over(LeaseRow lease) {
        try {
            pass.over(lease);
        } catch (RuntimeException fault) {
            // Most of all a database that is away: the claim runs out by itself when even this cannot be written.
            LOG.warn("Pass over {} broke off, will go on by itself", lease.id(), fault);
            rest(lease);
        }
    }

    private void rest(LeaseRow lease) {
        try {
            claims.rest(lease, pace.backoff(lease.tries()), false);
        } catch (RuntimeException away) {
            LOG.warn("{} waits until its claim runs out", lease.id(), away);
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

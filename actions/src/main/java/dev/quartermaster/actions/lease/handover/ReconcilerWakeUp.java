package dev.quartermaster.actions.lease.handover;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the reconciler of this process, once the transaction has committed, not to wait for its next round. */
@Component
public class ReconcilerWakeUp {
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    public void calls(Runnable sleeper) {
        sleepers.add(sleeper);
    }

    /** Within a transaction only. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sleepers.forEach(Runnable::run);
            }
        });
    }
}

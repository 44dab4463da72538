package dev.quartermaster.bot.talk;

import dev.quartermaster.bot.announce.Homes;
import dev.quartermaster.bot.slack.work.Loop;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes Homes that are out of date, one person's a transaction; several changes in a moment are one. */
@Component
class HomeLoop implements SmartLifecycle {
    private final Homes homes;
    private final HomePage page;
    private final TransactionTemplate transaction;
    private final Loop loop = new Loop("homes", this::look);

    HomeLoop(Homes homes, HomePage page, PlatformTransactionManager transactions) {
        this.homes = homes;
        this.page = page;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(Homes.Changed event) {
        loop.ring();
    }

    private void look() {
        while (Boolean.TRUE.equals(transaction.execute(status -> one()))) {}
    }

    private boolean one() {
        List<Homes.Home> due = homes.claim();
        due.forEach(page::publish);
        return !due.isEmpty();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}

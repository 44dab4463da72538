package dev.quartermaster.bot.conversation.home;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.bot.announce.HomeTabs;
import dev.quartermaster.bot.slack.work.Looping;
import dev.quartermaster.bot.slack.work.PollingLoop;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes Home tabs that are out of date, one person's a transaction; several changes in a moment are published once.
 */
@Component
class HomePublisher implements Looping {
    private static final Logger LOG = LoggerFactory.getLogger(HomePublisher.class);
    private static final String KIND = "home";

    private final HomeTabs homes;
    private final HomePage page;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final PollingLoop loop = new PollingLoop("homes", this::look);

    HomePublisher(HomeTabs homes, HomePage page, Attempts attempts, PlatformTransactionManager transactions) {
        this.homes = homes;
        this.page = page;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(HomeTabs.Changed event) {
        loop.ring();
    }

    private void look() {
        while (one()) {}
    }

    private boolean one() {
        HomeTabs.Home[] current = new HomeTabs.Home[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                List<HomeTabs.Home> due = homes.claim();
                for (HomeTabs.Home home : due) {
                    current[0] = home;
                    publish(home);
                }
                return !due.isEmpty();
            }));
        } catch (Throwable e) {
            if (current[0] == null) {
                throw e;
            }
            failed(current[0], e);
            return !Passing.is(e);
        }
    }

    /** Every sixth time it is left as it stands, until something changes it: the others are not to wait for ever. */
    private void publish(HomeTabs.Home home) {
        if (attempts.begin(KIND, home.account()) % (Attempts.MOST + 1) != 0) {
            page.publish(home);
            attempts.ended(KIND, home.account());
        }
    }

    /** Drawn once more, after all others. */
    private void failed(HomeTabs.Home home, Throwable why) {
        LOG.warn("A Home could not be drawn", why);
        transaction.executeWithoutResult(status -> {
            homes.last(home.person());
            if (Passing.is(why)) {
                attempts.passed(KIND, home.account());
            } else {
                attempts.failed(KIND, home.account(), why.getClass().getName());
            }
        });
    }

    @Override
    public PollingLoop loop() {
        return loop;
    }
}

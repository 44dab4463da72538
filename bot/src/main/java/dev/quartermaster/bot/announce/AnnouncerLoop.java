package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.attempt.Attempts;
import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.bot.slack.work.Looping;
import dev.quartermaster.bot.slack.work.PollingLoop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for notices when one was written, and every second for what a crash or another replica left behind. */
@Component
class AnnouncerLoop implements Looping {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncerLoop.class);
    private static final String KIND = "notice";

    private final Notices notices;
    private final Announcer announcer;
    private final Audit audit;
    private final Attempts attempts;
    private final TransactionTemplate transaction;
    private final Counter parked;
    private final PollingLoop loop = new PollingLoop("announcer", this::look);

    AnnouncerLoop(
            Notices notices,
            Announcer announcer,
            Audit audit,
            Attempts attempts,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        this.notices = notices;
        this.announcer = announcer;
        this.audit = audit;
        this.attempts = attempts;
        this.transaction = new TransactionTemplate(transactions);
        this.parked = metrics.counter("quartermaster.notice.parked");
    }

    @TransactionalEventListener(fallbackExecution = true)
    void said(Notices.Said event) {
        loop.ring();
    }

    /** One notice a transaction: one that fails holds up no other. */
    private void look() {
        while (one()) {}
    }

    private boolean one() {
        Notice[] current = new Notice[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Notice> next = notices.claim(1).stream().findFirst();
                current[0] = next.orElse(null);
                next.ifPresent(this::announce);
                return next.isPresent();
            }));
        } catch (Throwable e) {
            if (current[0] == null) {
                throw e;
            }
            failed(current[0], e);
            return true;
        }
    }

    /** Joins the transaction that claimed it. */
    private void announce(Notice notice) {
        if (attempts.begin(KIND, "" + notice.id()) > Attempts.MOST) {
            throw new Broken();
        }
        announcer.announce(notice);
        attempts.ended(KIND, "" + notice.id());
    }

    private void failed(Notice notice, Throwable why) {
        LOG.warn("Notice {} of {} could not be said", notice.id(), notice.request(), why);
        if (Passing.is(why)) {
            if (!attempts.passed(KIND, "" + notice.id())) {
                notices.delayed(notice.id());
                return;
            }
        } else {
            attempts.failed(KIND, "" + notice.id(), why.getClass().getName());
        }
        boolean killed = why instanceof Broken;
        if (notices.failed(notice.id(), why.getClass().getName(), killed)) {
            LOG.error("Notice {} of {} is given up and parked", notice.id(), notice.request());
            parked.increment();
            transaction.executeWithoutResult(status -> {
                audit.record(
                        "system",
                        null,
                        "notice-parked",
                        Map.of(
                                "notice",
                                notice.id(),
                                "request",
                                notice.request().value()));
                announcer.unsaid(notice);
            });
        }
    }

    /** Its process ended each time it was said. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public PollingLoop loop() {
        return loop;
    }
}

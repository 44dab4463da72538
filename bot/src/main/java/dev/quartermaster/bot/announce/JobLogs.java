package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.JobOutput;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.plan.Plan;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the log of a job that was run ended, for whose run it was and nobody else: a log may hold anything. It is asked for
 * where the job ran, after the transaction that tells the end and on a thread of its own: somebody else's slowness holds no
 * row and no other notice. Killed in between, the log is not told; where it stands is in what was told before.
 */
@Component
class JobLogs {
    private static final Logger LOG = LoggerFactory.getLogger(JobLogs.class);
    /** Of at most 200 characters each: a message of these is far below what Slack cuts. */
    private static final int LINES = 12;

    private static final int WAITING = 1_000;

    private final Bundles bundles;
    private final Leases leases;
    private final RequestService requests;
    private final CardPlacements threads;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final ExecutorService reader = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("job-logs").daemon().factory(),
            (log, full) -> LOG.warn("A job's log is not read: {} wait already", WAITING));

    JobLogs(
            Bundles bundles,
            Leases leases,
            RequestService requests,
            CardPlacements threads,
            Outbox outbox,
            PlatformTransactionManager transactions) {
        this.bundles = bundles;
        this.leases = leases;
        this.requests = requests;
        this.threads = threads;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Into the thread where nobody else reads it, once the caller's transaction has committed. */
    void end(Request request, Talk talk, Notice notice) {
        if (!ofJob(request)) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reader.execute(() -> tell(request, talk, notice));
            }
        });
    }

    /** Posts the output of what ran in the cluster, before its log goes with it. */
    @EventListener
    void over(JobOutput output) {
        requests.find(output.request())
                .filter(request -> !ofJob(request))
                .ifPresent(request -> post(
                        request,
                        threads.of(request.id()).orElse(new Talk(request.by(), null, "", "")),
                        output.lines(),
                        "log:" + output.lease()));
    }

    private void tell(Request request, Talk talk, Notice notice) {
        post(request, talk, leases.lastLines(request.lease(), LINES), "log:" + notice.id());
    }

    private void post(Request request, Talk talk, List<String> lines, String key) {
        if (lines.isEmpty()) {
            return;
        }
        boolean alone = talk.place() == null || talk.place().channel().startsWith("D");
        Recipient to = alone ? talk.below(RequestCards.statusKey(request.id())) : new Recipient.Person(request.owner());
        transaction.executeWithoutResult(status -> outbox.post(
                new MessageKey(key),
                to,
                Message.text(Mrkdwn.bold(request.summary())
                        .and(": the end of its log\n")
                        .and(quoted(lines))
                        .value())));
    }

    private boolean ofJob(Request request) {
        @Nullable Plan plan = request.judgement().plan();
        return plan != null && bundles.current().catalogue().job(plan.path()).isPresent();
    }

    /** Line by line, so that none passes for ours. */
    private static String quoted(List<String> lines) {
        return lines.stream().map(line -> Mrkdwn.quoted(line).value()).collect(Collectors.joining("\n"));
    }

    @PreDestroy
    void close() {
        reader.shutdownNow();
    }
}

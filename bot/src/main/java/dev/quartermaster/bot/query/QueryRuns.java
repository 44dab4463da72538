package dev.quartermaster.bot.query;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.provider.grant.QueryAccess;
import dev.quartermaster.actions.provider.grant.query.QueryResult;
import dev.quartermaster.actions.provider.grant.query.QueryStop;
import dev.quartermaster.bot.limits.TokenBuckets;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.PersonLimits.Rate;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One query of a person at a time, few of all at once, and so many an hour. */
@Component
class QueryRuns implements AutoCloseable {
    static final Rate RATE = new Rate(60, 1_200);
    private static final int ALL = 8;
    private static final Duration BEAT = Duration.ofMillis(500);

    private final QueryAccess access;
    private final TokenBuckets allowances;
    private final MeterRegistry metrics;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<PersonId, Running> running = new ConcurrentHashMap<>();
    private final Semaphore free = new Semaphore(ALL);

    QueryRuns(QueryAccess access, TokenBuckets allowances, MeterRegistry metrics) {
        this.metrics = metrics;
        this.access = access;
        this.allowances = allowances;
    }

    sealed interface Outcome {
        record Ran(QueryResult result) implements Outcome {}

        /** One of theirs runs already. */
        record OneAtATime() implements Outcome {}

        record TooMany() implements Outcome {}

        /** More than one person may send. */
        record Spent(TokenBuckets.Answer.Spent until) implements Outcome {}
    }

    /** Of what the lease gives, what can be queried. */
    static List<Part> queryable(Lease lease) {
        return lease.giving().stream().filter(QueryAccess::opens).toList();
    }

    /** What can be selected from. */
    List<String> tables(Lease lease) {
        return queryable(lease).stream()
                .flatMap(part -> access.tables(part).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param beat called while it runs, twice a second
     * @throws IOException of {@code beat}: nobody waits for the answer any more, and the query is stopped
     */
    Outcome run(Lease lease, String sql, Beat beat) throws IOException {
        if (allowances.take(lease.owner(), "queries", RATE) instanceof TokenBuckets.Answer.Spent spent) {
            return new Outcome.Spent(spent);
        }
        QueryStop stop = new QueryStop();
        if (running.putIfAbsent(lease.owner(), new Running(lease.id(), stop)) != null) {
            return new Outcome.OneAtATime();
        }
        if (!free.tryAcquire()) {
            running.remove(lease.owner());
            return new Outcome.TooMany();
        }
        List<PartName> parts = queryable(lease).stream().map(Part::name).toList();
        Future<QueryResult> result = workers.submit(() -> {
            try {
                return counted(access.run(lease.id(), parts, sql, stop));
            } finally {
                free.release();
                running.remove(lease.owner());
            }
        });
        return new Outcome.Ran(awaited(result, stop, beat));
    }

    /** @return false: nothing of the lease runs in this process */
    boolean stop(Lease lease) {
        @Nullable Running found = running.get(lease.owner());
        if (found == null || !found.lease().equals(lease.id())) {
            return false;
        }
        found.stop().now();
        return true;
    }

    private record Running(LeaseId lease, QueryStop stop) {}

    private QueryResult counted(QueryResult result) {
        String outcome = result.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("quartermaster.queries", "outcome", outcome).increment();
        return result;
    }

    private static QueryResult awaited(Future<QueryResult> result, QueryStop stop, Beat beat) throws IOException {
        try {
            while (true) {
                try {
                    return result.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException still) {
                    beat.beat();
                }
            }
        } catch (IOException gone) {
            stop.now();
            throw gone;
        } catch (InterruptedException stopping) {
            stop.now();
            Thread.currentThread().interrupt();
            return new QueryResult.Stopped();
        } catch (ExecutionException unexpected) {
            throw new IllegalStateException(unexpected.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    interface Beat {
        void beat() throws IOException;
    }
}

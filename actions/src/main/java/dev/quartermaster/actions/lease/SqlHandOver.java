package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.ledger.Purse;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is wanted; the reconciler makes it so. */
@Component
class SqlHandOver implements HandOver {
    private final JdbcClient jdbc;
    private final LeaseRows rows;
    private final Audit audit;
    private final Purse purse;
    private final Wake wake;

    SqlHandOver(JdbcClient jdbc, LeaseRows rows, Audit audit, Purse purse, Wake wake) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.purse = purse;
        this.wake = wake;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Request request) {
        Intent intent = request.judgement().intent();
        Plan plan = Objects.requireNonNull(request.judgement().plan(), "Only what was planned can be handed over");
        Price price = Objects.requireNonNull(request.judgement().price());
        if (rows.insert(request, owner(request, intent), plan, price, askedUntil(intent))) {
            audit.record(
                    request.id().value(),
                    null,
                    "lease-opened",
                    Map.of("lease", request.id().lease().value()));
        }
        wake.afterCommit();
    }

    /** Data can be asked for somebody else: then it is theirs, and only they see its credentials. */
    private static PersonId owner(Request request, Intent intent) {
        return intent instanceof Intent.Grant grant && grant.grantee() != null ? grant.grantee() : request.by();
    }

    private static @Nullable Instant askedUntil(Intent intent) {
        if (intent instanceof Intent.Launch launch && launch.term() instanceof Term.Until until) {
            return until.end();
        }
        return intent instanceof Intent.Grant grant && grant.term() instanceof Term.Until until ? until.end() : null;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void extend(LeaseId lease, Instant until) {
        LeaseRow row = rows.lock(lease).orElseThrow();
        if (row.started() == null || !open(row)) {
            throw new IllegalStateException("Only what was handed over and has not ended can be extended: " + lease);
        }
        jdbc.sql("update lease set until = :until, warn_at = :warn, due = clock_timestamp() where id = :id")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("warn", Warning.at(row.started(), until).atOffset(ZoneOffset.UTC))
                .param("id", lease.value())
                .update();
        audit.record(row.request().value(), null, "lease-extended", Map.of("until", until.toString()));
        wake.afterCommit();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(LeaseId lease, @Nullable PersonId by, String why) {
        LeaseRow row = rows.lock(lease).orElseThrow();
        if (!open(row)) {
            return;
        }
        Instant now = jdbc.sql("select least(until, qm_now()) from lease where id = :id")
                .param("id", lease.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        if (row.started() == null) {
            purse.release(lease);
        } else {
            purse.stop(lease, now);
        }
        // Whoever is making parts right now keeps the claim, sees the new state at the next look and lets go. Were it
        // taken from them, parts could be taken back while some are still being made, and those would be left over.
        jdbc.sql("update lease set state = 'ending', until = :now, warn_at = null, why = :why, tries = 0,"
                        + " due = clock_timestamp() where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("why", why)
                .param("id", lease.value())
                .update();
        audit.record(row.request().value(), by, "lease-ending", Map.of("lease", lease.value()));
        wake.afterCommit();
    }

    @Override
    public Optional<Running> running(LeaseId lease) {
        return rows.find(lease)
                .map(row -> new Running(row.request(), row.owner(), row.started(), row.until(), open(row)));
    }

    private static boolean open(LeaseRow row) {
        return switch (row.state()) {
            case PROVIDING, LIVE, STOPPED -> true;
            case ENDING, ENDED, FAILED -> false;
        };
    }
}

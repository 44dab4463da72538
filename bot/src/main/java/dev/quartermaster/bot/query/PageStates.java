package dev.quartermaster.bot.query;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.provider.grant.QueryTokens;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.plan.LeaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a page shows to whoever stands before it, by its lease and session as they are at this moment. */
@Component
class PageStates {
    private final PageGuard guard;
    private final Leases leases;
    private final QueryTokens tokens;
    private final QueryRuns runs;
    private final Bundles bundles;
    private final DatabaseTime time;
    /** Of strangers too: what else needs the database must not wait for them. */
    private final Semaphore looking = new Semaphore(4);

    PageStates(PageGuard guard, Leases leases, QueryTokens tokens, QueryRuns runs, Bundles bundles, DatabaseTime time) {
        this.guard = guard;
        this.leases = leases;
        this.tokens = tokens;
        this.runs = runs;
        this.bundles = bundles;
        this.time = time;
    }

    /** @param state what the page shows: open, closed, over, or nothing of a lease */
    record Look(@Nullable Lease lease, String state, Map<String, Object> words) {}

    Look of(String id, @Nullable String session, HttpServletRequest request) {
        if (!guard.admits(request)) {
            return nothing("This page answers at its own address only.", "Open it with the link on its card.");
        }
        if (!bundles.current().organisation().queryLink().isEmpty()) {
            return nothing(
                    "Queries are typed in your organisation's own tool.",
                    "Open it with the link on the card in Slack.");
        }
        if (!looking.tryAcquire()) {
            return new Look(
                    null, "", QueryWords.failed("Too many pages ask at once.", "Try it again in a few seconds."));
        }
        try {
            return found(id, session);
        } finally {
            looking.release();
        }
    }

    private Look found(String id, @Nullable String session) {
        Optional<Lease> found = id.length() == "lease-".length() + 10 ? leases.find(new LeaseId(id)) : Optional.empty();
        if (found.isEmpty()) {
            return nothing(
                    "There is no such page.", "Open it with the link on its card; /qm list shows what you have.");
        }
        Lease lease = found.get();
        return switch (lease.state()) {
            // Whoever is late to end it must not lengthen anything.
            case LIVE ->
                time.now().isBefore(lease.until())
                        ? live(lease, session)
                        : new Look(lease, QueryWords.OVER, words(lease).over());
            case PROVIDING, STOPPED ->
                new Look(
                        lease,
                        "later",
                        shown("later", "It is not ready right now.", "Its card in Slack says why and what to do."));
            case ENDING, ENDED, DONE, FAILED ->
                new Look(lease, QueryWords.OVER, words(lease).over());
        };
    }

    private Look live(Lease lease, @Nullable String session) {
        if (session == null || !tokens.opened(lease.id(), session)) {
            return new Look(
                    lease,
                    "closed",
                    shown(
                            "closed",
                            "Paste the token of this page.",
                            "Show credentials, on its card in Slack, has one. It opens the page for eight hours."));
        }
        Map<String, Object> words = shown("open", "", "");
        words.put("ok", true);
        words.put("datasets", runs.tables(lease));
        words.put("until", lease.until().toString());
        return new Look(lease, "open", words);
    }

    private static Look nothing(String words, String next) {
        return new Look(null, "nothing", shown("nothing", words, next));
    }

    private static Map<String, Object> shown(String state, String words, String next) {
        Map<String, Object> shown = new LinkedHashMap<>(QueryWords.failed(words, next));
        shown.put("state", state);
        return shown;
    }

    QueryWords words(Lease lease) {
        return new QueryWords(runs.tables(lease), "/qm again " + lease.request());
    }
}

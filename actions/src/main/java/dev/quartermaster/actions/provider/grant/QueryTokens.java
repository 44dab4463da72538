package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.util.Optional;

/** What opens the query page of a lease. Kept as hashes: whoever reads the rows can open nothing. */
public interface QueryTokens {
    /** A new token in place of the one before; pages that were opened with that one are closed. */
    String fresh(LeaseId lease, PartName part);

    void forget(LeaseId lease, PartName part);

    /** @return what the page shows from now on, for eight hours; empty: that token opens nothing of this lease */
    Optional<String> open(LeaseId lease, String token);

    /** Whether a page of this lease was opened and still is. */
    boolean opened(LeaseId lease, String session);

    void close(LeaseId lease, String session);
}

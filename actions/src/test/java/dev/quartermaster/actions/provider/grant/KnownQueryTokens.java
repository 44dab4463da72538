package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** As the database keeps them, without pages. */
final class KnownQueryTokens implements QueryTokens {
    private final Map<String, String> tokens = new HashMap<>();

    @Override
    public String fresh(LeaseId lease, PartName part) {
        String token = "token-" + tokens.size() + "-of-" + lease + "-" + part;
        tokens.put(lease + " " + part, token);
        return token;
    }

    @Override
    public void forget(LeaseId lease, PartName part) {
        tokens.remove(lease + " " + part);
    }

    @Override
    public Optional<String> open(LeaseId lease, String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean opened(LeaseId lease, String session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close(LeaseId lease, String session) {
        throw new UnsupportedOperationException();
    }
}

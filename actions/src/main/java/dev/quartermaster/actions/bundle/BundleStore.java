package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.intents.config.Bundle;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bundles, and which one is in force. */
@Component
class BundleStore {
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final BundleRepository bundles;
    private final Audit audit;
    private final JsonMapper json = JsonMapper.builder().build();

    BundleStore(BundleRepository bundles, Audit audit) {
        this.bundles = bundles;
        this.audit = audit;
    }

    /** Puts a bundle in force for all replicas, whatever becomes of the caller's work; nothing happens when it is already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void activate(Bundle bundle) {
        bundles.keep(bundle.hash(), json.writeValueAsString(bundle.files()));
        int changed = bundles.activate(bundle.hash());
        if (changed > 0) {
            audit.record("system", null, "bundle-activated", Map.of("hash", bundle.hash()));
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(BundleRefused refused) {
        audit.record("system", null, "bundle-refused", Map.of("problems", refused.problems()));
    }

    /** A currency that anything was charged in, other than this one. */
    Optional<String> chargedOtherThan(String currency) {
        return bundles.chargedOtherThan(currency);
    }

    Optional<String> inForce() {
        return bundles.inForce();
    }

    Optional<Map<String, String>> files(String hash) {
        return bundles.findById(hash).map(row -> json.readValue(row.files, FILES));
    }
}

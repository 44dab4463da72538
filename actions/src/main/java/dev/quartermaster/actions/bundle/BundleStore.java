package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.intents.config.Bundle;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The bundles in their table, and which one is in force. */
@Component
class BundleStore {
    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Audit audit;
    private final JsonMapper json = JsonMapper.builder().build();

    BundleStore(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Puts a bundle in force for all replicas, whatever becomes of the caller's work; nothing happens when it is already. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void activate(Bundle bundle) {
        jdbc.sql("insert into bundle (hash, files) values (?, ?::jsonb) on conflict (hash) do nothing")
                .params(bundle.hash(), json.writeValueAsString(bundle.files()))
                .update();
        int changed = jdbc.sql("""
                        insert into bundle_in_force (hash) values (?)
                        on conflict (only_one) do update set hash = excluded.hash, since = qm_now()
                        where bundle_in_force.hash <> excluded.hash""").param(bundle.hash()).update();
        if (changed > 0) {
            audit.record("system", null, "bundle-activated", Map.of("hash", bundle.hash()));
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(BundleRefused refused) {
        audit.record("system", null, "bundle-refused", Map.of("problems", refused.problems()));
    }

    Optional<String> inForce() {
        return jdbc.sql("select hash from bundle_in_force").query(String.class).optional();
    }

    Optional<Map<String, String>> files(String hash) {
        return jdbc.sql("select files from bundle where hash = ?")
                .param(hash)
                .query(String.class)
                .optional()
                .map(files -> json.readValue(files, FILES));
    }
}

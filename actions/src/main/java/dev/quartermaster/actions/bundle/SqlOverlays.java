package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class SqlOverlays implements Overlays {
    private static final String FOLDER = "policies/";

    private final BundleSource source;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;

    SqlOverlays(
            BundleSource source,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.source = source;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Laid(String change, String file, String text, String base) {}

    @Override
    public Map<String, String> over(Map<String, String> source) {
        Map<String, String> files = new TreeMap<>(source);
        for (Laid laid : inForce()) {
            String below = source.get(laid.file());
            if (below != null && Json.sha256(below).equals(laid.base())) {
                files.put(laid.file(), laid.text());
            } else {
                retire(laid, below != null && below.strip().equals(laid.text().strip()));
            }
        }
        return files;
    }

    private List<Laid> inForce() {
        return jdbc.sql("select change, file, text, base from bundle_overlay where retired_at is null order by file")
                .query((row, number) -> new Laid(
                        row.getString("change"), row.getString("file"), row.getString("text"), row.getString("base")))
                .list();
    }

    /** Whatever becomes of the caller's work: the folder did change. */
    private void retire(Laid laid, boolean arrived) {
        Boolean first = alone.execute(status -> {
            String why = arrived ? "the folder says it by now" : "the folder's file changed";
            boolean ours = jdbc.sql("update bundle_overlay set retired_at = qm_now(), why = :why"
                                    + " where change = :change and file = :file and retired_at is null")
                            .param("why", why)
                            .param("change", laid.change())
                            .param("file", laid.file())
                            .update()
                    == 1;
            if (ours) {
                audit.record(
                        "system",
                        null,
                        "rule-change-retired",
                        Map.of("change", laid.change(), "file", laid.file(), "why", why));
            }
            return ours;
        });
        if (Boolean.TRUE.equals(first)) {
            events.publishEvent(new OverlayRetired(laid.file(), laid.change(), arrived));
        }
    }

    @Override
    public void lay(String change, Map<String, String> texts) {
        Map<String, String> folder = folder();
        texts.forEach((file, text) -> {
            if (!file.startsWith(FOLDER) || !folder.containsKey(file)) {
                throw new IllegalStateException("Only a rule file that is there can be changed: " + file);
            }
            jdbc.sql("update bundle_overlay set retired_at = qm_now(), why = 'a later change'"
                            + " where file = :file and retired_at is null")
                    .param("file", file)
                    .update();
            jdbc.sql("insert into bundle_overlay (change, file, text, base) values (:change, :file, :text, :base)")
                    .param("change", change)
                    .param("file", file)
                    .param("text", text)
                    .param("base", Json.sha256(folder.get(file)))
                    .update();
        });
    }

    private Map<String, String> folder() {
        try {
            return source.files();
        } catch (IOException unreadable) {
            throw new IllegalStateException("The configuration's folder cannot be read", unreadable);
        }
    }
}

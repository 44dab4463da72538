package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.audit.Audit;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class OverlayService implements Overlays {
    private static final String FOLDER = "policies/";

    private final BundleSource source;
    private final OverlayRepository overlays;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate alone;

    OverlayService(
            BundleSource source,
            OverlayRepository overlays,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.source = source;
        this.overlays = overlays;
        this.audit = audit;
        this.events = events;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Map<String, String> over(Map<String, String> source) {
        Map<String, String> files = new TreeMap<>(source);
        for (OverlayRow laid : overlays.inForce()) {
            String below = source.get(laid.key.file());
            if (below != null && Sha256.hex(below).equals(laid.base)) {
                files.put(laid.key.file(), laid.text);
            } else {
                retire(laid.key, below != null && below.strip().equals(laid.text.strip()));
            }
        }
        return files;
    }

    /** Whatever becomes of the caller's work: the folder did change. */
    private void retire(OverlayRow.Key laid, boolean arrived) {
        Boolean first = alone.execute(status -> {
            String why = arrived ? "the folder says it by now" : "the folder's file changed";
            boolean ours = overlays.retire(laid.change(), laid.file(), why) == 1;
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
            overlays.retireOn(file);
            OverlayRow row = new OverlayRow();
            row.key = new OverlayRow.Key(change, file);
            row.text = text;
            row.base = Sha256.hex(folder.get(file));
            overlays.save(row);
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

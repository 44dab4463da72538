package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.BundleActivated;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.LookAlikeNames;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns of names that look alike, in the log at every load and in the platform leads' channel when there are others than before. */
@Component
class LookAlikeAlarm {
    private static final Logger LOG = LoggerFactory.getLogger(LookAlikeAlarm.class);
    private static final int MOST = 10;

    private final Bundles bundles;
    private final ApplicationEventPublisher events;

    LookAlikeAlarm(Bundles bundles, ApplicationEventPublisher events) {
        this.bundles = bundles;
        this.events = events;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        look(bundles.current());
    }

    @EventListener
    void activated(BundleActivated activated) {
        look(activated.bundle());
    }

    private void look(Bundle bundle) {
        List<String> alike =
                LookAlikeNames.in(bundle).stream().map(Object::toString).toList();
        alike.forEach(each -> LOG.warn("Configuration {}: {}", bundle.hash(), each));
        if (alike.isEmpty()) {
            return;
        }
        String words = alike.stream()
                .limit(MOST)
                .collect(Collectors.joining(
                        "\n• ", "Names in the configuration that look alike; both are in force:\n• ", ""));
        events.publishEvent(new PlatformAlarm("look-alikes:" + Integer.toHexString(alike.hashCode()), words));
    }
}

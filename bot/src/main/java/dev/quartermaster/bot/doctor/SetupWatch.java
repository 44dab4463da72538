package dev.quartermaster.bot.doctor;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.doctor.Doctor;
import dev.quartermaster.actions.doctor.DoctorReport;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import dev.quartermaster.intents.config.Bundle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks once the program has started, writes what lacks into the log, and then keeps what is known of the cluster fresh: a
 * look a minute, a whole one with the rights every ten. The platform team's channel hears once of each golden path that
 * isn't available and why.
 */
@Component
class SetupWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SetupWatch.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int WHOLE = 10;

    private final Doctor doctor;
    private final ClusterSurvey survey;
    private final Bundles bundles;
    private final ApplicationEventPublisher events;
    private final boolean looked;
    private final OneAtATime<DoctorReport> whole = new OneAtATime<>(this::examined);
    private volatile @Nullable DoctorReport last;
    private volatile @Nullable Thread thread;

    SetupWatch(
            Doctor doctor,
            ClusterSurvey survey,
            Bundles bundles,
            ApplicationEventPublisher events,
            Cluster cluster,
            Environment environment) {
        this.doctor = doctor;
        this.survey = survey;
        this.bundles = bundles;
        this.events = events;
        this.looked = DoctorConfiguration.looked(cluster, environment);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        thread = Thread.ofVirtual().name("setup-watch").start(this::watch);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        Thread watching = thread;
        if (watching != null) watching.interrupt();
    }

    /** Looks at everything now, or waits for a look that somebody else has begun. */
    DoctorReport now() {
        return whole.get();
    }

    private DoctorReport examined() {
        DoctorReport report = doctor.examine(bundles.current());
        tell();
        last = report;
        return report;
    }

    Optional<DoctorReport> last() {
        return Optional.ofNullable(last);
    }

    /** What isn't available to somebody here, as it was seen last. */
    List<String> unavailable() {
        return looked ? survey.unavailable(bundles.current().people().teams().values()) : List.of();
    }

    private void watch() {
        try {
            for (int turn = 0; ; turn++) {
                look(turn);
                if (!looked && last != null) return;
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until a whole look has come to its end, each is one. */
    void look(int turn) {
        try {
            if (last == null) {
                say(now());
            } else if (turn % WHOLE == 0) {
                now();
            } else {
                survey.again(bundles.current());
                tell();
            }
        } catch (RuntimeException fault) {
            LOG.warn("What the cluster is set up with is not known just now", fault);
        }
    }

    private static void say(DoctorReport first) {
        if (first.fine()) {
            LOG.info("Setup: {}", first.summary());
        } else {
            LOG.warn("{} {}", first.summary(), String.join("\n", first.lines()));
        }
    }

    private void tell() {
        Bundle bundle = bundles.current();
        for (String line : looked ? survey.unavailable(bundle.people().teams().values()) : List.<String>of()) {
            events.publishEvent(new PlatformAlarm(
                    "not-available/" + Integer.toHexString(line.hashCode()),
                    "Not available here: " + line + " `/qm doctor` says how it is mended."));
        }
    }
}

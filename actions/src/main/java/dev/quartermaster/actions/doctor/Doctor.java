package dev.quartermaster.actions.doctor;

import dev.quartermaster.intents.config.Bundle;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every check, one after the other; one that fails says so and keeps no other from its turn. */
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final List<SetupCheck> checks;

    public Doctor(List<SetupCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    public DoctorReport examine(Bundle bundle) {
        return new DoctorReport(
                checks.stream().map(check -> looked(check, bundle)).toList());
    }

    private static Checkup looked(SetupCheck check, Bundle bundle) {
        try {
            return check.look(bundle);
        } catch (RuntimeException fault) {
            LOG.warn("A check of the setup failed", fault);
            var name = check.getClass().getSimpleName();
            return Checkup.unseen(name, "failed, see the log", "It could not be looked at.");
        }
    }
}

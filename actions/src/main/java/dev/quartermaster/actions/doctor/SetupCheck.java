package dev.quartermaster.actions.doctor;

import dev.quartermaster.intents.config.Bundle;

/** Looks at one of the things beside us. A bean of it is asked by itself. */
public interface SetupCheck {
    /** As things are now; may take some seconds, changes nothing and never throws. */
    Checkup look(Bundle bundle);
}

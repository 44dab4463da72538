package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Duration;
import java.util.List;

/** What the guide asks the running system: how a launch would be judged now, how long launches took. Read only. */
public interface Measures {
    /** Launch and Grant only. */
    Judgement judged(PersonId by, Intent intent);

    /** How long the last hand-overs took from the yes until ready, newest first; empty: none yet. */
    List<Duration> handedOver(PathName path);
}

package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.time.ZoneId;

/** What somebody said. {@code by} comes from the authenticated event, {@code zone} from the speaker's profile. */
public record Utterance(EventKey key, PersonId by, Place in, String text, Instant at, ZoneId zone) {

    /** The same in other words. */
    public Utterance saying(String other) {
        return other.equals(text) ? this : new Utterance(key, by, in, other, at, zone);
    }
}

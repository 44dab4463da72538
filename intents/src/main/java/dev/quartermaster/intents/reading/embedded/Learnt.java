package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slots.Names;
import java.util.List;

/**
 * Everything the reader needs for one catalogue and one list of people.
 *
 * @param version hash of what was learnt from
 * @param findings what is the matter with the golden paths' examples
 */
record Learnt(
        Known known,
        Names names,
        Spelling spelling,
        Trained trained,
        Distrust distrust,
        SentenceScorer scorer,
        String version,
        List<Finding> findings) {

    /** The same for other names: those are looked up, not learnt. */
    Learnt knowing(Known other, Names others) {
        return new Learnt(other, others, spelling, trained, distrust, scorer, version, findings);
    }
}

package dev.quartermaster.intents.reading.gate;

import java.util.List;

/**
 * What the gate says of one thing that would be done.
 *
 * @param why it is not done at once, in one sentence; empty: it may be
 * @param left what was recognised in the message and is no part of anything that would be done, as written
 */
public record Gated(String why, List<String> left) {

    public Gated {
        left = List.copyOf(left);
    }

    public boolean atOnce() {
        return why.isEmpty();
    }
}

package dev.quartermaster.actions.why;

import dev.quartermaster.actions.lease.PartProvisioning;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that made one decision what it is.
 *
 * @param words as written; empty once erased
 * @param read null: asked before it was kept
 * @param facts as they were when judged, by name; the team's money only for those who may see it
 * @param moneyLeftOut whether there were facts about money that this person may not see
 * @param parts what was done and what its end does; empty before the hand-over
 * @param steps what happened, oldest first
 */
public record DecisionExplanation(
        Request request,
        String words,
        @Nullable Read read,
        SortedMap<String, String> facts,
        boolean moneyLeftOut,
        List<PartProvisioning> parts,
        List<Happened> steps) {
    public DecisionExplanation {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
    }

    /** @param prompt empty where no model read it. @param slots empty once erased */
    public record Read(String reader, String version, String prompt, List<OriginalWords.Slot> slots) {}

    /** @param by a person's id; null: the program. @param what a past-tense word */
    public record Happened(Instant at, @Nullable String by, String what, Map<String, Object> detail) {}
}

package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change of one rule that somebody wrote.
 *
 * @param owner of the rule's file, as written there: a person, a team or a group
 * @param files by name; the rule's own and those whose tests had to say something else
 * @param reason as written; empty once erased
 * @param difference against what it was written over, as git shows it
 * @param figures what its rehearsal said, in one sentence
 * @param lapsesAt when a proposed one gives up; null for a draft
 * @param remark what the decider said, or why it went stale; may be empty
 * @param version of the configuration it became part of; empty before
 */
public record RuleChange(
        ChangeId id,
        PersonId by,
        String rule,
        String owner,
        SortedMap<String, Text> files,
        String reason,
        String difference,
        String figures,
        State state,
        Instant at,
        @Nullable Instant lapsesAt,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        String remark,
        String version) {
    private static final Json JSON = new Json();

    public RuleChange {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** A file's whole text as wanted. @param base SHA-256 (hex) of the text in force that it was written over */
    public record Text(String text, String base) {}

    public enum State {
        DRAFT,
        WAITING,
        APPROVED,
        DENIED,
        WITHDRAWN,
        STALE,
        LAPSED
    }

    /** What a yes covers: exactly these texts, over exactly those. */
    public String digest() {
        return Sha256.hex(JSON.write(Map.of("rule", rule, "files", files))).substring(0, 32);
    }

    /** The wanted texts by file. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((file, text) -> texts.put(file, text.text()));
        return texts;
    }
}

package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Changes of rules: inside it all is rows, outside it all is types. */
@Component
class ChangeStore {
    private static final int MANY = 50;

    private final RuleChangeRepository rows;
    private final Json json;
    private final Audit audit;

    ChangeStore(RuleChangeRepository rows, Json json, Audit audit) {
        this.rows = rows;
        this.json = json;
        this.audit = audit;
    }

    /** What the files column holds: a record, so that its texts are read back as what they are. */
    record Files(TreeMap<String, RuleChange.Text> texts) {}

    /** One decision on rules at a time, so that what a second one is written over is what the first one left. */
    void lock() {
        rows.lock();
    }

    Optional<RuleChange> find(ChangeId id) {
        return rows.findById(id.value()).map(this::change);
    }

    Optional<RuleChange> find(EventKey key) {
        return rows.findByEventKey(key.value()).map(this::change);
    }

    List<RuleChange> overdue(Instant now) {
        return rows.overdue(now, Limit.of(MANY)).stream().map(this::change).toList();
    }

    void insert(RuleChange change, EventKey key) {
        RuleChangeRow row = new RuleChangeRow();
        row.id = change.id().value();
        row.eventKey = key.value();
        row.proposer = change.by().value();
        row.rule = change.rule();
        row.owner = change.owner();
        row.files = json.write(new Files(new TreeMap<>(change.files())));
        row.reason = words(change.id(), change.reason());
        row.difference = change.difference();
        row.figures = change.figures();
        row.digest = change.digest();
        row.state = word(State.DRAFT);
        row.writtenAt = change.at();
        rows.save(row);
    }

    boolean proposed(ChangeId id, Instant lapsesAt) {
        return rows.propose(id.value(), lapsesAt) == 1;
    }

    /** @param by null for the system. @param remark hash or words, may be empty. @param version of an approved one */
    boolean over(RuleChange change, State after, @Nullable PersonId by, String remark, String version) {
        String decider = by == null ? null : by.value();
        return rows.over(change.id().value(), word(change.state()), word(after), decider, remark, version) == 1;
    }

    /** Kept where it can be erased. @return its hash, empty for nothing */
    String words(ChangeId id, String text) {
        return text.isBlank() ? "" : audit.words(id.value(), text);
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private RuleChange change(RuleChangeRow row) {
        return new RuleChange(
                new ChangeId(row.id),
                new PersonId(row.proposer),
                row.rule,
                row.owner,
                json.read(row.files, Files.class).texts(),
                audit.written(row.id, row.reason).orElse(""),
                row.difference,
                row.figures,
                State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                row.writtenAt,
                row.lapsesAt,
                row.decidedBy == null ? null : new PersonId(row.decidedBy),
                row.decidedAt,
                row.remark.matches("[0-9a-f]{64}")
                        ? audit.written(row.id, row.remark).orElse("")
                        : row.remark,
                row.version);
    }
}

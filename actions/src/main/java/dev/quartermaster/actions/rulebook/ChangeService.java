package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.bundle.Overlays;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.rulebook.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk over its table. A decision is made alone, on the files and the people as they are at that moment. */
@Service
@Transactional
class ChangeService implements ChangeDesk {
    private final ChangeStore store;
    private final Drafts drafts;
    private final Owning owning;
    private final Bundles bundles;
    private final Overlays overlays;
    private final Audit audit;
    private final DatabaseTime time;

    ChangeService(
            ChangeStore store,
            Drafts drafts,
            Owning owning,
            Bundles bundles,
            Overlays overlays,
            Audit audit,
            DatabaseTime time) {
        this.store = store;
        this.drafts = drafts;
        this.owning = owning;
        this.bundles = bundles;
        this.overlays = overlays;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Answer draft(PersonId by, Edit edit, String reason, String figures, EventKey key) {
        Optional<RuleChange> written = store.find(key);
        return written.isPresent()
                ? new Answer.Done(written.get())
                : drafts.write(by, edit, new Drafts.Words(reason, figures), key);
    }

    @Override
    public Answer propose(ChangeId id, PersonId by) {
        Optional<RuleChange> draft = store.find(id).filter(change -> change.by().equals(by));
        if (draft.isEmpty()) {
            return declined("That is no draft of yours. `/qm rules` shows the rules; each can be changed from there.");
        }
        if (draft.get().state() != State.DRAFT) {
            return declined("It was proposed already; its card says how it stands.");
        }
        try {
            if (owning.deciders(draft.get(), bundles.read()).isEmpty()) {
                return declined(owning.nobody(draft.get()));
            }
        } catch (PeopleSource.Broken broken) {
            return declined(String.valueOf(broken.getMessage()));
        }
        Optional<String> outdated = outdated(draft.get(), bundles.current());
        if (outdated.isPresent()) {
            return stale(draft.get(), outdated.get());
        }
        Instant lapses = time.now().plus(bundles.current().organisation().lapseAfter());
        if (store.proposed(id, lapses)) {
            RuleChange change = draft.get();
            audit.record(
                    id.value(),
                    by,
                    "proposed",
                    Map.of("digest", change.digest(), "owner", change.owner(), "figures", change.figures()));
        }
        return done(id);
    }

    @Override
    public Answer decide(ChangeId id, PersonId by, Choice choice, String digest, String remark) {
        store.lock();
        Optional<RuleChange> found = store.find(id);
        if (found.isEmpty() || found.get().state() == State.DRAFT) {
            return declined("There is no such change to decide on.");
        }
        RuleChange change = found.get();
        if (change.state() != State.WAITING) {
            return declined(owning.late(change));
        }
        if (change.lapsesAt() != null && !time.now().isBefore(change.lapsesAt())) {
            return declined(owning.late(lapsed(change)));
        }
        if (by.equals(change.by())) {
            return refused(change, by, choice, "self-decision-refused", "Nobody decides on a change of their own.");
        }
        try {
            if (!owning.deciders(change, bundles.read()).contains(by)) {
                return refused(change, by, choice, "decision-refused", owning.notYours(change));
            }
        } catch (PeopleSource.Broken broken) {
            return declined(String.valueOf(broken.getMessage()));
        }
        if (!digest.equals(change.digest())) {
            return refused(change, by, choice, "stale-decision-refused", "That card shows something else. Look again.");
        }
        return switch (choice) {
            case DENY -> denied(change, by, remark);
            case APPROVE -> approved(change, by, remark);
        };
    }

    private Answer denied(RuleChange change, PersonId by, String remark) {
        String kept = store.words(change.id(), remark);
        if (store.over(change, State.DENIED, by, kept, "")) {
            audit.record(change.id().value(), by, "denied", Map.of("digest", change.digest(), "reason", kept));
        }
        return done(change.id());
    }

    /** The files were read afresh a moment ago, under the lock; after the texts are laid nothing reads them until the commit. */
    private Answer approved(RuleChange change, PersonId by, String remark) {
        Bundle now = bundles.current();
        Optional<String> outdated = outdated(change, now);
        if (outdated.isPresent()) {
            return stale(change, outdated.get());
        }
        return switch (CandidateBundle.agreed(now, change.texts())) {
            case CandidateBundle.Wrong(var problems) ->
                stale(change, "With the other files as they are by now it cannot be read: " + problems.getFirst());
            case CandidateBundle.Fine(Bundle with) -> {
                String kept = store.words(change.id(), remark);
                if (store.over(change, State.APPROVED, by, kept, with.hash())) {
                    overlays.lay(change.id().value(), change.texts());
                    Map<String, String> detail =
                            Map.of("digest", change.digest(), "reason", kept, "version", with.hash());
                    audit.record(change.id().value(), by, "approved", detail);
                    audit.record(
                            "system",
                            by,
                            "rule-changed",
                            Map.of("change", change.id().value(), "rule", change.rule(), "version", with.hash()));
                }
                yield done(change.id());
            }
        };
    }

    /** Why what it was written over is not what is in force; empty while it is. */
    private static Optional<String> outdated(RuleChange change, Bundle now) {
        List<String> other = new ArrayList<>();
        change.files().forEach((file, text) -> {
            if (!Drafts.base(now, file).equals(text.base())) {
                other.add(file);
            }
        });
        return other.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" and ", other) + " changed since this was written.");
    }

    private Answer stale(RuleChange change, String why) {
        store.over(change, State.STALE, null, why, "");
        audit.record(change.id().value(), null, "went-stale", Map.of("why", why));
        RuleChange after = store.find(change.id()).orElse(change);
        return new Answer.Stale(
                after, why + " Nothing was changed; write it again with `/qm change " + change.rule() + "`.");
    }

    private Answer refused(RuleChange change, PersonId by, Choice choice, String fact, String words) {
        audit.record(change.id().value(), by, fact, Map.of("choice", choice.name(), "digest", change.digest()));
        return declined(words);
    }

    @Override
    public Answer withdraw(ChangeId id, PersonId by) {
        Optional<RuleChange> mine = store.find(id).filter(change -> change.by().equals(by));
        boolean open = mine.filter(change -> change.state() == State.DRAFT || change.state() == State.WAITING)
                .isPresent();
        if (!open) {
            return declined(mine.map(owning::late).orElse("Only who wrote a change can take it back."));
        }
        if (store.over(mine.get(), State.WITHDRAWN, by, "", "")) {
            audit.record(id.value(), by, "withdrawn", Map.of());
        }
        return done(id);
    }

    @Override
    public List<ChangeId> overdue() {
        return store.overdue(time.now()).stream().map(RuleChange::id).toList();
    }

    @Override
    public RuleChange lapse(ChangeId id) {
        return lapsed(store.find(id).orElseThrow());
    }

    private RuleChange lapsed(RuleChange change) {
        if (store.over(change, State.LAPSED, null, "", "")) {
            audit.record(change.id().value(), null, "lapsed", Map.of());
        }
        return store.find(change.id()).orElse(change);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RuleChange> find(ChangeId change) {
        return store.find(change);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PersonId> deciders(RuleChange change) {
        try {
            return owning.deciders(change, bundles.read());
        } catch (PeopleSource.Broken broken) {
            return Set.of();
        }
    }

    private Answer done(ChangeId id) {
        return new Answer.Done(store.find(id).orElseThrow());
    }

    private static Answer declined(String words) {
        return new Answer.Declined(words);
    }
}

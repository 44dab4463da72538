package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.rulebook.ChangeDesk.Answer;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.actions.rulebook.RuleChange.Text;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Writes down what somebody wants a rule to say, once it can be read and was tried. */
@Component
class Drafts {
    private final ChangeStore store;
    private final Bundles bundles;
    private final Audit audit;
    private final DatabaseTime time;

    Drafts(ChangeStore store, Bundles bundles, Audit audit, DatabaseTime time) {
        this.store = store;
        this.bundles = bundles;
        this.audit = audit;
        this.time = time;
    }

    /** @param reason as written. @param figures what trying it on the past said */
    record Words(String reason, String figures) {}

    Answer write(PersonId by, Edit edit, Words words, EventKey key) {
        Bundle now = bundles.current();
        if (now.people().find(by).isEmpty()) {
            return new Answer.Declined("Only people who are known here can change rules. Ask the platform team.");
        }
        return switch (CandidateBundle.of(now, edit)) {
            case CandidateBundle.Wrong(var problems) ->
                new Answer.Declined("The rules changed while you wrote: " + problems.getFirst());
            case CandidateBundle.Fine(Bundle with) -> kept(by, edit, words, key, with);
        };
    }

    private Answer kept(PersonId by, Edit edit, Words words, EventKey key, Bundle with) {
        Bundle now = bundles.current();
        SortedMap<String, Text> files = new TreeMap<>();
        with.files().forEach((file, text) -> {
            if (!text.equals(now.files().get(file))) {
                files.put(file, new Text(text, base(now, file)));
            }
        });
        if (files.isEmpty()) {
            return new Answer.Declined("That is what the rule says already.");
        }
        RuleChange change = new RuleChange(
                ChangeId.random(),
                by,
                edit.rule().id(),
                Rulebook.of(now.files())
                        .sheet(edit.rule().file())
                        .map(RuleSheet::owner)
                        .orElse(""),
                files,
                words.reason(),
                Difference.of(now.files(), changed(files)),
                words.figures(),
                State.DRAFT,
                time.now(),
                null,
                null,
                null,
                "",
                "");
        store.insert(change, key);
        audit.record(
                change.id().value(),
                by,
                "drafted",
                Map.of(
                        "rule", change.rule(),
                        "digest", change.digest(),
                        "reason", Sha256.hex(words.reason()),
                        "version", now.hash()));
        return new Answer.Done(store.find(change.id()).orElseThrow());
    }

    private static Map<String, String> changed(SortedMap<String, Text> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((file, text) -> texts.put(file, text.text()));
        return texts;
    }

    /** Hash of a file's text in force. */
    static String base(Bundle now, String file) {
        return Sha256.hex(now.files().getOrDefault(file, ""));
    }
}

package dev.quartermaster.actions.rulebook;

import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import dev.quartermaster.intents.yaml.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a bundle would be with some of its files changed: read whole, its tests run, put in force nowhere. */
public sealed interface CandidateBundle {
    record Fine(Bundle bundle) implements CandidateBundle {}

    /** @param problems what is wrong with it; never empty */
    record Wrong(List<Problem> problems) implements CandidateBundle {
        public Wrong {
            problems = List.copyOf(problems);
        }
    }

    /** Where Slack waits for the answer to a form: it gives up after 3 s, and the way to it takes some. */
    Duration WHILE_SLACK_WAITS = Duration.ofMillis(2_300);

    static CandidateBundle of(Bundle now, Map<String, String> texts) {
        return of(now, texts, TrialBox.LONGEST);
    }

    /**
     * Texts that were tried before, and that somebody entitled agrees to: read without waiting for those who try theirs, so
     * that nobody can hold up a decision by trying rules. The limits of a trial hold for each expression all the same.
     */
    static CandidateBundle agreed(Bundle now, Map<String, String> texts) {
        Map<String, String> files = with(now, texts);
        return read(new BundleReader(now.catalogue().types()).read(now, files, changed(now, texts)));
    }

    private static CandidateBundle of(Bundle now, Map<String, String> texts, Duration longest) {
        Map<String, String> files = with(now, texts);
        Set<String> tried = changed(now, texts);
        return TrialBox.within(longest, () -> new BundleReader(now.catalogue().types()).read(now, files, tried))
                .map(CandidateBundle::read)
                .orElseGet(() -> new Wrong(List.of(new Problem(
                        tried.stream().findFirst().orElse("policies/"),
                        1,
                        "Trying this took too long, or too many are trying rules right now.",
                        "Write it more simply, or try again in a minute."))));
    }

    private static Map<String, String> with(Bundle now, Map<String, String> texts) {
        Map<String, String> files = new TreeMap<>(now.files());
        files.putAll(texts);
        return files;
    }

    private static Set<String> changed(Bundle now, Map<String, String> texts) {
        return texts.keySet().stream()
                .filter(file -> !texts.get(file).equals(now.files().get(file)))
                .collect(Collectors.toSet());
    }

    private static CandidateBundle read(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Ok(Bundle bundle) -> new Fine(bundle);
            case Loaded.Broken(var problems) -> new Wrong(problems);
        };
    }

    /** With one rule said anew; a rule stays the one it is, and no other comes or goes with it. */
    static CandidateBundle of(Bundle now, Edit edit) {
        return of(now, edit, TrialBox.LONGEST);
    }

    /** @param longest how long who asks can wait; where it takes longer it is {@link Wrong}, and says so */
    static CandidateBundle of(Bundle now, Edit edit, Duration longest) {
        Map<String, String> files;
        try {
            files = edit.in(now.files());
        } catch (IllegalArgumentException unplaced) {
            return wrong(edit.rule(), unplaced.getMessage() + ".", "Look at the rule again with /qm rules.");
        }
        List<String> before = ids(now.files());
        List<String> after = ids(files);
        CandidateBundle candidate = of(now, files, longest);
        if (candidate instanceof Fine && !before.equals(after)) {
            return wrong(
                    edit.rule(),
                    "This is no longer one rule called " + edit.rule().id() + ".",
                    "Keep its id and write one rule only.");
        }
        return candidate;
    }

    private static List<String> ids(Map<String, String> files) {
        return Rulebook.of(files).rules().stream().map(RuleText::id).toList();
    }

    private static Wrong wrong(RuleText rule, String what, String todo) {
        return new Wrong(List.of(new Problem(rule.file(), rule.lines().first(), what, todo)));
    }
}

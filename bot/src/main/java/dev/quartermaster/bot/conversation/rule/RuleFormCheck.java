package dev.quartermaster.bot.conversation.rule;

import dev.quartermaster.actions.rulebook.CandidateBundle;
import dev.quartermaster.bot.card.rule.RuleModal;
import dev.quartermaster.bot.conversation.rule.RuleFormData.Place;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.Rulebook;
import dev.quartermaster.intents.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of checking a rule's form: a bundle that could be in force, errors by field, or tests of other files that
 * would have to change too.
 */
sealed interface RuleFormCheck {
    /** More tests in other files than these are a matter for the folder. */
    int MOST_OTHERS = 10;

    record Fine(Edit edit, Bundle bundle) implements RuleFormCheck {}

    /** By block of the form. */
    record Wrong(Map<String, String> errors) implements RuleFormCheck {
        public Wrong {
            errors = Map.copyOf(errors);
        }
    }

    /** Nothing but tests of other files that say otherwise. */
    record More(Map<Place, String> why) implements RuleFormCheck {}

    static RuleFormCheck of(RuleFormData form, Submitted submitted, Bundle now) {
        Rulebook book = Rulebook.of(now.files());
        Edit edit = form.edit(submitted, book).orElse(null);
        if (edit == null) {
            return wrong("There is no rule " + form.rule() + " any more. /qm rules shows those there are.");
        }
        return switch (CandidateBundle.of(now, edit, CandidateBundle.WHILE_SLACK_WAITS)) {
            case CandidateBundle.Fine(Bundle with)
            when with.hash().equals(now.hash()) ->
                wrong("That is what the rule says already. Change something, or cancel.");
            case CandidateBundle.Fine(Bundle with) -> new Fine(edit, with);
            case CandidateBundle.Wrong(var problems) -> sorted(new Sent(form, submitted, edit), now, problems);
        };
    }

    private static Wrong wrong(String words) {
        return new Wrong(Map.of(RuleModal.RULE, words));
    }

    /** The form as it came back. */
    record Sent(RuleFormData form, Submitted submitted, Edit edit) {}

    private static RuleFormCheck sorted(Sent sent, Bundle now, List<Problem> problems) {
        RuleFormData form = sent.form();
        Edit edit = sent.edit();
        Rulebook candidate = Rulebook.of(files(edit, now));
        Map<String, List<String>> errors = new TreeMap<>();
        Map<Place, String> more = new LinkedHashMap<>();
        for (Problem problem : problems) {
            Place place = test(candidate, problem);
            boolean other = place != null && !place.file().equals(edit.rule().file());
            if (other && !form.others().contains(place)) {
                more.put(place, problem.toString());
            } else {
                errors.computeIfAbsent(block(sent, place), block -> new ArrayList<>())
                        .add(words(edit, candidate, problem));
            }
        }
        if (errors.isEmpty() && form.others().size() + more.size() <= MOST_OTHERS) {
            return new More(more);
        }
        if (errors.isEmpty()) {
            return wrong("More than " + MOST_OTHERS + " tests in other files say otherwise, the first is "
                    + more.values().iterator().next() + " Change it in the folder.");
        }
        Map<String, String> joined = new TreeMap<>();
        errors.forEach((block, all) ->
                joined.put(block, String.join(" ", all.stream().limit(3).toList())));
        return new Wrong(joined);
    }

    private static Map<String, String> files(Edit edit, Bundle now) {
        try {
            return edit.in(now.files());
        } catch (IllegalArgumentException unplaced) {
            return now.files();
        }
    }

    /** Which test a problem is about; null: none. */
    private static @Nullable Place test(Rulebook book, Problem problem) {
        List<RuleSheet.Test> tests =
                book.sheet(problem.file()).map(RuleSheet::tests).orElse(List.of());
        for (int at = 0; at < tests.size(); at++) {
            if (tests.get(at).lines().contains(problem.line())) {
                return new Place(problem.file(), at);
            }
        }
        return null;
    }

    private static String block(Sent sent, @Nullable Place place) {
        if (place == null) {
            return RuleModal.RULE;
        }
        int other = sent.form().others().indexOf(place);
        return other >= 0 ? RuleModal.OTHER + other : RuleModal.TESTS + chunk(sent.submitted(), place.test());
    }

    /** Which of the inputs holds the file's test of this number. */
    private static int chunk(Submitted submitted, int test) {
        long seen = 0;
        int chunk = 0;
        while (submitted.values().containsKey(RuleModal.TESTS + (chunk + 1))) {
            seen += submitted
                    .value(RuleModal.TESTS + chunk)
                    .orElse("")
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .count();
            if (test < seen) {
                return chunk;
            }
            chunk++;
        }
        return chunk;
    }

    /** With the line of the rule where it is about the rule, otherwise with the file's. */
    private static String words(Edit edit, Rulebook candidate, Problem problem) {
        return candidate
                .rule(edit.rule().id())
                .filter(rule ->
                        rule.file().equals(problem.file()) && rule.lines().contains(problem.line()))
                .map(rule -> "Line " + (problem.line() - rule.lines().first() + 1) + ": " + problem.what() + " "
                        + problem.todo())
                .orElseGet(problem::toString);
    }
}

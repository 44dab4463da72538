package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * From what was shown to what somebody would rather say yes to. Only what is smaller in every component may take the
 * place of what was asked: otherwise an approver could make of a request what nobody asked for.
 */
record Lessening(Judgement shown, Judgement now) {
    /** Why it cannot be: one sentence with the next step; empty when it can. */
    Optional<String> hindrance() {
        if (now.verdict() instanceof Verdict.Refused(var reasons, var alternatives)) {
            return Optional.of("The rules refuse that: "
                    + reasons.stream().map(Verdict.Reason::words).collect(Collectors.joining(" ")));
        }
        Plan before = shown.plan();
        Plan after = now.plan();
        if (before == null || after == null) {
            return Optional.of("This cannot be made smaller. Approve or deny it as it is.");
        }
        List<String> more = more(before, after);
        if (!more.isEmpty()) {
            return Optional.of("That is more than was asked: " + String.join(", ", more)
                    + ". Only what is smaller in everything can be said yes to here; for more they have to ask again.");
        }
        if (new ApprovalCoverage(shown, now).stages().isEmpty()) {
            return Optional.of(uncovered());
        }
        return words().isEmpty()
                ? Optional.of("That is what was asked. Say what should be less, or press Approve instead.")
                : Optional.empty();
    }

    /** What is less: {@code 2 gpus instead of 4, 1 day instead of 3 days}; empty when nothing is. */
    String words() {
        Plan before = shown.plan();
        Plan after = now.plan();
        if (before == null || after == null) {
            return "";
        }
        List<String> said = new ArrayList<>();
        after.parameters().forEach((name, value) -> {
            Value old = before.parameters().get(name);
            if (old != null && !(value instanceof Value.Span) && !value.equals(old)) {
                said.add(named(name, value) + " instead of " + old.text());
            }
        });
        if (access(shown) != access(now)) {
            said.add("to " + word(access(now)) + " instead of to " + word(access(shown)));
        }
        // An end said as a moment comes nearer by itself.
        if (!term(shown).equals(term(now)) && after.term().compareTo(before.term()) < 0) {
            said.add(new Value.Span(after.term()).words() + " instead of " + new Value.Span(before.term()).words());
        }
        return String.join(", ", said);
    }

    private List<String> more(Plan before, Plan after) {
        List<String> more = new ArrayList<>();
        after.parameters().forEach((name, value) -> {
            Value old = before.parameters().get(name);
            if (!(value instanceof Value.Span) && (old == null || !value.atMost(old))) {
                more.add(named(name, value) + (old == null ? "" : " instead of " + old.text()));
            }
        });
        if (access(now) == Access.WRITE && access(shown) == Access.READ) {
            more.add("to write instead of to read");
        }
        if (after.term().compareTo(before.term()) > 0) {
            more.add(new Value.Span(after.term()).words() + " instead of " + new Value.Span(before.term()).words());
        }
        return more;
    }

    /** Smaller by its numbers, and yet not covered: another yes is needed, or the files changed. */
    private String uncovered() {
        List<Stage> before = Request.stages(shown);
        String others = Request.stages(now).stream()
                .filter(stage -> before.stream().noneMatch(old -> old.deciders().equals(stage.deciders())))
                .map(Stage::because)
                .collect(Collectors.joining("; "));
        return others.isEmpty()
                ? "That is not smaller in everything. Choose fewer or shorter, or approve it as it is."
                : "That would need a yes nobody was asked for: " + others + " Choose something else.";
    }

    private static String named(String name, Value value) {
        return value instanceof Value.Whole ? value.text() + " " + label(name) : label(name) + " " + value.text();
    }

    private static String label(String name) {
        return name.replace('_', ' ').replace("gpus", "GPUs").replace("cpu", "CPUs");
    }

    private static Term term(Judgement judgement) {
        return judgement.intent() instanceof Intent.Acquisition wanted ? wanted.term() : new Term.Unsaid();
    }

    private static Access access(Judgement judgement) {
        return judgement.intent() instanceof Intent.Grant grant ? grant.access() : Access.READ;
    }

    private static String word(Access access) {
        return Objects.requireNonNull(access).name().toLowerCase(Locale.ROOT);
    }
}

package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.PastQuestions;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Rehearsal;
import dev.quartermaster.intents.policy.Rehearsal.Side;
import dev.quartermaster.intents.policy.Rights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Puts what was asked in the last 90 days to the rules in force and to others, with the people and prices of today. */
@Component
public class Trial {
    private static final Duration BACK = Duration.ofDays(90);

    private final Bundles bundles;
    private final PastQuestions past;
    private final DatabaseTime time;

    Trial(Bundles bundles, PastQuestions past, DatabaseTime time) {
        this.bundles = bundles;
        this.past = past;
        this.time = time;
    }

    /** @param unsaid what these figures do not say, in plain sentences; never empty */
    public record Figures(Rehearsal.Result result, List<String> unsaid) {
        public Figures {
            unsaid = List.copyOf(unsaid);
        }
    }

    public Figures of(Bundle candidate) {
        Bundle now = bundles.current();
        PastQuestions.Found found = past.since(time.now().minus(BACK));
        List<EvaluationRequest> replayed = found.questions().stream()
                .filter(asked -> candidate.people().teamOf(asked.by()).isPresent())
                .toList();
        var rehearsal = new Rehearsal(side(now), side(candidate));
        Optional<Rehearsal.Result> result = TrialBox.within(() -> rehearsal.over(replayed));
        List<String> unsaid = unsaid(found, found.questions().size() - replayed.size());
        if (result.isEmpty()) {
            unsaid.addFirst(
                    "Trying it on the past took too long and was stopped, so there are no figures: write it more"
                            + " simply, or try again in a minute.");
        }
        return new Figures(result.orElseGet(() -> new Rehearsal.Result(0, List.of(), new TreeMap<>())), unsaid);
    }

    private static Side side(Bundle bundle) {
        return new Side(bundle.judge(), new Rights(bundle.people(), bundle.catalogue()));
    }

    private static List<String> unsaid(PastQuestions.Found found, int gone) {
        List<String> unsaid = new ArrayList<>();
        unsaid.add("Both sides were judged with the people, paths and prices of today, and with the money and holdings"
                + " of the moment each was asked; what people would have asked instead nobody knows.");
        add(unsaid, gone, "asked by people who are not here any more and left out.");
        add(unsaid, found.unreadable(), "asked before enough was kept to ask again, and left out.");
        add(
                unsaid,
                found.withoutMoney(),
                "asked before the team's money was kept with it, and judged as if none was used.");
        add(unsaid, found.more(), "older than the newest " + PastQuestions.MOST + " and left out.");
        return unsaid;
    }

    private static void add(List<String> unsaid, int count, String what) {
        if (count > 0) {
            unsaid.add(count + (count == 1 ? " was " : " were ") + what);
        }
    }
}

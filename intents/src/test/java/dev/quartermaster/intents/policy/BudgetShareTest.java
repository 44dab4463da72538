package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.BudgetView.Month;
import dev.quartermaster.intents.policy.BudgetView.Share;
import dev.quartermaster.intents.policy.BudgetView.Share.Kind;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes over one person's or one purpose's share of a budget needs its owner's yes, however much the team has left. */
class BudgetShareTest {
    private static final Map<YearMonth, Month> NINE = Map.of(YearMonth.of(2026, 6), new Month(eur("5"), eur("4")));

    private final Asking asking = Asking.defaultOrganisation();

    /** 0.88 EUR for 8 hours, on top of 9. */
    @Test
    void aPersonsShareIsTheirsAlone() {
        Share nearly = new Share(Kind.PERSON, "ana", eur("9.88"), NINE);
        Share over = new Share(Kind.PERSON, "ana", eur("9.87"), NINE);

        assertThat(verdict("ana", BudgetCap.Rule.ASK, nearly)).isInstanceOf(Verdict.Allowed.class);
        assertThat(asked(verdict("ana", BudgetCap.Rule.ASK, over))).containsExactly(owner());
        assertThat(asked(verdict("ana", BudgetCap.Rule.STOP, over))).containsExactly(owner());
        assertThat(verdict("mia", BudgetCap.Rule.ASK, over)).isInstanceOf(Verdict.Allowed.class);
        assertThat(verdict("ana", BudgetCap.Rule.WARN, over)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void aPurposesShareIsOfWhateverIsForIt() {
        Share over = new Share(Kind.PURPOSE, " Churn  STUDY", eur("9.87"), NINE);
        Share other = new Share(Kind.PURPOSE, "churn", eur("9.87"), NINE);

        assertThat(asked(verdict("ana", BudgetCap.Rule.ASK, over))).containsExactly(owner());
        assertThat(verdict("ana", BudgetCap.Rule.ASK, other)).isInstanceOf(Verdict.Allowed.class);
    }

    private Verdict verdict(String by, BudgetCap.Rule rule, Share share) {
        EvaluationRequest bare =
                asking.asked(by, asking.launch("data-science-experimentation", Duration.ofHours(8)), null);
        var budget = new BudgetView(bare.budget().perMonth(), bare.budget().months(), rule, List.of(share));
        return asking.bundle()
                .judge()
                .judge(new EvaluationRequest(
                        bare.by(), bare.intent(), bare.lease(), bare.now(), budget, null, bare.around()))
                .verdict();
    }

    private static List<Deciders> asked(Verdict verdict) {
        return ((Verdict.NeedsApproval) verdict)
                .stages().stream().map(Stage::deciders).toList();
    }

    private static Deciders owner() {
        return new Deciders.OwnerOfBudget(new TeamId("growth"));
    }
}

package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.allowed;
import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.refused;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ApprovalCoverageTest {
    private final Judgement shown = needs(4, leads(2), budget());

    @Test
    void theSameAndTheSmallerAreCovered() {
        assertThat(covered(shown)).contains(List.of(0, 1));
        assertThat(covered(needs(3, leads(2), budget()))).contains(List.of(0, 1));
        assertThat(covered(needs(4, budget(), leads(1)))).contains(List.of(1, 0));
        assertThat(covered(allowed(4))).contains(List.of());
    }

    @Test
    void anythingMoreIsANewQuestion() {
        assertThat(covered(needs(5, leads(2), budget()))).isEmpty();
        assertThat(covered(needs(4, leads(3), budget()))).isEmpty();
        assertThat(covered(needs(4, leads(2), budget(), budget()))).isEmpty();
        assertThat(covered(refused(4))).isEmpty();
    }

    @Test
    void aYesIsNoneToAReasonThatWasNotOnTheCard() {
        Judgement overrun = asking(shown, "budget-overrun");

        assertThat(covered(overrun)).isEmpty();
        assertThat(new ApprovalCoverage(overrun, shown).stages()).isPresent();
        assertThat(new ApprovalCoverage(overrun, overrun).stages()).isPresent();
    }

    private static Judgement asking(Judgement judgement, String rule) {
        List<Judgement.Matched> rules = new ArrayList<>(judgement.rules());
        rules.add(new Judgement.Matched(rule, "approve", "because"));
        return new Judgement(
                judgement.intent(),
                judgement.plan(),
                judgement.price(),
                judgement.verdict(),
                rules,
                judgement.version());
    }

    @Test
    void everyComponentIsCompared() {
        assertThat(covered(with(shown, plan -> longer(plan, Duration.ofDays(4)))))
                .isEmpty();
        assertThat(covered(with(shown, plan -> longer(plan, Duration.ofDays(2)))))
                .isPresent();
        assertThat(covered(with(shown, plan -> path(plan, "other")))).isEmpty();
        assertThat(covered(with(shown, plan -> reaching(plan, "sales.orders")))).isEmpty();
        assertThat(new ApprovalCoverage(with(shown, plan -> reaching(plan, "sales.orders")), shown).stages())
                .isPresent();
        assertThat(covered(with(shown, plan -> named(plan, "other-part")))).isEmpty();
        assertThat(covered(with(shown, plan -> made(plan, "repository")))).isEmpty();
        assertThat(covered(with(shown, plan -> ready(plan, "true")))).isEmpty();
        assertThat(covered(with(shown, plan -> valued(plan, "kind", new Value.Text("h100")))))
                .isEmpty();
        assertThat(covered(priced("4", "41"))).isEmpty();
        assertThat(covered(priced("5", "40"))).isEmpty();
        assertThat(covered(priced("3", "40"))).isPresent();
        assertThat(covered(priced("4", "39"))).isPresent();
    }

    @Test
    void podsAreNoLessThanNone() {
        Judgement without = with(shown, plan -> compute(plan, false));

        assertThat(covered(without)).isPresent();
        assertThat(new ApprovalCoverage(without, shown).stages()).isEmpty();
        assertThat(new ApprovalCoverage(without, without).stages()).isPresent();
    }

    @Test
    void valuesAreComparedWithinTheirTypeOnly() {
        var two = new Value.Whole(2);
        var gib = Value.Quantity.of("2Gi");
        var span = Value.Span.of("2h");

        assertThat(two.atMost(two)).isTrue();
        assertThat(two.atMost(new Value.Whole(1))).isFalse();
        assertThat(gib.atMost(gib)).isTrue();
        assertThat(gib.atMost(Value.Quantity.of("1Gi"))).isFalse();
        assertThat(span.atMost(span)).isTrue();
        assertThat(span.atMost(Value.Span.of("1h"))).isFalse();
        for (Value one : List.of(two, gib, span, new Value.Text("2"))) {
            for (Value other : List.of(two, gib, span, new Value.Text("2"))) {
                assertThat(one.atMost(other)).as("%s, %s", one, other).isEqualTo(one == other || one.equals(other));
            }
        }
    }

    @Test
    void withoutAPlanOrAPriceNothingIsCovered() {
        Judgement bare = new Judgement(shown.intent(), null, null, shown.verdict(), shown.rules(), "f00d");
        Judgement unpriced = new Judgement(shown.intent(), shown.plan(), null, shown.verdict(), shown.rules(), "f00d");

        assertThat(covered(bare)).isEmpty();
        assertThat(covered(unpriced)).isEmpty();
        assertThat(new ApprovalCoverage(bare, shown).stages()).isEmpty();
        assertThat(new ApprovalCoverage(unpriced, shown).stages()).isEmpty();
    }

    @Test
    void aYesToReadIsNoYesToWrite() {
        Judgement read = granting(Access.READ);
        Judgement write = granting(Access.WRITE);

        assertThat(new ApprovalCoverage(read, read).stages()).isPresent();
        assertThat(new ApprovalCoverage(write, write).stages()).isPresent();
        assertThat(new ApprovalCoverage(write, read).stages()).isPresent();
        assertThat(new ApprovalCoverage(read, write).stages()).isEmpty();
        assertThat(new ApprovalCoverage(shown, write).stages()).isEmpty();
    }

    @Test
    void whoWasToDecideAfterWhomMayNotChange() {
        Judgement ordered = needs(4, leads(2), then(budget(), 1));

        assertThat(new ApprovalCoverage(ordered, ordered).stages()).isPresent();
        assertThat(new ApprovalCoverage(ordered, needs(4, then(budget(), 7), then(leads(2), 3))).stages())
                .as("the same order in other numbers")
                .contains(List.of(1, 0));
        assertThat(new ApprovalCoverage(ordered, needs(4, budget(), then(leads(2), 1))).stages())
                .isEmpty();
        assertThat(new ApprovalCoverage(ordered, shown).stages()).isEmpty();
        assertThat(new ApprovalCoverage(shown, ordered).stages()).isEmpty();
        assertThat(new ApprovalCoverage(ordered, needs(4, budget())).stages()).contains(List.of(1));
    }

    @Test
    void aStageThatCoversMoreIsANewQuestion() {
        Stage more = new Stage(
                Set.of(new PartName("cluster"), new PartName("data")), leads(2).deciders(), 2, "it uses GPUs");

        assertThat(covered(needs(4, more, budget()))).isEmpty();
        assertThat(new ApprovalCoverage(needs(4, more, budget()), shown).stages())
                .isPresent();
    }

    @Test
    void underAnotherBundleThePartsMustBeTheSame() {
        assertThat(covered(changed(Map.of("gpus", 4L))))
                .as("a number in another type")
                .isPresent();
        assertThat(covered(changed(Map.of("gpus", 4, "image", "other")))).isEmpty();
    }

    private static Judgement granting(Access access) {
        Judgement base = needs(4, leads(2), budget());
        var intent = new Intent.Grant(new DatasetName("sales.orders"), access, new Term.Unsaid(), "", null);
        return new Judgement(intent, base.plan(), base.price(), base.verdict(), base.rules(), base.version());
    }

    private Judgement priced(String perHour, String ceiling) {
        Price price = new Price(List.of(), Money.of(perHour, "EUR"), Money.of(ceiling, "EUR"), Duration.ofDays(3));
        return new Judgement(shown.intent(), shown.plan(), price, shown.verdict(), shown.rules(), "f00d");
    }

    private static Judgement with(Judgement judgement, UnaryOperator<Plan> change) {
        Plan plan = change.apply(Objects.requireNonNull(judgement.plan()));
        return new Judgement(
                judgement.intent(),
                plan,
                judgement.price(),
                judgement.verdict(),
                judgement.rules(),
                judgement.version());
    }

    private static Plan longer(Plan plan, Duration term) {
        return new Plan(plan.path(), 1, plan.parameters(), plan.parts(), plan.links(), term, plan.compute());
    }

    private static Plan path(Plan plan, String name) {
        return new Plan(
                new PathName(name), 1, plan.parameters(), plan.parts(), plan.links(), plan.term(), plan.compute());
    }

    private static Plan compute(Plan plan, boolean compute) {
        return new Plan(plan.path(), 1, plan.parameters(), plan.parts(), plan.links(), plan.term(), compute);
    }

    private static Plan valued(Plan plan, String name, Value value) {
        var values = new TreeMap<>(plan.parameters());
        values.put(name, value);
        return new Plan(plan.path(), 1, values, plan.parts(), plan.links(), plan.term(), plan.compute());
    }

    private static Plan reaching(Plan plan, String dataset) {
        Part old = plan.parts().getFirst();
        return parts(
                plan, new Part(old.name(), old.provider(), old.spec(), Set.of(new DatasetName(dataset)), old.ready()));
    }

    private static Plan named(Plan plan, String name) {
        Part old = plan.parts().getFirst();
        return parts(plan, new Part(new PartName(name), old.provider(), old.spec(), old.reaches(), old.ready()));
    }

    private static Plan made(Plan plan, String provider) {
        Part old = plan.parts().getFirst();
        return parts(plan, new Part(old.name(), provider, old.spec(), old.reaches(), old.ready()));
    }

    private static Plan ready(Plan plan, String expression) {
        Part old = plan.parts().getFirst();
        return parts(plan, new Part(old.name(), old.provider(), old.spec(), old.reaches(), expression));
    }

    private static Plan parts(Plan plan, Part part) {
        return new Plan(plan.path(), 1, plan.parameters(), List.of(part), plan.links(), plan.term(), plan.compute());
    }

    private Optional<List<Integer>> covered(Judgement now) {
        return new ApprovalCoverage(shown, now).stages();
    }

    private Judgement changed(Map<String, Object> spec) {
        Plan plan = Objects.requireNonNull(shown.plan());
        Part part = plan.parts().getFirst();
        Part other = new Part(part.name(), part.provider(), spec, part.reaches(), part.ready());
        Plan changed =
                new Plan(plan.path(), 2, plan.parameters(), List.of(other), plan.links(), plan.term(), plan.compute());
        return new Judgement(shown.intent(), changed, shown.price(), shown.verdict(), shown.rules(), "beef");
    }
}

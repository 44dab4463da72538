package dev.quartermaster.actions.request;

import static dev.quartermaster.actions.request.World.allowed;
import static dev.quartermaster.actions.request.World.budget;
import static dev.quartermaster.actions.request.World.leads;
import static dev.quartermaster.actions.request.World.needs;
import static dev.quartermaster.actions.request.World.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverTest {
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
    void underAnotherBundleThePartsMustBeTheSame() {
        assertThat(covered(changed(Map.of("gpus", 4L))))
                .as("a number in another type")
                .isPresent();
        assertThat(covered(changed(Map.of("gpus", 4, "image", "other")))).isEmpty();
    }

    private Optional<List<Integer>> covered(Judgement now) {
        return new Cover(shown, now).stages();
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

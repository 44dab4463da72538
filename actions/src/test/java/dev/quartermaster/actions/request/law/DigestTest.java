package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.request.law.World.budget;
import static dev.quartermaster.actions.request.law.World.leads;
import static dev.quartermaster.actions.request.law.World.needs;
import static dev.quartermaster.actions.request.law.World.then;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DigestTest {
    private final Judgement shown = needs(4, leads(2), budget());

    @Test
    void theSameShownTwiceHasTheSameDigest() {
        assertThat(ApprovalDigest.of(needs(4, leads(2), budget())))
                .isEqualTo(ApprovalDigest.of(shown))
                .matches("[0-9a-f]{32}");
    }

    @Test
    void whateverDiffersOnTheCardDiffersInTheDigest() {
        List<Judgement> others = List.of(
                shown,
                needs(5, leads(2), budget()),
                needs(4, leads(1), budget()),
                needs(4, leads(2)),
                needs(4, budget(), leads(2)),
                needs(4, leads(2), then(budget(), 1)),
                priced("41"),
                bare());

        assertThat(others.stream().map(ApprovalDigest::of)).doesNotHaveDuplicates();
        assertThat(Stream.of(bare(), bare()).map(ApprovalDigest::of).distinct()).hasSize(1);
    }

    private Judgement priced(String ceiling) {
        var price = new Price(List.of(), Money.of("4", "EUR"), Money.of(ceiling, "EUR"), Duration.ofDays(3));
        return new Judgement(shown.intent(), shown.plan(), price, shown.verdict(), shown.rules(), "f00d");
    }

    private Judgement bare() {
        return new Judgement(shown.intent(), null, null, shown.verdict(), shown.rules(), "f00d");
    }
}

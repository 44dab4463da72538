package dev.quartermaster.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Lease.PartState;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.bot.card.request.StatusCard;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Rights;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a registry told no digest of is said to whoever asked and to whoever said yes. */
class ImagesByTagTest {
    private static final String WORDS = "image quay.io/jupyter/scipy-notebook:1 by tag, may change";

    private final RandomContent anything = new RandomContent(new Random(3));
    private final Rights rights = anything.rights();
    private final Request request = anything.request(State.LIVE);

    @Test
    void theAskersCardSaysIt() {
        assertThat(status(lease(Progress.READY, WORDS))).contains("home: " + WORDS);
        assertThat(status(lease(Progress.READY, ""))).doesNotContain("by tag");
        assertThat(status(lease(Progress.MAKING, WORDS)))
                .as("what is on its way says how far it is elsewhere")
                .doesNotContain("by tag");
    }

    @Test
    void theApproversCardSaysIt() {
        ApprovalCard.Shown shown = anything.shown(request, null);
        String card = ApprovalCard.of(
                        new ApprovalCard.Shown(
                                request,
                                shown.zone(),
                                shown.now(),
                                null,
                                List.of(),
                                lease(Progress.READY, WORDS).remarks(),
                                null,
                                ""),
                        rights)
                .blocks();
        assertThat(card).contains("home: " + WORDS);
    }

    private String status(Lease lease) {
        return StatusCard.of(
                        new StatusCard.Shown(
                                request, lease, Mrkdwn.ours(""), "Ready.", List.of(), false, List.of(), true, true),
                        rights)
                .blocks();
    }

    private Lease lease(Progress progress, String words) {
        Lease lease = anything.lease();
        return new Lease(
                lease.id(),
                lease.request(),
                lease.owner(),
                lease.team(),
                "",
                lease.plan(),
                Lease.State.LIVE,
                lease.from(),
                lease.until(),
                List.of(new PartState(new PartName("home"), "kubernetes", "team/home", progress, words)),
                List.of(),
                lease.perHour(),
                lease.spent());
    }
}

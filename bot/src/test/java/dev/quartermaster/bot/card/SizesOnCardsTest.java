package dev.quartermaster.bot.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.bot.card.request.DetailsModal;
import dev.quartermaster.bot.card.request.StatusCard;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever decides sees how much is asked for without opening the details. */
class SizesOnCardsTest {
    private static final PathName PATH = new PathName("ray-cluster");

    @Test
    void sizesThatAreNotTheDefaultStandOnTheCardsAndASchedulesStarsAreKept() {
        RandomContent anything = new RandomContent(new Random(1));
        SortedMap<String, Value> asked = new TreeMap<>(Map.of(
                "memory",
                Value.Quantity.of("64Gi"),
                "cpu",
                new Value.Whole(2),
                "gpus",
                new Value.Whole(0),
                "gpu_kind",
                new Value.Text("a100"),
                "duration",
                Value.Span.of("3d"),
                "schedule",
                Value.Schedule.of("0 9 * * 1-5")));
        Request request = launched(anything.request(State.WAITING), asked);

        assertThat(approval(request)).contains("*Asked for*\\nmemory 64Gi\"").doesNotContain("cpu", "a100");
        assertThat(status(request)).contains("*Asked for*\\nmemory 64Gi\"");
        assertThat(DetailsModal.of(request, Mrkdwn.ours(""), sized().people())).contains("schedule `0 9 * * 1-5`");

        asked.put("gpus", new Value.Whole(1));
        assertThat(approval(launched(request, asked))).contains("*Asked for*\\nmemory 64Gi, gpus 1, gpu kind a100\"");

        asked.put("memory", Value.Quantity.of("4Gi"));
        asked.put("gpus", new Value.Whole(0));
        assertThat(approval(launched(request, asked))).doesNotContain("*Asked for*");
        assertThat(status(launched(request, asked))).doesNotContain("*Asked for*");
    }

    private static String approval(Request request) {
        return ApprovalCard.of(new RandomContent(new Random(1)).shown(request, null), sized())
                .blocks();
    }

    private static String status(Request request) {
        return StatusCard.of(
                        new StatusCard.Shown(
                                request, null, Mrkdwn.ours(""), "", List.of(), false, List.of(), false, false),
                        sized())
                .blocks();
    }

    private static Request launched(Request request, SortedMap<String, Value> asked) {
        Plan plan = new Plan(PATH, 1, asked, List.of(), List.of(), Duration.ofDays(3), true);
        Judgement before = request.judgement();
        return new Request(
                request.id(),
                request.by(),
                request.team(),
                "a cluster",
                "",
                new Judgement(before.intent(), plan, before.price(), before.verdict(), List.of(), "version"),
                request.digest(),
                request.state(),
                List.of(),
                null,
                request.at(),
                request.lapsesAt());
    }

    private static Rights sized() {
        List<Parameter> parameters = List.of(
                parameter("cpu", Parameter.Type.INTEGER, new Value.Whole(2)),
                parameter("memory", Parameter.Type.QUANTITY, Value.Quantity.of("4Gi")),
                parameter("gpus", Parameter.Type.INTEGER, new Value.Whole(0)),
                parameter("gpu_kind", Parameter.Type.CHOICE, new Value.Text("t4")),
                parameter("duration", Parameter.Type.DURATION, Value.Span.of("8h")));
        GoldenPath path = new GoldenPath(
                PATH,
                1,
                "A cluster",
                "omar",
                "",
                List.of(),
                List.of(),
                "",
                parameters,
                new GoldenPath.Data(Set.of(), List.of()),
                List.of(),
                Map.of(),
                List.of(),
                null,
                GoldenPath.Start.TOGETHER);
        return new Rights(new People(Map.of(), Map.of(), Map.of()), new Catalogue(Map.of(PATH, path), Map.of()));
    }

    private static Parameter parameter(String name, Parameter.Type type, Value standard) {
        return new Parameter(name, type, "", standard, null, null, List.of(), Map.of(), false);
    }
}

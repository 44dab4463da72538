package dev.quartermaster.bot.slack.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.fixture.EdgeTestCase;
import dev.quartermaster.bot.slack.fixture.Payloads;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import dev.quartermaster.bot.slack.fixture.Trouble;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Place;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Slack sends, over HTTP, into the three lanes. */
class LanesInTest extends EdgeTestCase {
    private static final int MANY = 30;

    private <T extends SlackInteraction> T heard(Class<T> kind) {
        await().until(() -> listener.heard().size() == 1);
        return kind.cast(listener.heard().getFirst());
    }

    @Test
    void directMessageIsHeardAsWritten() {
        assertThat(edge.event(Payloads.message("U0ANA", "spin up 4 A100s &amp; more"))
                        .statusCode())
                .isEqualTo(200);
        SlackInteraction.Said said = heard(SlackInteraction.Said.class);
        assertThat(said.by().person()).isEqualTo(new PersonId("ana"));
        assertThat(said.by().zone()).hasToString("Europe/London");
        assertThat(said.text()).isEqualTo("spin up 4 A100s & more");
        assertThat(said.in()).isEqualTo(new Place("D0ANA", null));
        assertThat(said.direct()).isTrue();
    }

    @Test
    void mentionIsHeardInItsThreadWithNamesForMentions() {
        edge.event(Payloads.of("mention-in-channel.json", "id", "Ev" + RunningEdge.unique()));
        SlackInteraction.Said said = heard(SlackInteraction.Said.class);
        assertThat(said.text())
                .isEqualTo("grant @dan read on sales.orders & #sales, see https://example.com/why or dan@example.com");
        assertThat(said.in()).isEqualTo(new Place("C0SALES", "1731000001.000200"));
        assertThat(said.direct()).isFalse();
    }

    @Test
    void whatIsNotSaidToUsIsLetGo() {
        for (String file :
                List.of("mention-seen-as-channel-message.json", "own-message.json", "message-changed.json")) {
            assertThat(edge.event(Payloads.of(file, "id", "Ev" + RunningEdge.unique()))
                            .statusCode())
                    .as(file)
                    .isEqualTo(200);
        }
        edge.event(Payloads.message("U0ANA", "hello"));
        assertThat(heard(SlackInteraction.Said.class).text()).isEqualTo("hello");
    }

    @Test
    void commandClickSubmissionAndHomeAreHeard() {
        edge.form(Payloads.of("command.form", "id", RunningEdge.unique()));
        assertThat(heard(SlackInteraction.Commanded.class).text())
                .isEqualTo("launch ray-cluster --gpus 4 --purpose \"churn & more\"");
        listener.reset();
        edge.interaction(Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve"));
        SlackInteraction.Clicked clicked = heard(SlackInteraction.Clicked.class);
        assertThat(clicked.by().person()).isEqualTo(new PersonId("omar"));
        assertThat(clicked.on())
                .isEqualTo(new SlackInteraction.Card("C0APPROVALS", "1731000005.000600", "1731000004.000100"));
        assertThat(clicked.action() + " " + clicked.value()).isEqualTo("approve req-abcdefghij|0f0f");
        listener.reset();
        edge.interaction(Payloads.of("select-on-home.json", "id", RunningEdge.unique()));
        assertThat(heard(SlackInteraction.Clicked.class).value()).isEqualTo("ray-cluster");
        listener.reset();
        edge.interaction(Payloads.of("form-sent-in.json", "id", RunningEdge.unique()));
        SlackInteraction.Submitted submitted = heard(SlackInteraction.Submitted.class);
        assertThat(submitted.form() + ": " + submitted.data()).isEqualTo("launch: launch ray-cluster");
        assertThat(submitted.values())
                .isEqualTo(Map.of(
                        "gpus", List.of("4"),
                        "kind", List.of("a100"),
                        "until", List.of("2026-11-20"),
                        "with", List.of("U0DAN", "U0LEE"),
                        "also", List.of("x", "y"),
                        "note", List.of()));
        listener.reset();
        edge.event(Payloads.of("home-opened.json", "id", "Ev" + RunningEdge.unique()));
        assertThat(heard(SlackInteraction.HomeOpened.class).tab()).isEqualTo("home");
    }

    @Test
    void formOpensWhileSlackWaitsAndOnlyOnceAClick() {
        String click =
                Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "open:reveal");
        for (int i = 0; i < 4; i++)
            assertThat(edge.interaction(click).statusCode()).isEqualTo(200);
        assertThat(slack.calls("views.open")).hasSize(1);
        assertThat(slack.calls("views.open").getFirst().get("view")).isEqualTo("{\"type\":\"modal\"}");
        assertThat(listener.forms()).hasSize(1);
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void clickWithNothingToOpenIsAnsweredLikeAnyOther() {
        listener.view(it -> Optional.empty());
        edge.interaction(
                Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "open:reveal"));
        assertThat(heard(SlackInteraction.Clicked.class).action()).isEqualTo("open:reveal");
    }

    @Test
    void formThatTakesLongerThanTheTriggerLivesIsOpenedAtOnceAndFilledIn() {
        listener.view(click -> {
            await().until(() -> slack.calls("views.open").size() == 1);
            return Optional.of("{\"type\":\"modal\",\"callback_id\":\"late\"}");
        });
        assertThat(edge.interaction(Payloads.of(
                                "button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "open:reveal"))
                        .statusCode())
                .isEqualTo(200);
        await().until(() -> !slack.calls("views.update").isEmpty());
        assertThat(slack.calls("views.open").getFirst().get("view")).contains("One moment");
        await().until(() ->
                slack.views().getLast().path("callback_id").asString("").equals("late"));
        assertThat(slack.calls("views.open")).hasSize(1);
    }

    @Test
    void formThatTurnsOutToBeGoneWhileItOpensSaysSo() {
        listener.view(click -> {
            await().until(() -> slack.calls("views.open").size() == 1);
            return Optional.empty();
        });
        edge.interaction(
                Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "open:reveal"));
        await().until(() -> slack.views().getLast().toString().contains("nothing to open any more"));
    }

    @Test
    void formThatDoesNotOpenIsOwnedUpTo() {
        slack.fault(call -> call.method().equals("views.open")
                ? Optional.of(Trouble.refused("expired_trigger_id"))
                : Optional.empty());
        edge.interaction(
                Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "open:reveal"));
        await().until(() -> slack.said("D0OMAR").stream().anyMatch(text -> text.contains("Press the button again")));
    }

    @Test
    void submissionWithErrorsIsToldThemAndNotKept() {
        listener.errors(Map.of("gpus", "At most 8. Try 8."));
        HttpResponse<String> answer = edge.interaction(Payloads.of("form-sent-in.json", "id", RunningEdge.unique()));
        assertThat(JsonParser.parseString(answer.body()))
                .isEqualTo(JsonParser.parseString(
                        "{\"response_action\":\"errors\",\"errors\":{\"gpus\":\"At most 8. Try 8.\"}}"));
        assertThat(edge.count("select count(*) from slack_inbox where key like 'form:%' and state = 'waiting'"))
                .isZero();
    }

    @Test
    void urlIsVerifiedForWhoeverSigns() {
        HttpResponse<String> answer =
                edge.event("{\"token\":\"x\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}");
        assertThat(answer.statusCode() + " " + answer.body()).isEqualTo("200 3eZbrw1aB");
        assertThat(edge.form("token=x&ssl_check=1").statusCode()).isEqualTo(200);
    }

    @Test
    void signedNonsenseIsRefusedAndNothingKept() {
        long before = edge.count("select count(*) from slack_inbox");
        for (String body : List.of(
                "", "[]", "{}", "nonsense", "[".repeat(100_000), "{\"type\":\"event_callback\"}", "{\"type\":[]}")) {
            assertThat(edge.event(body).statusCode())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isEqualTo(400);
        }
        assertThat(edge.form("payload=%zz").statusCode()).isEqualTo(400);
        assertThat(edge.form("command=%2Fqm&text=x").statusCode()).isEqualTo(400);
        assertThat(edge.interaction("{\"type\":\"block_actions\"}").statusCode())
                .isEqualTo(400);
        assertThat(edge.count("select count(*) from slack_inbox")).isEqualTo(before);
    }

    @Test
    void whatSlackMayAddOneDayIsTakenAndLetGo() {
        long before = edge.count("select count(*) from slack_inbox");
        assertThat(edge.event("{\"type\":\"app_rate_limited\",\"team_id\":\"T0TEST\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(edge.event("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"emoji_changed\","
                                + "\"user\":\"U0ANA\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(edge.interaction("{\"type\":\"made_up_tomorrow\"}").statusCode())
                .isEqualTo(200);
        assertThat(edge.interaction("{\"type\":\"shortcut\",\"callback_id\":\"x\",\"user\":{\"id\":\"U0ANA\"}}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> options = edge.interaction(
                "{\"type\":\"block_suggestion\",\"action_id\":\"x\"," + "\"user\":{\"id\":\"U0ANA\"},\"value\":\"a\"}");
        assertThat(options.statusCode() + " " + options.body()).isEqualTo("200 {\"options\":[]}");
        assertThat(edge.count("select count(*) from slack_inbox")).isEqualTo(before);
    }

    @Test
    void clickWithSeveralActionsCountsAsItsFirst() {
        String click = Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve");
        String second = "\"actions\": [{\"action_id\": \"approve\", \"value\": \"one\"}, {\"action_id\": \"deny\"}, ";
        assertThat(edge.interaction(click.replace("\"actions\": [", second)).statusCode())
                .isEqualTo(200);
        SlackInteraction.Clicked clicked = heard(SlackInteraction.Clicked.class);
        assertThat(clicked.action() + " " + clicked.value()).isEqualTo("approve one");
    }

    @Test
    void whatIsKeptHoldsNoTokenAnswersNowhereAndRepeatsNothingThatWasShown() {
        edge.idle();
        edge.event(Payloads.message("U0ANA", "kept"));
        edge.form(Payloads.of("command.form", "id", RunningEdge.unique()));
        edge.interaction(Payloads.of("button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve"));
        edge.interaction(Payloads.of("form-sent-in.json", "id", RunningEdge.unique()));
        List<String> kept = edge.jdbc()
                .sql("select body from slack_inbox where state = 'waiting'")
                .query(String.class)
                .list();
        assertThat(kept).hasSize(4);
        assertThat(kept)
                .noneMatch(body -> body.contains("verification-token"))
                .noneMatch(body -> body.contains("hooks.slack.com"))
                .noneMatch(body -> body.contains("4 GPUs for ana"))
                .noneMatch(body -> body.contains("number_input") && body.contains("GPUs"));
        edge.work();
        await().until(() -> listener.heard().size() == 4);
    }

    /** What works by the clock, and would be counted besides, stands still or runs less often. */
    @Test
    void anAcknowledgementIsOneStatement() {
        edge.idle();
        edge.silent();
        for (Runnable delivery : List.<Runnable>of(
                () -> edge.event(Payloads.message("U0ANA", "counted")),
                () -> edge.form(Payloads.of("command.form", "id", RunningEdge.unique())),
                () -> edge.interaction(Payloads.of(
                        "button-on-card-in-thread.json", "id", RunningEdge.unique(), "action", "approve")))) {
            Map<String, Long> ran = edge.statements(() -> {
                for (int i = 0; i < MANY; i++) delivery.run();
            });
            assertThat(ran.entrySet().stream().filter(each -> each.getValue() >= MANY))
                    .singleElement()
                    .satisfies(each -> assertThat(each.getKey()).startsWith("insert into slack_inbox"))
                    .satisfies(each -> assertThat(each.getValue()).isEqualTo(MANY));
        }
        edge.send();
        edge.work();
        await().until(() -> listener.heard().size() == 3 * MANY);
    }

    @Test
    void forgedAndStaleOverHttpLeaveNoTrace() {
        long before = edge.count("select count(*) from slack_inbox");
        String body = Payloads.message("U0ANA", "launch");
        String now = "" + Instant.now().getEpochSecond();
        String old = "" + (Instant.now().getEpochSecond() - 400);
        assertThat(edge.post("application/json", body, now, RunningEdge.signature("wrong", now, body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(edge.post("application/json", body, old, RunningEdge.signature(RunningEdge.SECRET, old, body))
                        .statusCode())
                .isEqualTo(401);
        assertThat(edge.count("select count(*) from slack_inbox")).isEqualTo(before);
    }
}

package dev.quartermaster.bot.workspace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewClosedRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.bot.workspace.EchoBot;
import dev.quartermaster.bot.workspace.RecordingBot.Delivery;
import dev.quartermaster.bot.workspace.RecordingBot.Reply;
import dev.quartermaster.bot.workspace.WorkspaceAndBot;
import dev.quartermaster.bot.workspace.WorkspaceServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bot is sent, signature checked and shape parsed by Slack's own library before the test sees it. */
class DeliveriesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WorkspaceAndBot stage;

    @BeforeEach
    void start() throws Exception {
        stage = new WorkspaceAndBot();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void aDirectMessageArrivesAsSlackSendsIt() throws Exception {
        say("D0ANA", "read on sales.orders, R&D <now>");
        MessagePayload payload =
                GsonFactory.createSnakeCase().fromJson(stage.bot.next().body(), MessagePayload.class);
        assertThat(payload.getTeamId()).isEqualTo("T0LOCAL");
        assertThat(payload.getApiAppId()).isEqualTo("A0QM");
        assertThat(payload.getEventId()).startsWith("Ev0");
        assertThat(payload.getAuthorizations().getFirst().getUserId()).isEqualTo("U0QM");
        assertThat(payload.getEvent().getChannelType()).isEqualTo("im");
        assertThat(payload.getEvent().getUser()).isEqualTo("U0ANA");
        assertThat(payload.getEvent().getText()).isEqualTo("read on sales.orders, R&amp;D &lt;now&gt;");
        assertThat(payload.getEvent().getBotId()).isNull();
        assertThat(stage.bot.quietFor(300)).as("nothing else").isTrue();
    }

    @Test
    void aMentionIsAMessageAndAMention() throws Exception {
        say("C0GROWTH", "@Quartermaster a notebook for @iris, see https://example.com/$1 and ana@example.com");
        List<JsonNode> events = List.of(event(stage.bot.next()), event(stage.bot.next()));
        assertThat(events)
                .extracting(e -> e.path("type").asString(""))
                .containsExactlyInAnyOrder("message", "app_mention");
        assertThat(events)
                .extracting(e -> e.path("text").asString(""))
                .containsOnly(
                        "<@U0QM> a notebook for <@U0IRIS>, see <https://example.com/$1> and <mailto:ana@example.com|ana@example.com>");
    }

    @Test
    void theBotHearsItsOwnDirectMessagesMarkedAsItsOwn() throws Exception {
        stage.workspace.methods().chatPostMessage(r -> r.channel("D0ANA").text("hello"));
        assertThat(event(stage.bot.next()).path("bot_id").asString("")).isEqualTo("B0QM");
        stage.workspace.methods().chatPostMessage(r -> r.channel("#growth").text("hello"));
        assertThat(stage.bot.quietFor(300)).isTrue();
    }

    @Test
    void aCommandIsAFormWithATriggerAndItsAnswerIsShown() throws Exception {
        stage.bot.answers(delivery -> new Reply(200, "{\"text\":\"here is help\"}", 0));
        say("D0ANA", "/qm help @omar");
        SlashCommandRequest command = (SlashCommandRequest) stage.bot.next().request();
        assertThat(command.getPayload().getCommand()).isEqualTo("/qm");
        assertThat(command.getPayload().getText()).isEqualTo("help <@U0OMAR|omar>");
        assertThat(command.getPayload().getUserId()).isEqualTo("U0ANA");
        assertThat(command.getPayload().getChannelName()).isEqualTo("directmessage");
        assertThat(command.getPayload().getResponseUrl()).contains("/workspace/hooks/");
        assertThat(texts("ana", "D0ANA")).containsExactly("here is help");
        var opened = stage.workspace
                .methods()
                .viewsOpen(
                        r -> r.triggerId(command.getPayload().getTriggerId()).viewAsString(EchoBot.text("form.json")));
        assertThat(opened.isOk()).as("%s", opened).isTrue();
        var again = stage.workspace
                .methods()
                .viewsOpen(
                        r -> r.triggerId(command.getPayload().getTriggerId()).viewAsString(EchoBot.text("form.json")));
        assertThat(again.getError()).isEqualTo("exchanged_trigger_id");
    }

    @Test
    void aFailedCommandIsToldAsSlackTellsIt() throws Exception {
        stage.bot.answers(delivery -> new Reply(500, "", 0));
        say("D0ANA", "/qm help");
        stage.bot.answers(delivery -> new Reply(200, "", 3_500));
        say("D0ANA", "/qm list");
        say("D0ANA", "/other");
        assertThat(texts("ana", "D0ANA"))
                .containsExactly(
                        "/qm failed with the error \"dispatch_failed\"",
                        "/qm failed with the error \"operation_timeout\"",
                        "`/other` is not a valid command. Here it is `/qm` and what you want, for example `/qm help`.");
    }

    @Test
    void aClickCarriesTheMessageTheStateAndWhatTheBotWroteOnTheButton() throws Exception {
        var posted = stage.workspace
                .methods()
                .chatPostMessage(r -> r.channel("D0ANA").text("card").blocksAsString(EchoBot.text("card.json")));
        stage.bot.next();
        Map<String, Object> state = Map.of("row", Map.of("size", Map.of("type", "static_select")));
        var click = Map.of(
                "channel",
                "D0ANA",
                "message_ts",
                posted.getTs(),
                "block_id",
                "row",
                "action_id",
                "approve",
                "value",
                "tampered",
                "state",
                state);
        assertThat(stage.workspace.person("ana", "click", click).path("ok").booleanValue())
                .isTrue();
        BlockActionPayload payload = ((BlockActionRequest) stage.bot.next().request()).getPayload();
        assertThat(payload.getActions().getFirst().getValue()).isEqualTo("r1");
        assertThat(payload.getActions().getFirst().getBlockId()).isEqualTo("row");
        assertThat(payload.getContainer().getMessageTs()).isEqualTo(posted.getTs());
        assertThat(payload.getMessage().getBlocks()).hasSize(7);
        assertThat(payload.getChannel().getId()).isEqualTo("D0ANA");
        assertThat(payload.getUser().getId()).isEqualTo("U0ANA");
        assertThat(payload.getTeam().getId()).isEqualTo("T0LOCAL");
        assertThat(payload.getState().getValues().get("row")).containsKey("size");
        assertThat(payload.getTriggerId()).isNotEmpty();
        assertThat(stage.workspace.person("omar", "click", click).path("error").asString(""))
                .isEqualTo("message_not_found");
    }

    @Test
    void aFormIsSubmittedCorrectedPushedAndClosed() throws Exception {
        String trigger = trigger();
        var view = stage.workspace
                .methods()
                .viewsOpen(r -> r.triggerId(trigger).viewAsString(EchoBot.text("form.json")))
                .getView();
        stage.bot.answers(d -> new Reply(200, "{\"response_action\":\"errors\",\"errors\":{\"purpose\":\"more\"}}", 0));
        Map<String, Object> values =
                Map.of("purpose", Map.of("purpose", Map.of("type", "plain_text_input", "value", "churn")));
        var answer = stage.workspace.person("ana", "submit", Map.of("view_id", view.getId(), "state", values));
        assertThat(answer.path("errors").path("purpose").asString("")).isEqualTo("more");
        var submitted = ((ViewSubmissionRequest) stage.bot.next().request())
                .getPayload()
                .getView();
        assertThat(submitted
                        .getState()
                        .getValues()
                        .get("purpose")
                        .get("purpose")
                        .getValue())
                .isEqualTo("churn");
        assertThat(submitted.getPrivateMetadata()).isEqualTo("r1");
        stage.bot.answers(
                d -> new Reply(200, "{\"response_action\":\"push\",\"view\":" + EchoBot.text("form.json") + "}", 0));
        stage.workspace.person("ana", "submit", Map.of("view_id", view.getId(), "state", values));
        stage.bot.next();
        JsonNode stack = stage.workspace.read("state?as=ana").path("views");
        assertThat(stack).hasSize(2);
        assertThat(stack.get(1).path("previous_view_id").asString("")).isEqualTo(view.getId());
        stage.bot.answers(d -> new Reply(200, "", 0));
        stage.workspace.person(
                "ana", "close", Map.of("view_id", stack.get(1).path("id").asString("")));
        assertThat(stage.bot.next().request()).isInstanceOf(ViewClosedRequest.class);
        stage.workspace.person("ana", "submit", Map.of("view_id", view.getId(), "state", values));
        assertThat(stage.workspace.read("state?as=ana").path("views")).isEmpty();
    }

    @Test
    void aTriggerIsStaleAfterThreeSeconds() throws Exception {
        String trigger = trigger();
        Thread.sleep(3_100);
        var late =
                stage.workspace.methods().viewsOpen(r -> r.triggerId(trigger).viewAsString(EchoBot.text("form.json")));
        assertThat(late.getError()).isEqualTo("expired_trigger_id");
    }

    @Test
    void lookingAtHomeIsAnEvent() throws Exception {
        stage.workspace.person("ana", "opened", Map.of("tab", "home"));
        JsonNode event = event(stage.bot.next());
        assertThat(event.path("type").asString("")).isEqualTo("app_home_opened");
        assertThat(event.path("tab").asString("")).isEqualTo("home");
        var published =
                stage.workspace.methods().viewsPublish(r -> r.userId("U0ANA").viewAsString(EchoBot.text("home.json")));
        assertThat(published.isOk()).as("%s", published).isTrue();
        assertThat(stage.workspace.read("home?as=ana").path("view").path("blocks"))
                .hasSize(5);
    }

    @Test
    void anEventThatIsNotTakenComesThreeTimesMore() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        stage.bot.answers(d -> calls.incrementAndGet() == 2 ? new Reply(200, "", 3_500) : new Reply(500, "", 0));
        List<Duration> soon = List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200));
        try (Deliveries deliveries =
                new Deliveries(stage.bot.events(), WorkspaceServer.SECRET, InstantSource.system(), soon)) {
            deliveries.event("{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"message\"}}");
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Delivery delivery = stage.bot.next();
                assertThat(delivery.request()).isInstanceOf(EventRequest.class);
                told.add(delivery.header("X-slack-retry-num") + " " + delivery.header("X-slack-retry-reason"));
            }
            assertThat(told).containsExactly(" ", "1 http_error", "2 http_timeout", "3 http_error");
            assertThat(stage.bot.quietFor(500)).isTrue();
        }
        assertThat(Deliveries.RETRIES).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    private String trigger() throws Exception {
        say("D0ANA", "/qm form");
        return ((SlashCommandRequest) stage.bot.next().request()).getPayload().getTriggerId();
    }

    private void say(String channel, String text) throws Exception {
        var answer = stage.workspace.person("ana", "say", Map.of("channel", channel, "text", text));
        assertThat(answer.path("ok").booleanValue()).as("%s", answer).isTrue();
    }

    private List<String> texts(String account, String channel) throws Exception {
        JsonNode messages = stage.workspace
                .read("messages?as=" + account + "&channel=" + channel)
                .path("messages");
        return messages.valueStream().map(m -> m.path("text").asString("")).toList();
    }

    private static JsonNode event(Delivery delivery) {
        return JSON.readTree(delivery.body()).path("event");
    }
}

package dev.quartermaster.bot.workspace;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import dev.quartermaster.bot.workspace.RecordingBot.Delivery;
import dev.quartermaster.bot.workspace.RecordingBot.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers every sentence with a card, opens a form on a click, thanks for what was submitted: enough to try the page with. */
public final class EchoBot {
    private final MethodsClient slack;
    private final JsonMapper json = JsonMapper.builder().build();

    EchoBot(MethodsClient slack) {
        this.slack = slack;
    }

    Reply answer(Delivery delivery) {
        try {
            return switch (delivery.request()) {
                case EventRequest event -> heard(json.readTree(delivery.body()).path("event"));
                case SlashCommandRequest command -> said(command);
                case BlockActionRequest click -> clicked(click.getPayload());
                case ViewSubmissionRequest form -> submitted(form.getPayload());
                default -> new Reply(200, "", 0);
            };
        } catch (IOException | SlackApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply heard(JsonNode event) throws IOException, SlackApiException {
        String user = event.path("user").asString("");
        switch (event.path("type").asString("")) {
            case "message" -> {
                boolean person = event.path("bot_id").isMissingNode()
                        && event.path("channel_type").asString("").equals("im");
                if (person) card(event);
            }
            case "app_mention" -> card(event);
            case "app_home_opened" -> {
                if (event.path("tab").asString("").equals("home"))
                    checked(slack.viewsPublish(r -> r.userId(user).viewAsString(text("home.json"))));
            }
            default -> {}
        }
        return new Reply(200, "", 0);
    }

    private void card(JsonNode event) throws IOException, SlackApiException {
        String channel = event.path("channel").asString("");
        String root = event.path("thread_ts").asString(event.path("ts").asString(""));
        String words = event.path("text").asString("");
        String blocks =
                text("card.json").replace("WORDS", words.replace("\"", "'").replace("\n", " "));
        checked(slack.chatPostMessage(r ->
                r.channel(channel).threadTs(root).text("You said: " + words).blocksAsString(blocks)));
        if (words.contains("gpu") || words.contains("A100"))
            checked(slack.chatPostMessage(
                    r -> r.channel("U0OMAR").text("A card waits").blocksAsString(text("approval.json"))));
    }

    private static Reply said(SlashCommandRequest command) {
        String text = command.getPayload().getText();
        return text.equals("fail") ? new Reply(500, "", 0) : new Reply(200, "You typed `/qm " + text + "`", 0);
    }

    private Reply clicked(BlockActionPayload click) throws IOException, SlackApiException {
        String user = click.getUser().getId();
        switch (click.getActions().getFirst().getActionId()) {
            case "details" ->
                checked(slack.viewsOpen(r -> r.triggerId(click.getTriggerId()).viewAsString(text("form.json"))));
            case "approve" ->
                checked(slack.chatUpdate(r -> r.channel(click.getChannel().getId())
                        .ts(click.getMessage().getTs())
                        .text("Approved by <@" + user + ">")
                        .blocksAsString(
                                "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\":white_check_mark: Approved by <@"
                                        + user + ">\"}}]")));
            case "secret" ->
                checked(slack.chatPostEphemeral(
                        r -> r.channel(click.getChannel().getId())
                                .user(user)
                                .text("Your password is `correct-horse`, shown once.")));
            default -> {}
        }
        return new Reply(200, "", 0);
    }

    private Reply submitted(ViewSubmissionPayload form) throws IOException, SlackApiException {
        var values = form.getView().getState().getValues();
        String purpose = values.get("purpose").get("purpose").getValue();
        if (purpose.length() < 5)
            return new Reply(
                    200, "{\"response_action\":\"errors\",\"errors\":{\"purpose\":\"Say a little more.\"}}", 0);
        checked(slack.chatPostMessage(r -> r.channel(form.getUser().getId()).text("Thank you, noted: " + purpose)));
        return new Reply(200, "", 0);
    }

    private static void checked(SlackApiTextResponse response) {
        if (!response.isOk()) throw new IllegalStateException(response.toString());
    }

    public static String text(String name) {
        try (InputStream in = EchoBot.class.getResourceAsStream("/workspace-trial/" + name)) {
            if (in == null) throw new IllegalStateException("no " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

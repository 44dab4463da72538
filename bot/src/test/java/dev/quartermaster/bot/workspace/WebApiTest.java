package dev.quartermaster.bot.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Web API by Slack's own client. */
class WebApiTest {
    private WorkspaceAndBot stage;
    private MethodsClient slack;

    @BeforeEach
    void start() throws Exception {
        stage = new WorkspaceAndBot();
        slack = stage.workspace.methods();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void theBotLearnsWhoItIsAndWhoAnaIs() throws Exception {
        var self = slack.authTest(r -> r);
        assertThat(self.isOk()).isTrue();
        assertThat(List.of(self.getTeamId(), self.getUserId(), self.getBotId()))
                .containsExactly("T0LOCAL", "U0QM", "B0QM");
        User ana = slack.usersInfo(r -> r.user("U0ANA")).getUser();
        assertThat(ana.getProfile().getEmail()).isEqualTo("ana@example.com");
        assertThat(ana.getTz()).isEqualTo("Europe/London");
        assertThat(ana.getTeamId()).isEqualTo("T0LOCAL");
        assertThat(ana.isBot() || ana.isDeleted()).isFalse();
        assertThat(slack.usersLookupByEmail(r -> r.email("omar@example.com"))
                        .getUser()
                        .getId())
                .isEqualTo("U0OMAR");
        assertThat(slack.usersInfo(r -> r.user("U0NOBODY")).getError()).isEqualTo("user_not_found");
        assertThat(slack.usersList(r -> r).getMembers()).hasSize(10);
        assertThat(slack.usersProfileGet(r -> r.user("U0ANA")).getProfile().getEmail())
                .isEqualTo("ana@example.com");
        assertThat(slack.teamInfo(r -> r).getTeam().getId()).isEqualTo("T0LOCAL");
        assertThat(slack.botsInfo(r -> r.bot("B0QM")).getBot().getUserId()).isEqualTo("U0QM");
    }

    @Test
    void aMessageIsPostedChangedReadAndTakenBack() throws Exception {
        String channel = slack.conversationsOpen(r -> r.users(List.of("U0ANA")))
                .getChannel()
                .getId();
        ChatPostMessageResponse root =
                slack.chatPostMessage(r -> r.channel(channel).text("card").blocksAsString(EchoBot.text("card.json")));
        assertThat(root.isOk()).as("%s", root).isTrue();
        assertThat(root.getMessage().getBlocks())
                .hasSize(7)
                .allMatch(block -> !block.getBlockId().isEmpty());
        var reply = slack.chatPostMessage(
                r -> r.channel(channel).threadTs(root.getTs()).text("progress"));
        assertThat(slack.chatUpdate(r -> r.channel(channel).ts(reply.getTs()).text("done"))
                        .isOk())
                .isTrue();
        List<Message> thread = slack.conversationsReplies(
                        r -> r.channel(channel).ts(root.getTs()))
                .getMessages();
        assertThat(thread).extracting(Message::getText).containsExactly("card", "done");
        assertThat(thread.getFirst().getReplyCount()).isEqualTo(1);
        ConversationsHistoryResponse history = slack.conversationsHistory(r -> r.channel(channel));
        assertThat(history.getMessages()).extracting(Message::getTs).containsExactly(root.getTs());
        assertThat(slack.chatGetPermalink(r -> r.channel(channel).messageTs(root.getTs()))
                        .getPermalink())
                .contains(root.getTs());
        assertThat(slack.reactionsAdd(
                                r -> r.channel(channel).timestamp(root.getTs()).name("eyes"))
                        .isOk())
                .isTrue();
        assertThat(slack.chatDelete(r -> r.channel(channel).ts(root.getTs())).isOk())
                .isTrue();
        assertThat(slack.chatUpdate(r -> r.channel(channel).ts(root.getTs()).text("late"))
                        .getError())
                .isEqualTo("message_not_found");
    }

    @Test
    void slacksRefusalsAreRefusedInItsWords() throws Exception {
        assertThat(slack.chatPostMessage(r -> r.channel("C0NOWHERE").text("a")).getError())
                .isEqualTo("channel_not_found");
        assertThat(slack.chatPostMessage(r -> r.channel("#growth")).getError()).isEqualTo("no_text");
        assertThat(slack.chatPostMessage(r -> r.channel("#growth").text("a").threadTs("1.000001"))
                        .getError())
                .isEqualTo("thread_not_found");
        var refused = slack.chatPostMessage(r -> r.channel("#growth").blocksAsString("[{\"type\":\"section\"}]"));
        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getResponseMetadata().getMessages())
                .containsExactly("[ERROR] missing required field: text [json-pointer:/blocks/0]");
        assertThat(slack.chatPostEphemeral(
                                r -> r.channel("#growth").user("U0OMAR").text("a"))
                        .getError())
                .isEqualTo("user_not_in_channel");
        stage.workspace.person("ana", "say", Map.of("channel", "D0ANA", "text", "mine"));
        String mine = slack.conversationsHistory(r -> r.channel("D0ANA"))
                .getMessages()
                .getFirst()
                .getTs();
        assertThat(slack.chatUpdate(r -> r.channel("D0ANA").ts(mine).text("b")).getError())
                .isEqualTo("cant_update_message");
        slack.conversationsLeave(r -> r.channel("C0GROWTH"));
        assertThat(slack.chatPostMessage(r -> r.channel("#growth").text("a")).getError())
                .isEqualTo("not_in_channel");
        assertThat(slack.conversationsJoin(r -> r.channel("C0GROWTH"))
                        .getChannel()
                        .isMember())
                .isTrue();
        assertThat(slack.chatPostMessage(r -> r.channel("#growth").text("a")).isOk())
                .isTrue();
    }

    @Test
    void channelsAreListedWithTheirMembers() throws Exception {
        var channels = slack.conversationsList(r -> r.types(List.of(ConversationType.PUBLIC_CHANNEL)))
                .getChannels();
        assertThat(channels).extracting(c -> c.getName()).containsExactly("approvals", "growth", "platform");
        assertThat(slack.conversationsMembers(r -> r.channel("C0GROWTH")).getMembers())
                .containsExactly("U0ANA", "U0IRIS", "U0MIA", "U0QM");
        assertThat(slack.conversationsInfo(r -> r.channel("D0ANA")).getChannel().isIm())
                .isTrue();
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws Exception {
        assertThat(slack.authTest(r -> r.token("xoxb-other")).getError()).isEqualTo("invalid_auth");
        HttpRequest bare = HttpRequest.newBuilder(URI.create(stage.workspace.api() + "auth.test"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(bare, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("not_authed");
        }
    }

    @Test
    void messagesToOneChannelComeOneASecondAfterAShortBurst() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 11; i++)
                        assertThat(slack.chatPostMessage(
                                                r -> r.channel("#growth").text("quick"))
                                        .isOk())
                                .isTrue();
                })
                .isInstanceOfSatisfying(SlackApiException.class, e -> {
                    assertThat(e.getResponse().code()).isEqualTo(429);
                    assertThat(e.getResponse().header("Retry-After")).isEqualTo("1");
                    assertThat(e.getError().getError()).isEqualTo("ratelimited");
                });
    }

    @Test
    void aJsonBodyIsAsGoodAsAForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stage.workspace.api() + "chat.postMessage"))
                .header("Authorization", "Bearer " + WorkspaceServer.TOKEN)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"channel\":\"D0ANA\",\"text\":\"über\",\"blocks\":[{\"type\":\"divider\"}]}",
                        StandardCharsets.UTF_8))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("\"ok\":true");
        }
        assertThat(slack.conversationsHistory(r -> r.channel("D0ANA"))
                        .getMessages()
                        .getFirst()
                        .getText())
                .isEqualTo("über");
    }

    @Test
    void aFileIsSharedInThreeSteps() throws Exception {
        var shared = slack.filesUploadV2(
                r -> r.channel("D0ANA").filename("spend.csv").title("Spend").content("team,amount\ngrowth,0.88\n"));
        assertThat(shared.isOk()).as("%s", shared).isTrue();
        Message message = slack.conversationsHistory(r -> r.channel("D0ANA"))
                .getMessages()
                .getFirst();
        assertThat(message.getFiles()).singleElement().satisfies(file -> {
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpRequest get =
                        HttpRequest.newBuilder(URI.create(file.getUrlPrivate())).build();
                assertThat(http.send(get, HttpResponse.BodyHandlers.ofString()).body())
                        .contains("growth,0.88");
                HttpRequest another = HttpRequest.newBuilder(URI.create(file.getUrlPrivate() + "?as=omar"))
                        .build();
                assertThat(http.send(another, HttpResponse.BodyHandlers.ofString())
                                .statusCode())
                        .as("whoever does not read the conversation")
                        .isEqualTo(404);
            }
        });
    }
}

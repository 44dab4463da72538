package dev.quartermaster.bot.slack.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.fixture.EdgeTestCase;
import dev.quartermaster.bot.slack.fixture.FakeSlack;
import dev.quartermaster.bot.slack.fixture.FakeSlack.Call;
import dev.quartermaster.bot.slack.fixture.RunningEdge;
import dev.quartermaster.bot.slack.fixture.Trouble;
import dev.quartermaster.intents.people.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboxTest extends EdgeTestCase {
    private static final String BLOCKS = "[{\"type\":\"divider\"}]";
    private RunningEdge other;
    private Outbox outbox;

    @BeforeAll
    void startAnother() {
        other = replica();
        outbox = edge.outbox();
    }

    private static MessageKey key() {
        return new MessageKey("card:" + RunningEdge.unique());
    }

    private static String channel() {
        return "C" + RunningEdge.unique();
    }

    private void sent() {
        await().atMost(Duration.ofSeconds(90))
                .until(() ->
                        edge.count("select count(*) from slack_outbox where state in ('waiting', 'sending')") == 0);
    }

    @Test
    void limitedMessagesArriveAllInOrderAndNoneEarly() {
        Map<String, Long> closedUntil = new ConcurrentHashMap<>();
        AtomicInteger early = new AtomicInteger();
        AtomicLong count = new AtomicLong();
        slack.fault(call -> {
            if (!call.method().equals("chat.postMessage")) return Optional.empty();
            if (closedUntil.getOrDefault(call.get("channel"), 0L) > call.at()) early.incrementAndGet();
            if (count.incrementAndGet() % 40 != 0) return Optional.empty();
            closedUntil.put(call.get("channel"), call.at() + 1_000_000_000L);
            return Optional.of(Trouble.limited(1));
        });
        List<String> channels = List.of(channel(), channel(), channel(), channel(), channel());
        for (int i = 0; i < 500; i++) {
            String text = "message " + i;
            String channel = channels.get(i % 5);
            edge.inTransaction(() -> outbox.say(new Recipient.Channel(channel), Message.text(text)));
        }
        sent();
        assertThat(slack.posts()).hasSize(500);
        assertThat(early).hasValue(0);
        for (int c = 0; c < 5; c++) {
            int first = c;
            assertThat(slack.said(channels.get(c)))
                    .isEqualTo(IntStream.range(0, 100)
                            .mapToObj(i -> "message " + (i * 5 + first))
                            .toList());
        }
    }

    @Test
    void whatIsSaidOnceIsNeitherRepeatedNorEdited() {
        MessageKey alarm = key();
        String channel = channel();
        for (int i = 0; i < 50; i++) {
            outbox.once(alarm, new Recipient.Channel(channel), Message.text("no storage class, seen " + i));
        }
        sent();
        outbox.once(alarm, new Recipient.Channel(channel), Message.text("no storage class, seen again"));
        sent();
        assertThat(slack.said(channel)).containsExactly("no storage class, seen 0");
        assertThat(slack.calls("chat.update")).isEmpty();
    }

    @Test
    void updatesAreHeldAsAMethod() {
        MessageKey one = key();
        MessageKey two = key();
        outbox.post(one, new Recipient.Channel(channel()), Message.text("one"));
        outbox.post(two, new Recipient.Channel(channel()), Message.text("two"));
        sent();
        AtomicLong closedUntil = new AtomicLong();
        AtomicInteger early = new AtomicInteger();
        slack.fault(call -> {
            if (!call.method().equals("chat.update")) return Optional.empty();
            if (closedUntil.get() > call.at()) early.incrementAndGet();
            if (!closedUntil.compareAndSet(0, call.at() + 2_000_000_000L)) return Optional.empty();
            return Optional.of(Trouble.limited(2));
        });
        outbox.edit(one, Message.text("one, changed"));
        await().until(() -> closedUntil.get() != 0);
        await().until(() -> edge.count("select count(*) from slack_hold where held_until > now()") == 1);
        outbox.edit(two, Message.text("two, changed"));
        sent();
        assertThat(early).hasValue(0);
        assertThat(slack.posts())
                .extracting(FakeSlack.Post::text)
                .containsExactlyInAnyOrder("one, changed", "two, changed");
    }

    @Test
    void editChangesTheSameMessageAndOnlyTheNewestIsSent() {
        MessageKey key = key();
        outbox.post(key, new Recipient.Channel("C0X"), new Message("waiting", BLOCKS));
        sent();
        silence();
        for (int i = 0; i < 10; i++) outbox.edit(key, Message.text("state " + i));
        outbox.post(key, new Recipient.Channel("C0X"), Message.text("state 10"));
        speak();
        sent();
        assertThat(slack.posts()).extracting(FakeSlack.Post::text).containsExactly("state 10");
        assertThat(slack.calls("chat.update")).hasSize(1);
        assertThat(slack.calls("chat.update").getFirst().get("blocks")).isEqualTo("[]");
        FakeSlack.Post post = slack.posts().getFirst();
        assertThat(outbox.where(key)).contains(new Card(post.channel(), post.ts(), null));
        assertThat(outbox.at(post.channel(), post.ts())).contains(key);
        assertThat(outbox.at(post.channel(), "1.2")).isEmpty();
    }

    @Test
    void nothingIsSaidOfWhatWasRolledBack() {
        assertThatThrownBy(() -> edge.inTransaction(() -> {
                    outbox.post(key(), new Recipient.Channel("C0X"), Message.text("never"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        edge.inTransaction(() -> outbox.say(new Recipient.Channel("C0X"), Message.text("after")));
        sent();
        assertThat(slack.said("C0X")).containsExactly("after");
    }

    @Test
    void personIsToldInTheirDirectConversationAndBelowACardInItsThread() {
        MessageKey root = key();
        edge.inTransaction(() -> {
            outbox.post(root, new Recipient.Person(new PersonId("omar")), Message.text("card"));
            outbox.say(new Recipient.Under(root), Message.text("below"));
            outbox.say(new Recipient.Channel("approvals"), Message.text("by name"));
        });
        sent();
        FakeSlack.Post card = slack.posts().stream()
                .filter(each -> each.text().equals("card"))
                .findFirst()
                .orElseThrow();
        assertThat(card.channel()).isEqualTo("D0OMAR");
        assertThat(slack.posts())
                .anyMatch(each -> each.text().equals("below") && each.thread().equals(card.ts()));
        assertThat(slack.said("#approvals")).containsExactly("by name");
        Call call = slack.calls("chat.postMessage").getFirst();
        assertThat(call.get("unfurl_links") + call.get("unfurl_media") + call.get("link_names"))
                .matches("(0|false){3}");
    }

    @Test
    void refusedBlocksGoOutAsTextAndAHopelessMessageIsParkedInSight() {
        slack.fault(call -> {
            if (!call.get("blocks").isEmpty() && call.get("blocks").contains("bad")) {
                return Optional.of(Trouble.refused("invalid_blocks"));
            }
            return call.get("channel").equals("C0GONE")
                    ? Optional.of(Trouble.refused("channel_not_found"))
                    : Optional.empty();
        });
        MessageKey gone = key();
        outbox.say(new Recipient.Channel("C0X"), new Message("plain words", "[{\"bad\":1}]"));
        outbox.post(gone, new Recipient.Channel("C0GONE"), Message.text("lost"));
        outbox.say(new Recipient.Channel("C0GONE"), Message.text("behind it"));
        outbox.say(new Recipient.Person(new PersonId("nobody")), Message.text("to nobody"));
        sent();
        assertThat(slack.said("C0X")).containsExactly("plain words");
        assertThat(edge.jdbc()
                        .sql("select trouble from slack_outbox where state = 'parked' order by trouble")
                        .query(String.class)
                        .list())
                .containsExactly("channel_not_found", "channel_not_found", "no_account");
        slack.fault(call -> Optional.empty());
        outbox.edit(gone, Message.text("found again"));
        sent();
        assertThat(slack.said("C0GONE")).containsExactly("found again");
    }

    @Test
    void aTableThatSlackRefusesGoesOutRowByRowBetweenTheOtherBlocks() {
        slack.fault(call -> call.get("blocks").contains("\"table\"")
                ? Optional.of(Trouble.refused("invalid_blocks"))
                : Optional.empty());
        String cell =
                "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}";
        String table =
                "[{\"type\":\"divider\"},{\"type\":\"table\",\"column_settings\":[{},{},{\"align\":\"right\"}],\"rows\":[["
                        + String.join(",", cell.formatted("Person"), cell.formatted("What"), cell.formatted("Hours"))
                        + "],["
                        + String.join(
                                ",", cell.formatted("Ana <!channel>"), cell.formatted("–"), cell.formatted("1.50"))
                        + "]]}]";
        outbox.say(new Recipient.Channel("C0X"), new Message("in short", table));
        sent();
        assertThat(slack.posts())
                .singleElement()
                .satisfies(post -> assertThat(post.body().path("blocks").asString(""))
                        .startsWith("[{\"type\":\"divider\"},{\"type\":\"section\"")
                        .contains("• *Ana &lt;!channel&gt;* · Hours: 1.50"));
        slack.fault(call -> call.get("blocks").isEmpty() || call.get("blocks").equals("[]")
                ? Optional.empty()
                : Optional.of(Trouble.refused("invalid_blocks")));
        outbox.say(new Recipient.Channel("C0Y"), new Message("in short", table));
        sent();
        assertThat(slack.said("C0Y")).containsExactly("in short");
    }

    private static OutboxFile file(String name) {
        return new OutboxFile(name, "A title", "what it shows", name.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesAreSharedInOneMessageBehindWhatWasSaidBefore() {
        String channel = channel();
        edge.inTransaction(() -> {
            outbox.say(new Recipient.Channel(channel), Message.text("the answer"));
            outbox.share(
                    new Recipient.Channel(channel), List.of(file("a.png"), file("b.csv")), Message.text("no files"));
            outbox.say(new Recipient.Channel(channel), Message.text("the next"));
        });
        sent();
        assertThat(slack.said(channel)).containsExactly("the answer", "", "the next");
        assertThat(slack.in(channel)
                        .get(1)
                        .body()
                        .path("files")
                        .valueStream()
                        .map(each -> new String(
                                slack.file(each.path("id").asString()).orElseThrow(), StandardCharsets.UTF_8)))
                .containsExactly("a.png", "b.csv");
        assertThat(slack.calls("files.getUploadURLExternal").getFirst().get("alt_txt"))
                .isEqualTo("what it shows");
        assertThat(edge.count("select count(*) from slack_file")).isZero();
    }

    @Test
    void filesThatAreNotTakenAreSaidInTheirPlaceAndHoldNothingUp() {
        for (Trouble trouble : List.of(Trouble.refused("unknown_method"), Trouble.refused("missing_scope"))) {
            slack.fault(call -> call.method().startsWith("files.") ? Optional.of(trouble) : Optional.empty());
            String channel = channel();
            outbox.share(new Recipient.Channel(channel), List.of(file("a.png")), Message.text("no files"));
            outbox.say(new Recipient.Channel(channel), Message.text("the next"));
            sent();
            assertThat(slack.said(channel)).containsExactly("no files", "the next");
        }
    }

    @Test
    void filesThatCannotBeReachedAreSaidInTheirPlaceAfterAFewTries() {
        slack.fault(call -> call.method().startsWith("files.") ? Optional.of(Trouble.broken()) : Optional.empty());
        String channel = channel();
        outbox.share(new Recipient.Channel(channel), List.of(file("a.png")), Message.text("no files"));
        sent();
        assertThat(slack.said(channel)).containsExactly("no files");
        assertThat(slack.calls("files.getUploadURLExternal")).hasSize(5);
    }

    @Test
    void filesSharedAndThenCutOffAreFoundInTheHistoryAndNotRepeated() {
        for (Trouble trouble : List.of(Trouble.takenAndLost(), Trouble.dead(true))) {
            AtomicInteger cuts = new AtomicInteger();
            slack.fault(call -> call.method().equals("files.completeUploadExternal") && cuts.incrementAndGet() % 2 == 1
                    ? Optional.of(trouble)
                    : Optional.empty());
            String channel = channel();
            for (int i = 0; i < 5; i++) {
                outbox.share(new Recipient.Channel(channel), List.of(file(i + ".csv")), Message.text("no files"));
            }
            sent();
            assertThat(slack.in(channel).stream()
                            .map(post ->
                                    post.body().path("files").path(0).path("id").asString(""))
                            .map(id -> new String(slack.file(id).orElseThrow(), StandardCharsets.UTF_8)))
                    .containsExactly("0.csv", "1.csv", "2.csv", "3.csv", "4.csv");
        }
    }

    /** The second as a client sees it that keeps its connections: it must not repeat by itself what it sent on one. */
    @Test
    void postedAndThenCutOffIsFoundInTheHistoryAndNotRepeated() {
        cutOff(Trouble.takenAndLost());
        cutOff(Trouble.dead(true));
    }

    private void cutOff(Trouble trouble) {
        AtomicInteger cuts = new AtomicInteger();
        slack.fault(call -> call.method().equals("chat.postMessage") && cuts.incrementAndGet() % 3 == 0
                ? Optional.of(trouble)
                : Optional.empty());
        String channel = channel();
        for (int i = 0; i < 30; i++) outbox.post(key(), new Recipient.Channel(channel), Message.text("once " + i));
        sent();
        assertThat(slack.said(channel))
                .isEqualTo(IntStream.range(0, 30).mapToObj(i -> "once " + i).toList());
        assertThat(edge.count("select count(*) from slack_message where channel = '" + channel + "'"))
                .isEqualTo(30);
    }

    @Test
    void slackBeingDownDelaysAndLosesNothing() {
        slack.fault(call -> Optional.of(Trouble.broken()));
        String channel = channel();
        for (int i = 0; i < 20; i++) outbox.say(new Recipient.Channel(channel), Message.text("kept " + i));
        await().until(() -> slack.calls("conversations.history").size() >= 2);
        slack.fault(call -> Optional.empty());
        sent();
        assertThat(slack.said(channel))
                .isEqualTo(IntStream.range(0, 20).mapToObj(i -> "kept " + i).toList());
    }

    @Test
    void homeAndWhisperAreSentAndOnlyTheNewestHome() {
        silence();
        for (int i = 0; i < 5; i++) outbox.publishHome("U0ANA", "{\"type\":\"home\",\"n\":" + i + "}");
        outbox.ephemeral("C0X", "U0ANA", Message.text("only you"));
        speak();
        sent();
        assertThat(slack.calls("views.publish"))
                .extracting(call -> call.get("view"))
                .containsExactly("{\"type\":\"home\",\"n\":4}");
        assertThat(slack.calls("chat.postEphemeral"))
                .extracting(call -> call.get("user"))
                .containsExactly("U0ANA");
    }

    private void silence() {
        edge.silent();
        other.silent();
    }

    private void speak() {
        edge.send();
        other.send();
    }
}

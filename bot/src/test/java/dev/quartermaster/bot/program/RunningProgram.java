package dev.quartermaster.bot.program;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.quartermaster.actions.cluster.simulated.Asked;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.slack.ButtonHandler;
import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program with everything embedded; people speak to it where Slack's events have become what was heard. */
public record RunningProgram(ConfigurableApplicationContext context, Path home, boolean confirmed)
        implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);

    public static RunningProgram start(String... settings) {
        return ProgramStart.with(settings);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("server.port");
    }

    /** What was given up on: said and not taken by Slack (here: by the stand-in with Slack's limits), heard and not worked. */
    public List<String> parked() {
        return jdbc().sql("""
                        select concat_ws(' ', 'outbox', act, trouble, coalesce(blocks, text)) from slack_outbox where state = 'parked'
                        union all select concat_ws(' ', 'inbox', key, trouble) from slack_inbox where state = 'parked'
                        union all select concat_ws(' ', 'notice', kind, trouble) from notice where trouble is not null""").query(String.class).list();
    }

    /** The same, where Slack was not asked about whoever speaks. */
    public RunningProgram unconfirmed() {
        return new RunningProgram(context, home, false);
    }

    public void types(String person, String command) {
        heard(conversation -> conversation.commanded(
                new SlackInteraction.Commanded(key(), speaker(person), time().now(), "C0", command)));
    }

    /** In a channel, where others read, in a thread of its own. */
    public void says(String person, String channel, String words) {
        says(person, place(person, "name", channel), words, false);
    }

    /** In the direct messages with the bot. */
    public void tells(String person, String words) {
        says(person, place(person, "direct", "true"), words, true);
    }

    /** In the thread of a card. */
    public void saysBelow(String person, String card, String words) {
        saysBelow(person, where(card), words);
    }

    private void saysBelow(String person, SlackInteraction.Card on, String words) {
        String root = on.thread() == null ? on.ts() : on.thread();
        says(person, new Place(on.channel(), root), words, on.channel().startsWith("D"));
    }

    /** As {@link #answers}, to what is said in the thread of a card, which stands in Slack before nothing is sent. */
    public List<String> answersBelow(String person, String card, String words) {
        SlackInteraction.Card on = where(card);
        return answers(() -> saysBelow(person, on, words));
    }

    /** What is written to anybody while this is done, in order. */
    public List<String> answers(Runnable work) {
        List<String> written = new ArrayList<>();
        unsent(() -> {
            long before = jdbc().sql("select coalesce(max(id), 0) from slack_outbox")
                    .query(Long.class)
                    .single();
            work.run();
            written.addAll(
                    jdbc().sql("select concat_ws(' ', to_id, text, blocks) from slack_outbox where id > ? order by id")
                            .param(before)
                            .query(String.class)
                            .list());
        });
        return written;
    }

    private void says(String person, Place place, String words, boolean direct) {
        heard(conversation -> conversation.said(
                new SlackInteraction.Said(key(), speaker(person), time().now(), place, words, "1.1", direct)));
    }

    private Place place(String person, String field, String value) {
        for (JsonNode each : page("state?as=" + person).path("channels")) {
            if (each.path(field).asString("").equals(value)) {
                return new Place(each.path("id").asString(""), null);
            }
        }
        throw new AssertionError("Nothing with " + field + " " + value + " for " + person);
    }

    public void presses(String person, String card, String action, String value) {
        SlackInteraction.Card on = where(card);
        ButtonHandler button = context.getBeanProvider(ButtonHandler.class).stream()
                .filter(each -> each.actions().matcher(action).matches())
                .findFirst()
                .orElseThrow();
        heard(conversation -> conversation.clicked(
                new SlackInteraction.Clicked(key(), speaker(person), time().now(), on, action, value, "t"), button));
    }

    /** As a part of the program says something to the others. */
    void publishes(Object event) {
        context.publishEvent(event);
    }

    public void sends(String person, String form, String data, Map<String, List<String>> values) {
        Form sent = context.getBeanProvider(Form.class).stream()
                .filter(each -> each.id().equals(form))
                .findFirst()
                .orElseThrow();
        heard(conversation -> conversation.submitted(
                new SlackInteraction.Submitted(key(), speaker(person), time().now(), form, data, values), sent));
    }

    /** Everything that stands in the channels and messages somebody can see. */
    public List<String> told(String person) {
        List<String> told = new ArrayList<>();
        for (JsonNode channel : page("state?as=" + person).path("channels")) {
            messages(person, channel.path("id").asString("")).forEach(message -> told.add(message.toString()));
        }
        return told;
    }

    /** Every message to somebody, in order; of those that stand in Slack no words are kept. */
    public List<String> written(String person) {
        return jdbc().sql("""
                        select concat_ws(' ', text, blocks) from slack_outbox where to_kind = 'person' and to_id = ?
                        order by id""").param(person).query(String.class).list();
    }

    /** Nothing is sent meanwhile, so that all that is written can be read at once: Slack takes one message a second. */
    public void unsent(Runnable work) {
        Lifecycle senders = (Lifecycle) context.getBean("senderPool");
        senders.stop();
        try {
            work.run();
        } finally {
            senders.start();
        }
    }

    public List<String> cards(String like) {
        return jdbc().sql("select card from slack_outbox where act = 'post' and card like ? order by id")
                .param(like)
                .query(String.class)
                .list();
    }

    /** One message as it stands now, seen by somebody who can see it. */
    public String card(String person, String key) {
        SlackInteraction.Card at = where(key);
        return messages(person, at.channel()).stream()
                .filter(message -> message.path("ts").asString("").equals(at.ts()))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }

    public List<JsonNode> messages(String person, String channel) {
        List<JsonNode> messages = new ArrayList<>();
        page("messages?as=" + person + "&channel=" + channel).path("messages").forEach(messages::add);
        return messages;
    }

    /** What the page of the local workspace reads. */
    public JsonNode page(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/workspace/page/" + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(http.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SlackInteraction.Card where(String key) {
        return eventually(
                () -> context.getBean(Outbox.class).where(new MessageKey(key)).orElse(null), key);
    }

    public String state(String request) {
        return jdbc().sql("select state from request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    /** The newest request of somebody. */
    public String request(String person) {
        return jdbc().sql("select id from request where asker = ? order by asked_at desc limit 1")
                .param(person)
                .query(String.class)
                .single();
    }

    public String digest(String request) {
        return jdbc().sql("select digest from request where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    /** Has a recurring task done now, and waits for it. */
    public void runs(String task) {
        Instant before = done(task);
        eventually(() -> begun(task));
        eventually(() -> done(task).isAfter(before));
    }

    private boolean begun(String task) {
        try {
            return context.getBean(SchedulerClient.class)
                    .reschedule(TaskInstanceId.of(task, RecurringTask.INSTANCE), Instant.now());
        } catch (TaskInstanceCurrentlyExecutingException running) {
            return false;
        }
    }

    private Instant done(String task) {
        return jdbc().sql("select coalesce(last_success, 'epoch') from scheduled_tasks where task_name = ?")
                .param(task)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(Instant.MIN);
    }

    public void clock(Instant moment) {
        time().offset(Duration.ZERO);
        time().offset(Duration.between(time().now(), moment));
    }

    public void eventually(Supplier<Boolean> so) {
        eventually(() -> so.get() ? true : null, "what was waited for");
    }

    private static <T> T eventually(Supplier<T> found, String what) {
        long end = System.nanoTime() + LONG.toNanos();
        while (System.nanoTime() < end) {
            T now = found.get();
            if (now != null) {
                return now;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Not within " + LONG + ": " + what);
    }

    /** What somebody said, typed or pressed, in a transaction as the inbox has one. */
    public void heard(Consumer<Conversation> said) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> said.accept(context.getBean(Conversation.class)));
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public DatabaseTime time() {
        return context.getBean(DatabaseTime.class);
    }

    public static EventKey key() {
        return new EventKey("test-" + UUID.randomUUID());
    }

    public Speaker speaker(String person) {
        return new Speaker(
                new PersonId(person), "U" + person.toUpperCase(), "T0", ZoneId.of("Europe/London"), confirmed);
    }

    @Override
    public void close() {
        Set<Asked> undeclared = ClusterCalls.undeclared(context);
        context.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!undeclared.isEmpty()) {
            throw new AssertionError("The cluster was asked for what no right is declared for: " + undeclared);
        }
    }
}

package dev.quartermaster.bot.evaluation;

import dev.quartermaster.bot.program.RunningProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * In place of Slack, which takes one message a second: whatever is written stands at once where it was to go, so that its
 * buttons can be pressed and its thread written in. What Slack's limits do to messages is not played.
 */
final class InstantDelivery implements AutoCloseable {
    private record Written(
            long id,
            @Nullable String card,
            String act,
            String kind,
            String to,
            @Nullable String more,
            String text,
            @Nullable String blocks) {}

    private record Spot(String channel, @Nullable String thread, String person) {}

    private final JdbcClient jdbc;
    private final Lifecycle senders;
    /** Channels by id and by name, with the person whose DM it is. */
    private final Map<String, Spot> channels = new LinkedHashMap<>();

    private final Map<String, String> people = new LinkedHashMap<>();
    private final List<WrittenMessage> standing = new ArrayList<>();
    private final List<WrittenMessage> heard = new ArrayList<>();
    private long clock = System.currentTimeMillis() * 1_000;

    InstantDelivery(RunningProgram program) {
        jdbc = program.jdbc();
        senders = (Lifecycle) program.context().getBean("senderPool");
        senders.stop();
        program.page("state?as=ana").path("people").forEach(person -> {
            String account = person.path("account").asString();
            people.put(person.path("id").asString(), account);
            program.page("state?as=" + account).path("channels").forEach(channel -> channel(channel, account));
        });
    }

    private void channel(JsonNode channel, String account) {
        String id = channel.path("id").asString();
        boolean direct = channel.path("direct").asBoolean();
        Spot spot = new Spot(id, null, direct ? account : "");
        channels.put(id, spot);
        channels.put(direct ? "dm:" + account : channel.path("name").asString(), spot);
    }

    /** The id of a channel by its name, or of the DM with somebody. */
    String channel(String name) {
        return Optional.ofNullable(channels.get(name)).orElseThrow().channel();
    }

    String direct(String person) {
        return channel("dm:" + person);
    }

    /** A place in a channel that nothing stands at yet. */
    String nextTs() {
        String micros = "" + ++clock;
        return micros.substring(0, 10) + "." + micros.substring(10);
    }

    /** Everything that stands, the newest last. */
    List<WrittenMessage> standing() {
        take();
        return List.copyOf(standing);
    }

    /** What was written or changed since this was asked last. */
    List<WrittenMessage> written() {
        take();
        List<WrittenMessage> written = List.copyOf(heard);
        heard.clear();
        return written;
    }

    /** Nothing that stands is seen any more. */
    void forget() {
        take();
        standing.clear();
        heard.clear();
    }

    private void take() {
        for (long id : jdbc.sql("select id from slack_outbox where state = 'waiting' order by id")
                .query(Long.class)
                .list()) {
            jdbc.sql("""
                            update slack_outbox set state = 'sent', sent_at = now() where id = ? and state = 'waiting'
                            returning id, card, act, to_kind as kind, to_id as "to", to_more as more, text, blocks""").param(id).query(Written.class).optional().ifPresent(this::take);
        }
    }

    private void take(Written message) {
        switch (message.act()) {
            case "post" -> posted(message, spot(message));
            case "edit" -> edited(message);
            case "ephemeral" -> posted(message, channels.get("dm:" + person(String.valueOf(message.more()))));
            default -> {}
        }
    }

    private void posted(Written message, @Nullable Spot spot) {
        if (spot == null) {
            return;
        }
        WrittenMessage posted = new WrittenMessage(
                spot.channel(),
                nextTs(),
                spot.thread(),
                message.card(),
                spot.person(),
                message.text(),
                message.blocks());
        standing.add(posted);
        heard.add(posted);
        if (message.card() != null) {
            jdbc.sql("insert into slack_message (card, lane, channel, ts, thread)"
                            + " select ?, lane, ?, ?, ? from slack_outbox where id = ? on conflict do nothing")
                    .params(message.card(), posted.channel(), posted.ts(), posted.thread(), message.id())
                    .update();
        }
    }

    private void edited(Written message) {
        for (int at = 0; at < standing.size(); at++) {
            if (message.to().equals(standing.get(at).card())) {
                WrittenMessage now = standing.get(at).saying(message.text(), message.blocks());
                standing.set(at, now);
                heard.add(now);
            }
        }
    }

    private @Nullable Spot spot(Written message) {
        return switch (message.kind()) {
            case "person" -> channels.get("dm:" + message.to());
            case "user" -> channels.get("dm:" + person(message.to()));
            case "channel" -> channels.get(message.to().replaceFirst("^#", ""));
            case "thread" -> in(message.to(), message.more());
            default ->
                standing.stream()
                        .filter(root -> message.to().equals(root.card()))
                        .findFirst()
                        .map(root -> in(root.channel(), root.root()))
                        .orElse(null);
        };
    }

    private @Nullable Spot in(String channel, @Nullable String thread) {
        Spot spot = channels.get(channel);
        return spot == null ? null : new Spot(spot.channel(), thread, spot.person());
    }

    /** By the workspace's account, or by the one that {@code RunningProgram} speaks as. */
    private String person(String user) {
        return people.getOrDefault(user, user.replaceFirst("^U", "").toLowerCase(Locale.ROOT));
    }

    /** Slack's limits are back; what was written meanwhile is not sent. */
    @Override
    public void close() {
        take();
        senders.start();
    }
}

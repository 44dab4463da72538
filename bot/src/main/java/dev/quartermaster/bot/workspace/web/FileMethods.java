package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files in Slack's three steps: ask where to put it, put it there, share it. https://docs.slack.dev/messaging/working-with-files */
public final class FileMethods {
    private static final long LARGEST = 50L << 20;

    private final Path folder;
    private final Conversations conversations;
    private final EventSender events;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(String name, String alt) {}

    public FileMethods(Path folder, Conversations conversations, EventSender events) {
        this.folder = folder.resolve("files");
        this.conversations = conversations;
        this.events = events;
    }

    Map<String, Method> methods() {
        return Map.of("files.getUploadURLExternal", this::where, "files.completeUploadExternal", this::share);
    }

    private ObjectNode where(ApiCall call) {
        if (!call.given("filename")) return SlackAnswer.error("invalid_arguments");
        if (call.node("length").asLong(0) <= 0) return SlackAnswer.error("invalid_arguments");
        if (call.node("length").asLong(0) > LARGEST) return SlackAnswer.error("file_upload_size_restricted");
        String id = "F0" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        asked.put(id, new Asked(call.text("filename").replaceAll("[^A-Za-z0-9._ -]", "_"), call.text("alt_txt")));
        return SlackAnswer.ok()
                .put("upload_url", call.base() + "/workspace/upload/" + id)
                .put("file_id", id);
    }

    /** False when nobody asked for this place. */
    public boolean put(String id, InputStream content) {
        Asked place = asked.get(id);
        if (place == null) return false;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(id + ".about"), place.name() + "\n" + place.alt());
            Files.write(folder.resolve(id), content.readNBytes((int) LARGEST));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored bytes of a shared file. */
    public Optional<Path> stored(String id) {
        return Optional.of(id)
                .filter(i -> i.matches("F0[A-F0-9]{32}"))
                .map(folder::resolve)
                .filter(Files::isRegularFile);
    }

    private ObjectNode share(ApiCall call) {
        ObjectNode body = Payloads.object().put("type", "message").put("user", WorkspacePeople.BOT_USER);
        body.put("bot_id", WorkspacePeople.BOT)
                .put("app_id", WorkspacePeople.APP)
                .put("text", call.text("initial_comment"));
        if (call.given("thread_ts")) body.put("thread_ts", call.text("thread_ts"));
        ArrayNode files = body.putArray("files");
        for (JsonNode file : call.node("files")) {
            Optional<Path> stored = stored(file.path("id").asString(""));
            if (stored.isEmpty()) return SlackAnswer.error("file_not_found");
            files.add(shape(file, stored.get(), call.base()));
        }
        if (files.isEmpty()) return SlackAnswer.error("invalid_arguments");
        ObjectNode answer = SlackAnswer.ok();
        answer.set("files", files.deepCopy());
        String channel = call.given("channel_id") ? call.text("channel_id") : call.text("channels");
        if (channel.isEmpty()) return answer;
        Optional<WorkspaceChannel> conversation = conversations.find(channel);
        if (conversation.isEmpty()) return SlackAnswer.error("channel_not_found");
        events.botSaid(conversation.get(), conversations.post(conversation.get(), body, null));
        return answer;
    }

    /** As it was asked for, even before a restart. */
    private Asked about(String id) {
        try {
            String[] lines = Files.readString(folder.resolve(id + ".about")).split("\n", 2);
            return new Asked(lines[0], lines.length > 1 ? lines[1] : "");
        } catch (IOException forgotten) {
            return new Asked(id, "");
        }
    }

    private ObjectNode shape(JsonNode file, Path stored, String base) {
        String id = file.path("id").asString("");
        Asked about = about(id);
        String name = about.name();
        String type =
                name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toLowerCase() : "";
        String link = base + "/workspace/files/" + id + "/" + name.replace(" ", "%20");
        try {
            return Payloads.object()
                    .put("id", id)
                    .put("name", name)
                    .put("title", file.path("title").asString(name))
                    .put("filetype", type)
                    .put("alt_txt", about.alt())
                    .put("size", Files.size(stored))
                    .put("url_private", link)
                    .put("permalink", link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

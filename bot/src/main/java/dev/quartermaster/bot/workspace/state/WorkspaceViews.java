package dev.quartermaster.bot.workspace.state;

import dev.quartermaster.bot.workspace.blocks.BlockSearch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Open modals, a stack of at most three a person, and each person's Home tab. Modals may show a password, so they live in memory only; Home
 * tabs are kept.
 */
public final class WorkspaceViews {
    private static final int STACK = 3;

    private final Map<String, List<ObjectNode>> stacks = new HashMap<>();
    private final Map<String, ObjectNode> homes = new HashMap<>();
    private final Journal journal;
    private final LiveUpdates live;

    public WorkspaceViews(Journal journal, LiveUpdates live) {
        this.journal = journal;
        this.live = live;
    }

    public synchronized ObjectNode open(String user, JsonNode view) {
        ObjectNode opened = complete(view, null);
        stacks.put(user, new ArrayList<>(List.of(opened)));
        tell(user);
        return opened;
    }

    /** Empty when three are open already. */
    public synchronized Optional<ObjectNode> push(String user, JsonNode view) {
        List<ObjectNode> stack = stacks.computeIfAbsent(user, u -> new ArrayList<>());
        if (stack.size() >= STACK) return Optional.empty();
        ObjectNode top = stack.isEmpty() ? null : stack.getLast();
        ObjectNode pushed = complete(view, top);
        stack.add(pushed);
        tell(user);
        return Optional.of(pushed);
    }

    /** Replaces a modal wherever it is in its stack; its id stays, its hash changes. Empty when it is closed. */
    public synchronized Optional<ObjectNode> update(String id, JsonNode view) {
        for (Map.Entry<String, List<ObjectNode>> entry : stacks.entrySet()) {
            List<ObjectNode> stack = entry.getValue();
            for (int i = 0; i < stack.size(); i++) {
                ObjectNode old = stack.get(i);
                if (!old.path("id").asString("").equals(id)) continue;
                ObjectNode fresh = complete(view, null).put("id", id);
                for (String field : List.of("root_view_id", "previous_view_id")) fresh.set(field, old.get(field));
                stack.set(i, fresh);
                tell(entry.getKey());
                return Optional.of(fresh);
            }
        }
        return Optional.empty();
    }

    public synchronized ObjectNode publish(String user, JsonNode view) {
        ObjectNode home = complete(view, null);
        if (homes.containsKey(user)) {
            String id = homes.get(user).path("id").asString("");
            home.put("id", id).put("root_view_id", id);
        }
        homes.put(user, home);
        journal.append(line(user, home));
        live.tell(Set.of(user), JsonNodeFactory.instance.objectNode().put("type", "home"));
        return home;
    }

    public synchronized Optional<ObjectNode> home(String user) {
        return Optional.ofNullable(homes.get(user));
    }

    public synchronized List<ObjectNode> stack(String user) {
        return List.copyOf(stacks.getOrDefault(user, List.of()));
    }

    /** A modal or Home tab that {@code user} has in front of them. */
    public synchronized Optional<ObjectNode> of(String user, String id) {
        if (homes.containsKey(user) && homes.get(user).path("id").asString("").equals(id)) return home(user);
        return stack(user).stream()
                .filter(v -> v.path("id").asString("").equals(id))
                .findFirst();
    }

    public synchronized Optional<ObjectNode> any(String field, String value) {
        return stacks.values().stream()
                .flatMap(List::stream)
                .filter(v -> !value.isEmpty() && v.path(field).asString("").equals(value))
                .findFirst();
    }

    /** Closes the view and whatever is above it. */
    public synchronized void close(String user, String id) {
        List<ObjectNode> stack = stacks.getOrDefault(user, new ArrayList<>());
        for (int i = 0; i < stack.size(); i++)
            if (stack.get(i).path("id").asString("").equals(id)) {
                stack.subList(i, stack.size()).clear();
                break;
            }
        tell(user);
    }

    public synchronized void clear(String user) {
        stacks.remove(user);
        tell(user);
    }

    public synchronized void restore(ObjectNode line) {
        if (line.path("kind").asString("").equals("home") && line.path("view") instanceof ObjectNode view)
            homes.put(line.path("user").asString(""), view);
    }

    public synchronized List<ObjectNode> kept() {
        return homes.entrySet().stream()
                .map(e -> line(e.getKey(), e.getValue()))
                .toList();
    }

    private static ObjectNode line(String user, ObjectNode home) {
        ObjectNode line =
                JsonNodeFactory.instance.objectNode().put("kind", "home").put("user", user);
        line.set("view", home);
        return line;
    }

    private void tell(String user) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "views");
        ArrayNode stack = event.putArray("stack");
        stack(user).forEach(stack::add);
        live.tell(Set.of(user), event);
    }

    /** Everything Slack adds to a view; https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
    private static ObjectNode complete(JsonNode given, @Nullable ObjectNode below) {
        ObjectNode view = (ObjectNode) given.deepCopy();
        String id = "V0"
                + UUID.randomUUID().toString().replace("-", "").toUpperCase().substring(0, 12);
        view.put("id", id)
                .put("team_id", WorkspacePeople.TEAM)
                .put("app_id", WorkspacePeople.APP)
                .put("bot_id", WorkspacePeople.BOT);
        view.put("app_installed_team_id", WorkspacePeople.TEAM);
        view.put("hash", System.nanoTime() + "." + UUID.randomUUID().toString().substring(0, 8));
        view.put("root_view_id", below == null ? id : below.path("root_view_id").asString(id));
        if (below == null) view.putNull("previous_view_id");
        else view.set("previous_view_id", below.get("id"));
        for (String field : List.of("private_metadata", "callback_id", "external_id"))
            if (!view.has(field)) view.put(field, "");
        for (String field : List.of("clear_on_close", "notify_on_close")) if (!view.has(field)) view.put(field, false);
        for (String field : List.of("title", "submit", "close")) if (!view.has(field)) view.putNull(field);
        view.putObject("state").putObject("values");
        BlockSearch.named(view.path("blocks"));
        return view;
    }
}

package dev.quartermaster.bot.workspace.page;

import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.LiveUpdates;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings.Account;
import dev.quartermaster.bot.workspace.state.WorkspaceViews;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Serves the page and what it reads: people, channels, messages, Home, files and the live stream. */
public final class PageRoutes {
    private static final int SHOWN = 1_000;
    private static final String POLICY = "default-src 'self'; img-src 'self' https: data:; style-src 'self'; "
            + "script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final WorkspaceSettings settings;
    private final WorkspacePeople people;
    private final Conversations conversations;
    private final WorkspaceViews views;
    private final LiveUpdates live;

    public PageRoutes(WorkspaceSettings settings, WorkspaceParts parts) {
        this.settings = settings;
        this.people = parts.people();
        this.conversations = parts.conversations();
        this.views = parts.views();
        this.live = parts.live();
    }

    public ServerResponse index(ServerRequest request) {
        return resource("index.html");
    }

    public ServerResponse asset(ServerRequest request) {
        String path = request.pathVariable("path");
        return path.matches("[a-z0-9-]+\\.(js|css|svg)")
                ? resource(path)
                : ServerResponse.notFound().build();
    }

    private static ServerResponse resource(String name) {
        Resource resource = new ClassPathResource("workspace/" + name);
        if (!resource.exists()) return ServerResponse.notFound().build();
        MediaType type = name.endsWith(".js")
                ? MediaType.valueOf("text/javascript;charset=utf-8")
                : MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        return ServerResponse.ok()
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .body(resource);
    }

    /** Everything but the messages: who there is, what waits for each, the channels of {@code as}, open modals. */
    public ServerResponse state(ServerRequest request) {
        String user = user(request);
        ObjectNode state = Payloads.object()
                .put("me", user)
                .put("notice", settings.notice().get())
                .put("ahead", settings.time().ahead().toSeconds());
        state.put("team", WorkspacePeople.TEAM_NAME);
        ObjectNode bot = state.putObject("bot");
        bot.put("id", WorkspacePeople.BOT_USER)
                .put("name", WorkspacePeople.BOT_NAME)
                .put("command", "/qm");
        ArrayNode persons = state.putArray("people");
        people.ids().forEach(id -> persons.add(person(id)));
        ArrayNode channels = state.putArray("channels");
        conversations.all().stream()
                .filter(c -> !c.direct() || c.has(user))
                .forEach(c -> channels.add(channel(c, user)));
        ArrayNode stack = state.putArray("views");
        views.stack(user).forEach(stack::add);
        return json(state);
    }

    private ObjectNode person(String id) {
        Account account = people.account(id).orElseThrow();
        ObjectNode person = Payloads.object().put("id", id).put("account", account.id());
        person.put("name", account.name()).put("email", account.email()).put("role", account.role());
        person.put("team", account.team()).put("token", settings.apiTokens().getOrDefault(account.email(), ""));
        ObjectNode unread = person.putObject("unread");
        for (Map.Entry<String, Integer> waiting : conversations.waiting(id).entrySet())
            unread.put(waiting.getKey(), waiting.getValue());
        return person;
    }

    private ObjectNode channel(WorkspaceChannel conversation, String user) {
        ObjectNode channel = Payloads.object().put("id", conversation.id()).put("name", conversation.name());
        channel.put("direct", conversation.direct()).put("member", conversation.has(user));
        channel.put("fresh", conversations.fresh(user, conversation));
        ArrayNode members = channel.putArray("members");
        conversation.members().stream().sorted().forEach(members::add);
        return channel;
    }

    /** The newest {@value #SHOWN} messages: a page that shows more is of no use to anybody. */
    public ServerResponse messages(ServerRequest request) {
        String user = user(request);
        ObjectNode answer = Payloads.object();
        ArrayNode messages = answer.putArray("messages");
        List<WorkspaceMessage> visible = conversations
                .find(request.param("channel").orElse(""))
                .filter(c -> c.has(user))
                .map(c -> conversations.messages(c.id()))
                .orElse(List.of())
                .stream()
                .filter(m -> m.visibleTo(user))
                .toList();
        visible.subList(Math.max(0, visible.size() - SHOWN), visible.size())
                .forEach(m -> messages.add(Conversations.shown(m)));
        return json(answer);
    }

    public ServerResponse home(ServerRequest request) {
        ObjectNode answer = Payloads.object();
        views.home(user(request)).ifPresent(view -> answer.set("view", view));
        return json(answer);
    }

    public ServerResponse live(ServerRequest request) {
        return live.connect(user(request));
    }

    /** A file that was shared where the person of {@code ?as=} reads; shown in place only when it is a picture. */
    public ServerResponse file(ServerRequest request, Optional<Path> stored) throws IOException {
        String name = request.pathVariable("name");
        boolean shared = conversations.shares(user(request), request.pathVariable("id"));
        if (stored.isEmpty() || !shared) return ServerResponse.notFound().build();
        MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
        boolean picture = type.equals(MediaType.IMAGE_PNG) || type.equals(MediaType.IMAGE_JPEG);
        return ServerResponse.ok()
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", picture ? "inline" : "attachment")
                .body(new FileSystemResource(stored.get()));
    }

    /** The person of {@code ?as=}; whoever is first when nobody, or nobody known, is named. */
    private String user(ServerRequest request) {
        return request.param("as")
                .flatMap(people::byAccountId)
                .orElseGet(() -> people.ids().iterator().next());
    }

    private static ServerResponse json(ObjectNode body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body.toString());
    }
}

package dev.quartermaster.bot.workspace.page;

import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.page.PersonCall.Action;
import dev.quartermaster.bot.workspace.state.ClockOffset;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.LiveUpdates;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ResponseUrls;
import dev.quartermaster.bot.workspace.web.SlackAnswer;
import dev.quartermaster.bot.workspace.web.WebApi;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /workspace/person/{action}}: what people do on the page, as JSON with {@code as}, the account's short name. */
public final class PersonRoutes {
    /** Four weeks a click. */
    private static final int MOST_MINUTES = 40_320;

    private final WorkspacePeople people;
    private final Conversations conversations;
    private final EventSender events;
    private final JsonMapper json;
    private final ClockOffset time;
    private final LiveUpdates live;
    private final Map<String, Action> actions = new HashMap<>();

    public PersonRoutes(WorkspaceParts parts, EventSender events, ResponseUrls responses, ClockOffset time) {
        this.people = parts.people();
        this.conversations = parts.conversations();
        this.events = events;
        this.json = parts.json();
        this.live = parts.live();
        this.time = time;
        PersonMessages speaking = new PersonMessages(parts, events, responses);
        PersonInteractions interacting = new PersonInteractions(parts, responses);
        actions.put("say", speaking::say);
        actions.put("click", interacting::click);
        actions.put("options", interacting::options);
        actions.put("submit", interacting::submit);
        actions.put("close", interacting::close);
        actions.put("opened", this::opened);
        actions.put("read", this::read);
        actions.put("dismiss", this::dismiss);
        actions.put("forward", this::forward);
    }

    public ServerResponse answer(ServerRequest request) throws ServletException, IOException {
        boolean isJson = request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_JSON::isCompatibleWith)
                .isPresent();
        if (!isJson) return ServerResponse.status(415).build();
        Action action = actions.get(request.pathVariable("action"));
        if (action == null) return ServerResponse.notFound().build();
        Optional<ObjectNode> body = body(request);
        Optional<String> user =
                body.flatMap(b -> people.byAccountId(b.path("as").asString("")));
        ObjectNode answer = user.isEmpty()
                ? SlackAnswer.error("person_not_found")
                : action.answer(new PersonCall(user.get(), body.orElseThrow(), WebApi.base(request)));
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(answer.toString());
    }

    private Optional<ObjectNode> body(ServerRequest request) throws IOException {
        try {
            JsonNode body = json.readTree(request.servletRequest().getInputStream());
            return body instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The person looks at the app: its messages or its Home tab. */
    private ObjectNode opened(PersonCall call) {
        String tab = call.text("tab").equals("home") ? "home" : "messages";
        events.homeOpened(call.user(), tab);
        return SlackAnswer.ok();
    }

    /** Takes away a message only this person sees. */
    private ObjectNode dismiss(PersonCall call) {
        conversations
                .message(call.text("channel"), call.text("ts"))
                .filter(m -> call.user().equals(m.onlyFor()))
                .ifPresent(conversations::delete);
        return SlackAnswer.ok();
    }

    /** Moves the clock; every open page reads the state again. */
    private ObjectNode forward(PersonCall call) {
        int minutes = call.node("minutes").asInt(0);
        if (minutes < 1 || minutes > MOST_MINUTES) return SlackAnswer.error("invalid_arguments");
        time.forward(Duration.ofMinutes(minutes));
        live.tellAll(Payloads.object().put("type", "unread"));
        return SlackAnswer.ok();
    }

    private ObjectNode read(PersonCall call) {
        Optional<WorkspaceChannel> found =
                conversations.find(call.text("channel")).filter(c -> c.has(call.user()));
        found.ifPresent(c -> conversations.read(call.user(), c));
        return found.isPresent() ? SlackAnswer.ok() : SlackAnswer.error("channel_not_found");
    }
}

package dev.quartermaster.bot.slack.intake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload.User;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.app.InteractionContext;
import dev.quartermaster.bot.slack.app.SlackApp;
import dev.quartermaster.bot.slack.identity.Account;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.inbox.InboundEvent;
import dev.quartermaster.bot.slack.inbox.Inbox;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.reading.EventKey;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whatever Slack delivers, by HTTP or by socket, once it is known to be Slack's: stored before it is answered, or, where
 * Slack waits for more than a word (a form to open, what is wrong with one sent in, options), handled at once.
 */
@Component
public final class Intake {
    /** Signed, and yet not what Slack sends: nothing is kept, and a repetition will not help. */
    private static final int STRANGE = 400;
    /** Could not be stored or judged now: Slack brings an event again, and shows a person that it failed. */
    private static final int LATER = 503;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final SlackApp app;
    private final Inbox inbox;
    private final Accounts accounts;
    private final DatabaseTime time;

    Intake(SlackApp app, Inbox inbox, Accounts accounts, DatabaseTime time) {
        this.app = app;
        this.inbox = inbox;
        this.accounts = accounts;
        this.time = time;
    }

    /** @param body as posted, or an envelope's payload */
    public Response take(String body) {
        return careful(() -> {
            Request<?> request = app.requests().read(body);
            return request == null ? unknown(body) : taken(request);
        });
    }

    private Response taken(Request<?> request) {
        return switch (request) {
            case EventRequest event -> concernsUs(event) ? stored(InboundEvent.of(event)) : Response.ok();
            case SlashCommandRequest command when app.opensForm(command) -> opening(InboundEvent.of(command));
            case SlashCommandRequest command -> stored(InboundEvent.of(command));
            case BlockActionRequest click -> clicked(InboundEvent.of(click), click);
            case ViewSubmissionRequest form -> submitted(InboundEvent.of(form));
            case BlockSuggestionRequest search -> searched(search);
            default -> app.run(request);
        };
    }

    /** A kind of delivery that came up after this was built. */
    private Response unknown(String body) {
        String json = app.requests().json(body);
        boolean typed = json != null
                && !JsonParser.parseString(json)
                        .getAsJsonObject()
                        .get("type")
                        .getAsString()
                        .isEmpty();
        return typed ? Response.ok() : Response.error(STRANGE);
    }

    /** Written by a person, and to us: in channels we listen to our name only, and in a DM that comes as a message besides. */
    private boolean concernsUs(EventRequest request) {
        JsonObject event = JsonParser.parseString(request.getRequestBodyAsString())
                .getAsJsonObject()
                .getAsJsonObject("event");
        if (event.has("bot_id") || event.has("hidden") || !event.has("user")) return false;
        if (event.has("subtype") && !event.get("subtype").getAsString().equals("file_share")) return false;
        if (!app.hears(request)) return false;
        return switch (request.getEventType()) {
            case "message" ->
                event.has("channel_type")
                                && event.get("channel_type").getAsString().equals("im")
                        || event.get("channel").getAsString().startsWith("D");
            case "app_mention" -> !event.get("channel").getAsString().startsWith("D");
            default -> true;
        };
    }

    private Response clicked(InboundEvent event, BlockActionRequest click) {
        String action = click.getPayload().getActions().getFirst().getActionId();
        if (app.fillsForm(click)) return filled(event);
        return app.opensForm(action) ? opening(event) : stored(event);
    }

    /** Changes nothing but the open form, so nothing is kept of it. */
    private Response filled(InboundEvent event) {
        return accounts.of(event.user(), event.team()) instanceof Known(Speaker speaker)
                ? run(event, speaker)
                : Response.ok();
    }

    /** What a select offers is for people we know. */
    private Response searched(BlockSuggestionRequest search) {
        User user = search.getPayload().getUser();
        String team = user.getTeamId() == null ? "" : user.getTeamId();
        return accounts.of(user.getId(), team) instanceof Known ? app.run(search) : Response.ok();
    }

    private Response opening(InboundEvent event) {
        return switch (accounts.of(event.user(), event.team())) {
            case Known(Speaker speaker) -> opened(event, speaker);
            case Account.Doubtful doubtful -> stored(event);
            case Account.Machine machine -> Response.ok();
        };
    }

    /** Noted before it is opened: a repeated delivery must not make the password anew that is being read. */
    private Response opened(InboundEvent event, Speaker speaker) {
        if (!inbox.answered(event)) return Response.ok();
        if (run(event, speaker).getStatusCode() == SlackApp.NOTHING_TO_OPEN) {
            inbox.handBack(event);
        }
        return Response.ok();
    }

    private Response submitted(InboundEvent event) {
        return switch (accounts.of(event.user(), event.team())) {
            case Known(Speaker speaker) -> {
                Response answer = run(event, speaker);
                yield answer.getBody() == null ? stored(event) : answer;
            }
            case Account.Doubtful doubtful -> stored(event);
            case Account.Machine machine -> Response.ok();
        };
    }

    private Response run(InboundEvent event, Speaker speaker) {
        new InteractionContext(new EventKey(event.key()), speaker, time.now(), "", true)
                .into(event.request().getContext());
        return app.run(event.request());
    }

    private Response stored(InboundEvent event) {
        // A delivery that was here already has its effect already.
        boolean unused = inbox.store(event);
        return Response.ok();
    }

    private static Response careful(Supplier<Response> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A delivery could not be stored; Slack is told so", e);
            return Response.error(LATER);
        } catch (Unreachable e) {
            return Response.error(LATER);
        } catch (RuntimeException e) {
            // Never the message: it may quote what a person wrote.
            LOG.warn(
                    "A signed delivery has a shape we do not know: {}",
                    e.getClass().getName());
            return Response.error(STRANGE);
        } catch (Error e) {
            LOG.error("A delivery could not be taken in; Slack is told so", e);
            return Response.error(LATER);
        }
    }
}

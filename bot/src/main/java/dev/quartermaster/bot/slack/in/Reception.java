package dev.quartermaster.bot.slack.in;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import dev.quartermaster.bot.slack.inbox.Arrival;
import dev.quartermaster.bot.slack.inbox.Inbox;
import dev.quartermaster.bot.slack.web.Unreachable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Whatever Slack delivers, by HTTP or by socket, once it is known to be Slack's: into the lane it belongs to. */
@Component
public final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Inbox inbox;
    private final Waiting waiting;
    private final Parser parser = new Parser();
    private final SlashCommandPayloadParser commands = new SlashCommandPayloadParser();

    Reception(Inbox inbox, Waiting waiting) {
        this.inbox = inbox;
        this.waiting = waiting;
    }

    /** The body of an Events API request. */
    public Reply event(String json) {
        return careful(() -> {
            JsonObject envelope = JsonParser.parseString(json).getAsJsonObject();
            return switch (envelope.get("type").getAsString()) {
                case "url_verification" ->
                    new Reply(200, false, envelope.get("challenge").getAsString());
                case "event_callback" -> {
                    parser.event(envelope).ifPresent(inbox::store);
                    yield Reply.OK;
                }
                default -> Reply.OK;
            };
        });
    }

    /** A slash command as Slack's form. */
    public Reply command(String form) {
        return careful(() -> store(parser.command(commands.parse(form))));
    }

    /** A slash command as the JSON object that Socket Mode makes of the form. */
    public Reply socketCommand(String json) {
        return careful(() -> store(parser.socketCommand(json)));
    }

    /** A click, a submission, or another interaction. */
    public Reply interaction(String json) {
        return careful(() -> {
            JsonObject payload = JsonParser.parseString(json).getAsJsonObject();
            return switch (payload.get("type").getAsString()) {
                case "block_actions" -> waiting.clicked(parser.click(payload));
                case "view_submission" -> waiting.submitted(parser.form(payload));
                case "block_suggestion" -> Reply.json("{\"options\":[]}");
                default -> Reply.OK;
            };
        });
    }

    private Reply store(Arrival arrival) {
        // A delivery that was here already has its effect already.
        boolean unused = inbox.store(arrival);
        return Reply.OK;
    }

    private static Reply careful(Supplier<Reply> work) {
        try {
            return work.get();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A delivery could not be stored; Slack is told so", e);
            return Reply.LATER;
        } catch (Unreachable e) {
            return Reply.LATER;
        } catch (RuntimeException e) {
            // Never the message: it may quote what a person wrote.
            LOG.warn(
                    "A signed delivery has a shape we do not know: {}",
                    e.getClass().getName());
            return Reply.STRANGE;
        } catch (Error e) {
            LOG.error("A delivery could not be taken in; Slack is told so", e);
            return Reply.LATER;
        }
    }
}

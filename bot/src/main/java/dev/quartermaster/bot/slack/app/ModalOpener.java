package dev.quartermaster.bot.slack.app;

import com.slack.api.methods.response.views.ViewsOpenResponse;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.web.SlackWebClient;
import dev.quartermaster.bot.slack.web.WebApiAnswer.Fine;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens a form within the 3 s for which Slack's trigger is valid; where that fails, the person is told to press again.
 */
@Component
final class ModalOpener {
    private static final Logger LOG = LoggerFactory.getLogger(ModalOpener.class);

    private final SlackWebClient web;
    private final Outbox outbox;

    ModalOpener(SlackWebClient web, Outbox outbox) {
        this.web = web;
        this.outbox = outbox;
    }

    /** @return false: there is nothing to open (any more) */
    boolean opened(Form form, Clicked clicked) {
        Optional<String> view = form.open(clicked);
        if (view.isEmpty()) return false;
        var answered = web.quickly(
                slack -> slack.viewsOpen(ask -> ask.triggerId(clicked.trigger()).viewAsString(view.get())));
        if (!(answered instanceof Fine<ViewsOpenResponse>)) {
            LOG.warn("A form did not open: {}", answered);
            outbox.post(
                    new MessageKey("unopened:" + clicked.key().value()),
                    new Recipient.Person(clicked.by().person()),
                    Message.text("The form did not open in time. Press the button again."));
        }
        return true;
    }
}

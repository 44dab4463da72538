package dev.quartermaster.bot.slack.in;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import com.slack.api.methods.response.views.ViewsOpenResponse;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.slack.Forms;
import dev.quartermaster.bot.slack.Heard.Submitted;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.identity.Account;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.inbox.Arrival;
import dev.quartermaster.bot.slack.inbox.Inbox;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.web.Answered.Fine;
import dev.quartermaster.bot.slack.web.Web;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What is answered while Slack waits: forms opened within a trigger's 3 s, and what is wrong with one sent in. */
@Component
final class Waiting {
    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

    private final Inbox inbox;
    private final Accounts accounts;
    private final Forms forms;
    private final Web web;
    private final Outbox outbox;
    private final DatabaseTime time;
    private final Gson gson = new Gson();

    Waiting(Inbox inbox, Accounts accounts, Forms forms, Web web, Outbox outbox, DatabaseTime time) {
        this.inbox = inbox;
        this.accounts = accounts;
        this.forms = forms;
        this.web = web;
        this.outbox = outbox;
        this.time = time;
    }

    Reply clicked(Arrival.Click click) {
        if (!forms.opens(click.action())) return store(click);
        return switch (account(click)) {
            case Known(Speaker speaker) -> opened(click, speaker);
            case Account.Doubtful doubtful -> store(click);
            case Account.Machine machine -> Reply.OK;
        };
    }

    /** Noted before it is opened: a repeated delivery must not make the password anew that is being read. */
    private Reply opened(Arrival.Click click, Speaker speaker) {
        if (!inbox.answered(click)) return Reply.OK;
        Optional<String> view = forms.open(click.heard(speaker, time.now()));
        if (view.isEmpty()) {
            inbox.handBack(click);
            return Reply.OK;
        }
        var answered = web.quickly(
                slack -> slack.viewsOpen(ask -> ask.triggerId(click.trigger()).viewAsString(view.get())));
        if (!(answered instanceof Fine<ViewsOpenResponse>)) {
            LOG.warn("A form did not open: {}", answered);
            outbox.post(
                    new Key("unopened:" + click.from().key()),
                    new To.Person(speaker.person()),
                    Message.text("The form did not open in time. Press the button again."));
        }
        return Reply.OK;
    }

    Reply submitted(Arrival.Form form) {
        return switch (account(form)) {
            case Known(Speaker speaker) -> submitted(form, form.heard(speaker, time.now()));
            case Account.Doubtful doubtful -> store(form);
            case Account.Machine machine -> Reply.OK;
        };
    }

    private Reply submitted(Arrival.Form form, Submitted submitted) {
        Map<String, String> errors = forms.validate(submitted);
        if (!errors.isEmpty()) {
            return errors(errors);
        }
        return forms.instead(submitted)
                .map(view -> Reply.json(
                        gson.toJson(Map.of("response_action", "update", "view", JsonParser.parseString(view)))))
                .orElseGet(() -> store(form));
    }

    private Account account(Arrival arrival) {
        return accounts.of(arrival.from().user(), arrival.from().team());
    }

    private Reply store(Arrival arrival) {
        boolean unused = inbox.store(arrival);
        return Reply.OK;
    }

    private Reply errors(Map<String, String> errors) {
        return Reply.json(gson.toJson(Map.of("response_action", "errors", "errors", errors)));
    }
}

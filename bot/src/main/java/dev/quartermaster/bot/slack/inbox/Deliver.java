package dev.quartermaster.bot.slack.inbox;

import dev.quartermaster.bot.slack.Conversation;
import dev.quartermaster.bot.slack.Heard;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.identity.Account;
import dev.quartermaster.bot.slack.identity.Account.Known;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.text.Written;
import dev.quartermaster.bot.slack.web.Ourselves;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns what arrived into what was heard, and says it to the conversation. */
@Component
final class Deliver {
    private final Accounts accounts;
    private final Ourselves ourselves;
    private final Conversation conversation;

    Deliver(Accounts accounts, Ourselves ourselves, Conversation conversation) {
        this.accounts = accounts;
        this.ourselves = ourselves;
        this.conversation = conversation;
    }

    /** Slack's escapes undone and mentions turned into names, which asks Slack: so not inside a transaction. */
    Arrival plain(Arrival arrival, Account account) {
        if (!(account instanceof Known)) return arrival;
        return switch (arrival) {
            case Arrival.Message message ->
                new Arrival.Message(
                        message.from(),
                        message.channel(),
                        message.thread(),
                        message.ts(),
                        plain(message.text()),
                        message.direct());
            case Arrival.Command command ->
                new Arrival.Command(command.from(), command.channel(), plain(command.text()));
            case Arrival.Click click -> click;
            case Arrival.Form form -> form;
            case Arrival.Home home -> home;
        };
    }

    private String plain(String text) {
        String bot = ourselves.know().user();
        return Written.plain(text, user -> user.equals(bot) ? Optional.of("") : name(user));
    }

    private Optional<String> name(String user) {
        return accounts.mentioned(user).map(PersonId::value);
    }

    void to(Speaker by, Arrival arrival, Instant at) {
        EventKey key = new EventKey(arrival.from().key());
        switch (arrival) {
            case Arrival.Message it ->
                conversation.said(new Heard.Said(key, by, at, place(it), it.text(), it.ts(), it.direct()));
            case Arrival.Command it ->
                conversation.commanded(new Heard.Commanded(key, by, at, it.channel(), it.text()));
            case Arrival.Click it -> conversation.clicked(it.heard(by, at));
            case Arrival.Form it -> conversation.submitted(it.heard(by, at));
            case Arrival.Home it -> conversation.homeOpened(new Heard.HomeOpened(key, by, at, it.tab()));
        }
    }

    /** A mention is answered in its thread: the one it is in, or the one it begins. */
    private static Place place(Arrival.Message message) {
        String thread = message.thread() == null && !message.direct() ? message.ts() : message.thread();
        return new Place(message.channel(), thread);
    }
}

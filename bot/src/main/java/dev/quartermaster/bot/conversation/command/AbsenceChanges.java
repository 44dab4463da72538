package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.away.AwayWords.Meant.Away;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of what waits for somebody when they come or go, and who is told. Joins the caller's transaction. */
@Component
class AbsenceChanges {
    private final Absences absences;
    private final RequestService desk;
    private final Pings pings;
    private final RequestCards board;
    private final Bundles bundles;
    private final Outbox outbox;

    AbsenceChanges(
            Absences absences, RequestService desk, Pings pings, RequestCards board, Bundles bundles, Outbox outbox) {
        this.absences = absences;
        this.desk = desk;
        this.pings = pings;
        this.board = board;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    People people() {
        return bundles.current().people();
    }

    void say(IncomingMessage asking, String words) {
        outbox.say(asking.reply(), Message.said(words));
    }

    void leave(IncomingMessage asking, Away away) {
        switch (absences.away(asking.by().deciding(), away.until(), away.cover())) {
            case Absences.Answer.Declined(String words) -> say(asking, words);
            case Absences.Answer.Noted(Absence absence) -> left(asking, absence);
        }
    }

    private void left(IncomingMessage asking, Absence absence) {
        boolean waiting = passOn(asking.person());
        PersonId cover = absence.cover();
        Mrkdwn until = Wording.moment(absence.until());
        Mrkdwn who = cover == null
                ? Mrkdwn.ours("Your deputies are asked in your place.")
                : Mrkdwn.bold(Wording.name(cover, people())).and(" decides in your place and was told.");
        Mrkdwn away =
                Mrkdwn.ours("You are away until ").and(until).and(". ").and(who).and(" Back sooner? `/qm back`");
        outbox.say(asking.reply(), Message.text(away.value()));
        tellCover(
                asking,
                cover,
                Mrkdwn.ours(" is away until ")
                        .and(until)
                        .and(" and asked you to cover: what needs their yes comes to you until then.")
                        .and(waiting ? " What waits right now is below." : ""));
        show(asking.person());
    }

    void comeBack(IncomingMessage asking) {
        Optional<Absence> ended = absences.back(asking.person());
        if (ended.isEmpty()) {
            say(asking, "You were not away, so nothing changed.");
            return;
        }
        boolean unused = passOn(asking.person());
        show(asking.person());
        say(asking, "Welcome back. What needs your yes comes to you again.");
        tellCover(asking, ended.get().cover(), Mrkdwn.ours(" is back and decides again. Thank you for covering."));
    }

    private void tellCover(IncomingMessage asking, @Nullable PersonId cover, Mrkdwn what) {
        if (cover != null) {
            Mrkdwn name = Mrkdwn.bold(Wording.name(asking.person(), people()));
            outbox.say(new Recipient.Person(cover), Message.text(name.and(what).value()));
        }
    }

    /** Asks whoever's turn it is now. @return whether any request waits for a yes that is this person's to give */
    private boolean passOn(PersonId person) {
        List<Request> waiting = desk.waitingFor(person);
        waiting.forEach(pings::ask);
        return !waiting.isEmpty();
    }

    /** Cards for those who were asked, every copy naming who may decide now. */
    private void show(PersonId person) {
        desk.waitingFor(person).forEach(board::post);
    }
}

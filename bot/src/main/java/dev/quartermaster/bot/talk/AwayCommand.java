package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.away.AwayWords;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm away until Monday, omar covers}: what waits for the person goes to whoever covers, at once. */
@Component
class AwayCommand implements CommandHandler {
    private final Absences absences;
    private final AbsenceChanges turns;
    private final Bundles bundles;
    private final Outbox outbox;

    AwayCommand(Absences absences, AbsenceChanges turns, Bundles bundles, Outbox outbox) {
        this.absences = absences;
        this.turns = turns;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("away");
    }

    @Override
    public String usage() {
        return "until <when>[, <person> covers]";
    }

    @Override
    public String about() {
        return "hands what waits for your yes to a colleague while you are away";
    }

    @Override
    public void perform(Asking asking, String rest) {
        People people = bundles.current().people();
        switch (new AwayWords(people, asking.at(), asking.by().zone()).read(rest)) {
            case AwayWords.Meant.Unclear(String words) -> outbox.say(asking.reply(), Message.said(words));
            case AwayWords.Meant.Away(var until, var cover) -> {
                switch (absences.away(asking.by().deciding(), until, cover)) {
                    case Absences.Answer.Declined(String words) -> outbox.say(asking.reply(), Message.said(words));
                    case Absences.Answer.Noted(Absence absence) -> noted(asking, absence, people);
                }
            }
        }
    }

    private void noted(Asking asking, Absence absence, People people) {
        int waiting = turns.passOn(asking.person());
        PersonId cover = absence.cover();
        Mrkdwn until = Wording.moment(absence.until());
        Mrkdwn who = cover == null
                ? Mrkdwn.ours("Your deputies are asked in your place.")
                : Mrkdwn.bold(Wording.name(cover, people)).and(" decides in your place and was told.");
        outbox.say(
                asking.reply(),
                message(Mrkdwn.ours("You are away until ")
                        .and(until)
                        .and(". ")
                        .and(who)
                        .and(" Back sooner? `/qm back`")));
        if (cover != null) {
            String name = Wording.name(asking.person(), people);
            outbox.say(
                    new To.Person(cover),
                    message(Mrkdwn.bold(name)
                            .and(" is away until ")
                            .and(until)
                            .and(" and asked you to cover: what needs their yes comes to you until then.")
                            .and(waiting == 0 ? "" : " What waits right now is below.")));
        }
        turns.show(asking.person());
    }

    private static Message message(Mrkdwn words) {
        return Message.text(words.value());
    }
}

package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code /qm back}: one decides oneself again, and whoever covered no longer does. */
@Component
class BackCommand implements CommandHandler {
    private final Absences absences;
    private final AbsenceChanges turns;
    private final Bundles bundles;
    private final Outbox outbox;

    BackCommand(Absences absences, AbsenceChanges turns, Bundles bundles, Outbox outbox) {
        this.absences = absences;
        this.turns = turns;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    @Override
    public List<String> words() {
        return List.of("back");
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public String about() {
        return "ends being away";
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank();
    }

    @Override
    public void perform(Asking asking, String rest) {
        Optional<Absence> ended = absences.back(asking.person());
        if (ended.isEmpty()) {
            outbox.say(asking.reply(), Message.said("You were not away, so nothing changed."));
            return;
        }
        turns.passOn(asking.person());
        turns.show(asking.person());
        outbox.say(asking.reply(), Message.said("Welcome back. What needs your yes comes to you again."));
        PersonId cover = ended.get().cover();
        if (cover != null) {
            Mrkdwn name =
                    Mrkdwn.bold(Wording.name(asking.person(), bundles.current().people()));
            outbox.say(
                    new To.Person(cover),
                    Message.text(name.and(" is back and decides again. Thank you for covering.")
                            .value()));
        }
    }
}

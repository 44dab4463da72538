package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.intents.reading.away.AwayWords;
import dev.quartermaster.intents.reading.away.AwayWords.Meant.Away;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm away until Monday, omar covers}: what waits for the person goes to whoever covers, at once. */
@Component
class AwayCommand implements CommandHandler {
    private final AbsenceChanges absences;

    AwayCommand(AbsenceChanges absences) {
        this.absences = absences;
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
    public void perform(IncomingMessage asking, String rest) {
        switch (new AwayWords(absences.people(), asking.at(), asking.by().zone()).read(rest)) {
            case AwayWords.Meant.Unclear(String words) -> absences.say(asking, words);
            case Away away -> absences.leave(asking, away);
        }
    }
}

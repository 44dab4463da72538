package dev.quartermaster.bot.conversation.command;

import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm back}: one decides oneself again, and whoever covered no longer does. */
@Component
class BackCommand implements CommandHandler {
    private final AbsenceChanges absences;

    BackCommand(AbsenceChanges absences) {
        this.absences = absences;
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
    public void perform(IncomingMessage asking, String rest) {
        absences.comeBack(asking);
    }
}

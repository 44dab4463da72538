package dev.quartermaster.bot.conversation.command;

import java.util.List;
import org.springframework.stereotype.Component;
import dev.quartermaster.bot.conversation.dialogue.Asking;

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
    public void perform(Asking asking, String rest) {
        absences.comeBack(asking);
    }
}

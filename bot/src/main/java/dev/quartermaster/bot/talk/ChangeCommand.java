package dev.quartermaster.bot.talk;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm change <rule>}: its card has the button that opens its form; a command alone cannot open one in time. */
@Component
class ChangeCommand implements CommandHandler {
    private final RuleReading reading;

    ChangeCommand(RuleReading reading) {
        this.reading = reading;
    }

    @Override
    public List<String> words() {
        return List.of("change");
    }

    @Override
    public String usage() {
        return "<rule>";
    }

    @Override
    public String about() {
        return "Change a rule by a form; the owner of its file decides";
    }

    /** Anything else is a sentence. */
    @Override
    public boolean takes(String rest) {
        return reading.knows(rest) || rest.strip().matches("[a-z0-9]+(-[a-z0-9]+)+");
    }

    @Override
    public void perform(Asking asking, String rest) {
        reading.one(asking, rest);
    }
}

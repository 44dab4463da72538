package dev.quartermaster.bot.talk;

import java.util.List;
import org.springframework.stereotype.Component;

/** {@code /qm rehearse <rule>}: its card has the button that tries it; a command alone cannot open a form in time. */
@Component
class RehearseCommand implements CommandHandler {
    private final RuleReading reading;

    RehearseCommand(RuleReading reading) {
        this.reading = reading;
    }

    @Override
    public List<String> words() {
        return List.of("rehearse");
    }

    @Override
    public String usage() {
        return "<rule>";
    }

    @Override
    public String about() {
        return "Try a change of a rule on the last 90 days, proposing nothing";
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

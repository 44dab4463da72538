package dev.quartermaster.bot.conversation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.TargetResolver;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands behind the buttons of a question: below a card they are about the thing of the card. */
@Component
class AskedCommands {
    private final TargetResolver targets;
    private final Bundles bundles;

    AskedCommands(TargetResolver targets, Bundles bundles) {
        this.targets = targets;
        this.bundles = bundles;
    }

    List<Option> options(IncomingMessage asking, Reading.Ask ask) {
        return ask.options().stream()
                .map(option -> new Option(option.label(), pointed(asking, option.command())))
                .toList();
    }

    /** The one that fills in the form: as typed, right or wrong, or as far as a sentence was understood. */
    @Nullable
    String form(IncomingMessage asking, Reading.Ask ask) {
        if (ask.evidence().by() == Evidence.By.SLASH) {
            return asking.words().strip().replaceFirst("^(?:/qm\\s+)?(?:(?:--|—)\\s+)?", "");
        }
        List<Candidate> candidates = ask.evidence().candidates();
        if (ask.about() == null && (ask.between() || candidates.size() != 1)) {
            return null;
        }
        return pointed(asking, CommandText.of(ask.about() == null ? candidates.getFirst() : ask.about()));
    }

    private String pointed(IncomingMessage asking, String command) {
        return asking.about() == null ? command : targets.pointed(asking, command, bundles.current());
    }
}

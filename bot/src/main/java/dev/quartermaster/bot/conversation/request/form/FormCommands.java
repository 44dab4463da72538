package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which typed commands open the form: {@code start}, and a verb that wants more than was said before it can be asked for. */
@Component
class FormCommands {
    private static final Pattern OPENS =
            Pattern.compile("(?:-- ?)?(start|launch|grant|resize)(?: ([a-z][a-z0-9-]{0,62}))?");

    private final Bundles bundles;

    FormCommands(Bundles bundles) {
        this.bundles = bundles;
    }

    /** The command that fills the form in; empty: it opens none. */
    Optional<String> opened(String command) {
        Matcher typed = OPENS.matcher(command);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String verb = typed.group(1);
        String name = typed.group(2);
        if (name == null) {
            return Optional.of(verb.equals("start") ? "launch" : verb);
        }
        if (verb.equals("resize")) {
            return LeaseId.of(name).map(lease -> "resize " + lease);
        }
        return bundles.current()
                .catalogue()
                .path(new PathName(name))
                .filter(path -> !verb.equals("grant") && !path.planned())
                .filter(path ->
                        verb.equals("start") || path.parameters().stream().anyMatch(Parameter::required))
                .map(path -> "launch " + path.name());
    }
}

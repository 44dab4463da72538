package dev.quartermaster.bot.announce.alarm;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The Slack channel that alarms for the platform team go to: that of the first platform lead's team. */
@Component
public class PlatformChannel {
    private final ObjectProvider<Bundles> bundles;

    PlatformChannel(ObjectProvider<Bundles> bundles) {
        this.bundles = bundles;
    }

    /** Empty while the program starts: then the log says it, and nobody could read Slack yet. */
    public Optional<String> name() {
        Bundles current = bundles.getIfAvailable();
        if (current == null) {
            return Optional.empty();
        }
        People people = current.current().people();
        return people.group(People.PLATFORM_LEADS).stream()
                .min(Comparator.comparing(PersonId::value))
                .flatMap(people::teamOf)
                .map(Team::channel);
    }
}

package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.bot.slack.identity.Accounts;
import dev.quartermaster.bot.slack.web.Unreachable;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Looks up the time zones of people's Slack profiles, at most ten every half a minute: quiet hours and digests go by
 * them.
 */
@Component
class TimeZoneLookup {
    /** Slack lets a profile be looked up about 50 times a minute, and others ask as well. */
    private static final int MOST = 10;

    private final Bundles bundles;
    private final Zones zones;
    private final Accounts accounts;

    TimeZoneLookup(Bundles bundles, Zones zones, Accounts accounts) {
        this.bundles = bundles;
        this.zones = zones;
        this.accounts = accounts;
    }

    /** While Slack is away what is known stays, and the organisation's zone for everybody else. */
    void ask() {
        List<PersonId> stale = bundles.current().people().persons().keySet().stream()
                .filter(person -> !zones.fresh(person))
                .sorted()
                .limit(MOST)
                .toList();
        for (PersonId person : stale) {
            try {
                zones.note(person, accounts.zone(person).orElseGet(() -> zones.of(person)));
            } catch (Unreachable away) {
                return;
            }
        }
    }
}

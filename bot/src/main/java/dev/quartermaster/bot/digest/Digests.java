package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.announce.Homes;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.people.Approvals;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which digests are due, and sending them: each is looked at once, and the note of it commits together with its
 * message.
 */
@Component
class Digests {
    private final Bundles bundles;
    private final Zones zones;
    private final DatabaseTime time;
    private final Sent sent;
    private final Daily daily;
    private final Weekly weekly;
    private final Outbox outbox;
    private final Homes homes;

    Digests(
            Bundles bundles,
            Zones zones,
            DatabaseTime time,
            Sent sent,
            Daily daily,
            Weekly weekly,
            Outbox outbox,
            Homes homes) {
        this.homes = homes;
        this.bundles = bundles;
        this.zones = zones;
        this.time = time;
        this.sent = sent;
        this.daily = daily;
        this.weekly = weekly;
        this.outbox = outbox;
    }

    List<Due> due() {
        Instant now = time.now();
        Approvals patience = bundles.current().organisation().approvals();
        Set<String> before = sent.since(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
        return bundles.current().people().persons().keySet().stream()
                .sorted()
                .flatMap(person -> due(person, now, patience))
                .filter(due -> !before.contains(due.key()))
                .toList();
    }

    private java.util.stream.Stream<Due> due(PersonId person, Instant now, Approvals patience) {
        ZoneId zone = zones.of(person);
        LocalDate day = now.atZone(zone).toLocalDate();
        return Due.at(now, zone, patience).stream().map(kind -> new Due(person, kind, day));
    }

    @Transactional
    public void send(Due due) {
        if (sent.first(due)) {
            Optional<Message> digest = switch (due.kind()) {
                case DAILY -> daily.of(due.person());
                case WEEKLY -> weekly.of(due.person());
            };
            digest.ifPresent(message -> outbox.post(new Key(due.key()), new To.Person(due.person()), message));
            if (digest.isPresent() && due.kind() == Due.Kind.DAILY) {
                daily.cards(due);
                // What turned red over night is red in their Home, too.
                homes.changed(Set.of(due.person()));
            }
        }
    }

    @Transactional
    public void forget() {
        sent.forget(time.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(30));
    }
}

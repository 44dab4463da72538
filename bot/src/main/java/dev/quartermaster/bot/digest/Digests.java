package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Zones;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.announce.HomeTabs;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
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
    private final SentDigests sent;
    private final DailyDigest daily;
    private final WeeklyDigest weekly;
    private final Outbox outbox;
    private final HomeTabs homes;

    Digests(
            Bundles bundles,
            Zones zones,
            DatabaseTime time,
            SentDigests sent,
            DailyDigest daily,
            WeeklyDigest weekly,
            Outbox outbox,
            HomeTabs homes) {
        this.homes = homes;
        this.bundles = bundles;
        this.zones = zones;
        this.time = time;
        this.sent = sent;
        this.daily = daily;
        this.weekly = weekly;
        this.outbox = outbox;
    }

    List<DueDigest> due() {
        Instant now = time.now();
        Approvals patience = bundles.current().organisation().approvals();
        Set<String> before = sent.since(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
        return bundles.current().people().persons().keySet().stream()
                .sorted()
                .flatMap(person -> due(person, now, patience))
                .filter(due -> !before.contains(due.key()))
                .toList();
    }

    private java.util.stream.Stream<DueDigest> due(PersonId person, Instant now, Approvals patience) {
        ZoneId zone = zones.of(person);
        LocalDate day = now.atZone(zone).toLocalDate();
        return DueDigest.at(now, zone, patience).stream().map(kind -> new DueDigest(person, kind, day));
    }

    @Transactional
    public void send(DueDigest due) {
        if (sent.first(due)) {
            Optional<Message> digest = switch (due.kind()) {
                case DAILY -> daily.of(due.person());
                case WEEKLY -> weekly.of(due.person());
            };
            digest.ifPresent(
                    message -> outbox.post(new MessageKey(due.key()), new Recipient.Person(due.person()), message));
            if (digest.isPresent() && due.kind() == DueDigest.Kind.DAILY) {
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

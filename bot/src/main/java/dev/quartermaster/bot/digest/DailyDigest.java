package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.emergency.BreakGlass;
import dev.quartermaster.bot.announce.BreakGlassCards;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.overview.DigestCard;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The daily digest: requests that wait for somebody and were not worth a message of their own, and, for everybody,
 * break-glasses that nobody has reviewed.
 */
@Component
class DailyDigest {
    private static final int MOST_CARDS = 5;

    private final RequestService desk;
    private final BreakGlass glass;
    private final RightsNow rights;
    private final Bundles bundles;
    private final RequestCards board;
    private final BreakGlassCards alarms;

    DailyDigest(
            RequestService desk,
            BreakGlass glass,
            RightsNow rights,
            Bundles bundles,
            RequestCards board,
            BreakGlassCards alarms) {
        this.alarms = alarms;
        this.desk = desk;
        this.glass = glass;
        this.rights = rights;
        this.bundles = bundles;
        this.board = board;
    }

    Optional<Message> of(PersonId person) {
        List<Request> waiting = waiting(person);
        List<Mrkdwn> red = alarms();
        List<Request> reviews = glass.toReview(person).stream()
                .flatMap(used -> desk.find(used.request()).stream())
                .toList();
        return waiting.isEmpty() && red.isEmpty() && reviews.isEmpty()
                ? Optional.empty()
                : Optional.of(DigestCard.daily(waiting, reviews, red, people()));
    }

    /** The cards themselves below it, to be decided on the spot; more than a few are in Home. */
    void cards(DueDigest due) {
        waiting(due.person()).stream()
                .limit(MOST_CARDS)
                .forEach(request -> board.again(
                        request,
                        new MessageKey(due.key() + ":" + request.id()),
                        new Recipient.Person(due.person()),
                        due.person()));
    }

    List<Mrkdwn> alarms() {
        return alarms.overdue();
    }

    private List<Request> waiting(PersonId person) {
        Rights now = rights.shown();
        return desk.waitingFor(person).stream()
                .filter(request -> request.stages().stream()
                        .anyMatch(stage -> stage.pinged() == Stage.Ping.DIGEST
                                && now.of(stage.deciders(), request.askers()).contains(person)))
                .toList();
    }

    private People people() {
        return bundles.current().people();
    }
}

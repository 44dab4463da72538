package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.emergency.BreakGlass;
import dev.quartermaster.actions.request.emergency.BreakGlass.Review;
import dev.quartermaster.actions.request.emergency.BreakGlass.Used;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.card.request.BreakGlassCard;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Messages about a break-glass: to everybody whose approval it went without and to their teams' channels, at once, and
 * later the request to review it. Joins the caller's transaction.
 */
@Component
public class BreakGlassCards {
    private final BreakGlass glass;
    private final Bundles bundles;
    private final Outbox outbox;
    private final RequestService desk;
    private final HomeTabs homes;

    BreakGlassCards(BreakGlass glass, Bundles bundles, Outbox outbox, RequestService desk, HomeTabs homes) {
        this.desk = desk;
        this.homes = homes;
        this.glass = glass;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    /** What nobody has reviewed for a day, a red line each: everybody's business. */
    public List<Mrkdwn> overdue() {
        List<Used> unreviewed = glass.unreviewed();
        Map<RequestId, Request> requests = desk
                .find(unreviewed.stream().map(Used::request).toList())
                .stream()
                .collect(Collectors.toMap(Request::id, Function.identity()));
        return unreviewed.stream()
                .filter(used -> requests.containsKey(used.request()))
                .map(used -> BreakGlassCard.overdue(requests.get(used.request()), used, people()))
                .toList();
    }

    /** At once, and to all of them: nobody is too many, and nobody's quiet hours count. */
    void loud(Request request) {
        glass.of(request.id()).ifPresent(used -> {
            Set<PersonId> owners = glass.owners(request);
            Message card = BreakGlassCard.loud(request, used, owners, people());
            owners.forEach(
                    owner -> outbox.post(key("glass", request, owner.value()), new Recipient.Person(owner), card));
            channels(owners)
                    .forEach(channel ->
                            outbox.post(key("glass", request, "#" + channel), new Recipient.Channel(channel), card));
        });
    }

    void review(Request request) {
        glass.of(request.id())
                .ifPresent(used -> glass.owners(request)
                        .forEach(owner -> outbox.post(
                                key("review", request, owner.value()),
                                new Recipient.Person(owner),
                                BreakGlassCard.review(request, used, people()))));
    }

    /** All copies change; what was not in order is said where the glass was heard breaking. */
    void reviewed(Request request, Talk talk) {
        glass.of(request.id()).ifPresent(used -> {
            review(request);
            homes.changed(people().persons().keySet());
            Review review = used.review();
            if (review != null) {
                said(request, talk, used, review);
            }
        });
    }

    private void said(Request request, Talk talk, Used used, Review review) {
        Message line = Message.text(BreakGlassCard.said(review, people()).value());
        MessageKey told = key("reviewed", request, used.by().value());
        outbox.post(told, talk.below(RequestCards.statusKey(request.id())), line);
        if (!review.inOrder()) {
            String channel = bundles.current().organisation().approvalsChannel();
            outbox.post(key("reviewed", request, "#"), new Recipient.Under(key("glass", request, "#" + channel)), line);
            people().group(People.PLATFORM_LEADS)
                    .forEach(lead -> outbox.post(
                            key("found", request, lead.value()),
                            new Recipient.Person(lead),
                            BreakGlassCard.review(request, used, people())));
        }
    }

    private Set<String> channels(Set<PersonId> owners) {
        Bundle bundle = bundles.current();
        Set<String> channels = owners.stream()
                .flatMap(owner -> bundle.people().teamOf(owner).map(Team::channel).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        channels.add(bundle.organisation().approvalsChannel());
        return channels;
    }

    private People people() {
        return bundles.current().people();
    }

    private static MessageKey key(String what, Request request, String whom) {
        return new MessageKey(what + ":" + request.id() + ":" + whom);
    }
}

package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.announce.CardPlacements;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DetailsModal;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows everything behind a card in a form, to whoever asked, their team, and those who decide about it. */
@Component
class DetailForm implements Form {
    private final FormOpener opener;
    private final CardPlacements threads;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final ClickReplies replies;

    DetailForm(FormOpener opener, CardPlacements threads, Bundles bundles, RightsNow rightsNow, ClickReplies replies) {
        this.replies = replies;
        this.opener = opener;
        this.threads = threads;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
    }

    @Override
    public String id() {
        return ActionIds.DETAILS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return Optional.of(opener.ofCard(clicked)
                .filter(request -> concerns(request, clicked.by().person()))
                .map(request -> DetailsModal.of(request, understood(request), opener.people()))
                .orElseGet(() -> DetailsModal.none(
                        "These details are for whoever asked, their team, and those who decide about it.")));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.outdated(clicked);
    }

    private Mrkdwn understood(Request request) {
        return Mrkdwn.ours(
                threads.of(request.id()).map(CardPlacements.Talk::understood).orElse(""));
    }

    private boolean concerns(Request request, PersonId person) {
        Bundle bundle = bundles.current();
        Rights rights = rightsNow.shown();
        return request.askers().contains(person)
                || new PersonRights(bundle.people()).maySeeSpend(person, request.team())
                || request.stages().stream()
                        .anyMatch(stage ->
                                rights.of(stage.deciders(), request.askers()).contains(person));
    }
}

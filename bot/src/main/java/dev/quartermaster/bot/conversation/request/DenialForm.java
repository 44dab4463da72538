package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form in which an approver denies a request and says why. */
@Component
class DenialForm implements Form {
    private final RequestService desk;
    private final FormOpener opener;
    private final DecisionButtons decisions;

    DenialForm(RequestService desk, FormOpener opener, DecisionButtons decisions) {
        this.decisions = decisions;
        this.desk = desk;
        this.opener = opener;
    }

    @Override
    public String id() {
        return ActionIds.DENY;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return opener.toDecide(clicked).map(request -> DecisionModals.deny(request, clicked.value(), opener.people()));
    }

    @Override
    public void clicked(Clicked clicked) {
        // The desk says why not, or somebody became entitled this moment and it is their no.
        decisions.decide(clicked, Choice.DENY);
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return FormOpener.needed(submitted, "Say why, in a sentence: the asker reads it.");
    }

    @Override
    public void submitted(Submitted submitted) {
        String reason = submitted.value(DecisionModals.WORDS).orElse("").strip();
        ActionIds.Shown.parse(submitted.data())
                .ifPresent(shown -> opener.tell(
                        submitted,
                        desk.decide(shown.request(), submitted.by().deciding(), Choice.DENY, shown.digest(), reason)));
    }
}

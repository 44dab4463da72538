package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.request.enquiry.Enquiries;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form in which an approver asks something back before they decide. */
@Component
class EnquiryForm implements Form {
    private final Enquiries enquiries;
    private final FormOpener opener;
    private final DecisionButtons decisions;

    EnquiryForm(Enquiries enquiries, FormOpener opener, DecisionButtons decisions) {
        this.decisions = decisions;
        this.enquiries = enquiries;
        this.opener = opener;
    }

    @Override
    public String id() {
        return ActionIds.QUESTION;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return opener.toAsk(clicked).map(request -> DecisionModals.question(request, clicked.value(), opener.people()));
    }

    @Override
    public void clicked(Clicked clicked) {
        decisions.notOpened(clicked);
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return FormOpener.needed(submitted, "Say what you want to know.");
    }

    @Override
    public void submitted(Submitted submitted) {
        String words = submitted.value(DecisionModals.WORDS).orElse("");
        ActionIds.Shown.parse(submitted.data())
                .ifPresent(shown -> opener.tell(
                        submitted, enquiries.ask(shown.request(), submitted.by().person(), words)));
    }
}

package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.enquiry.Enquiries;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.DecisionModals;
import dev.quartermaster.bot.card.request.DetailsModal;
import dev.quartermaster.bot.conversation.dialogue.ClickReplies;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The form in which the asker of a request answers a question an approver asked back. */
@Component
class EnquiryAnswerForm implements Form {
    private final RequestService desk;
    private final Enquiries enquiries;
    private final FormOpener opener;
    private final ClickReplies replies;

    EnquiryAnswerForm(RequestService desk, Enquiries enquiries, FormOpener opener, ClickReplies replies) {
        this.replies = replies;
        this.desk = desk;
        this.enquiries = enquiries;
        this.opener = opener;
    }

    @Override
    public String id() {
        return ActionIds.ANSWER;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        Optional<ActionIds.Asked> asked = ActionIds.Asked.parse(clicked.value());
        Optional<Request> request = asked.flatMap(each -> desk.find(each.request()))
                .filter(found -> found.by().equals(clicked.by().person()));
        Optional<String> form = request.flatMap(found -> enquiries.of(found.id()).stream()
                .filter(enquiry -> enquiry.number() == asked.get().number() && enquiry.answer() == null)
                .findFirst()
                .map(enquiry -> DecisionModals.answer(found, enquiry, opener.people())));
        return Optional.of(form.orElseGet(() -> DetailsModal.none(
                request.isEmpty() ? "Only whoever asked for it can answer." : "You answered that already.")));
    }

    @Override
    public void clicked(Clicked clicked) {
        replies.outdated(clicked);
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return FormOpener.needed(submitted, "Write your answer.");
    }

    @Override
    public void submitted(Submitted submitted) {
        String words = submitted.value(DecisionModals.WORDS).orElse("");
        ActionIds.Asked.parse(submitted.data())
                .ifPresent(asked -> opener.tell(
                        submitted,
                        enquiries.reply(
                                asked.request(), asked.number(), submitted.by().person(), words)));
    }
}

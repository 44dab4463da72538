package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.request.Enquiries;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.DecisionForms;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an approver wants to know before they decide. */
@Component
class QuestionForm implements Form {
    private final Enquiries enquiries;
    private final Doors doors;

    QuestionForm(Enquiries enquiries, Doors doors) {
        this.enquiries = enquiries;
        this.doors = doors;
    }

    @Override
    public String id() {
        return Actions.QUESTION;
    }

    @Override
    public boolean opens(String action) {
        return action.equals(Actions.QUESTION);
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return doors.toAsk(clicked).map(request -> DecisionForms.question(request, clicked.value(), doors.people()));
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return submitted
                        .value(DecisionForms.WORDS)
                        .filter(words -> !words.isBlank())
                        .isPresent()
                ? Map.of()
                : Map.of(DecisionForms.WORDS, "Say what you want to know.");
    }

    @Override
    public void submitted(Submitted submitted) {
        String words = submitted.value(DecisionForms.WORDS).orElse("");
        Actions.Shown.parse(submitted.data())
                .ifPresent(shown -> doors.tell(
                        submitted, enquiries.ask(shown.request(), submitted.by().person(), words)));
    }
}

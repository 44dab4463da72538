package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.request.Enquiries;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.DecisionForms;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What an approver wants to know before they decide. */
@Component
class QuestionForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(Actions.QUESTION);

    private final Enquiries enquiries;
    private final Doors doors;
    private final DecisionButtons decisions;

    QuestionForm(Enquiries enquiries, Doors doors, DecisionButtons decisions) {
        this.decisions = decisions;
        this.enquiries = enquiries;
        this.doors = doors;
    }

    @Override
    public String id() {
        return Actions.QUESTION;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return doors.toAsk(clicked).map(request -> DecisionForms.question(request, clicked.value(), doors.people()));
    }

    @Override
    public void clicked(Clicked clicked) {
        decisions.notOpened(clicked);
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

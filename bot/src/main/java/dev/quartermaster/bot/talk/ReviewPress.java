package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.BreakGlass;
import dev.quartermaster.bot.card.Actions;
import dev.quartermaster.bot.card.ReviewForm;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.Heard.Clicked;
import dev.quartermaster.bot.slack.Heard.Submitted;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.people.PersonId;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reviewing broken glass: one button says it was in order, the other asks what was not. Who may is judged when it is said. */
@Component
class ReviewPress implements Press, Form {
    private static final String ID = "req-[a-z2-7]{10}";

    private final BreakGlass glass;
    private final Outbox outbox;

    ReviewPress(BreakGlass glass, Outbox outbox) {
        this.glass = glass;
        this.outbox = outbox;
    }

    @Override
    public boolean takes(String action) {
        return action.equals(Actions.REVIEW_IN_ORDER) || action.equals(Actions.REVIEW_NOT_IN_ORDER);
    }

    @Override
    public void pressed(Clicked clicked) {
        boolean inOrder = clicked.action().equals(Actions.REVIEW_IN_ORDER)
                && clicked.value().matches(ID);
        if (inOrder) {
            review(clicked.by().deciding(), clicked.value(), true, "");
        } else {
            tell(clicked.by().person(), "There is nothing to review here any more.");
        }
    }

    @Override
    public boolean opens(String action) {
        return action.equals(Actions.REVIEW_NOT_IN_ORDER);
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return clicked.value().matches(ID)
                ? Optional.of(ReviewForm.of(new RequestId(clicked.value())))
                : Optional.empty();
    }

    @Override
    public String id() {
        return ReviewForm.ID;
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return submitted.value(ReviewForm.NOTE).filter(note -> !note.isBlank()).isPresent()
                ? Map.of()
                : Map.of(ReviewForm.NOTE, "Say in a sentence what was not in order.");
    }

    @Override
    public void submitted(Submitted submitted) {
        if (submitted.data().matches(ID)) {
            String note = submitted.value(ReviewForm.NOTE).orElse("");
            review(submitted.by().deciding(), submitted.data(), false, note);
        }
    }

    private void review(PersonId by, String request, boolean inOrder, String note) {
        switch (glass.review(new RequestId(request), by, inOrder, note)) {
            case BreakGlass.Answer.Done done -> {}
            case BreakGlass.Answer.Declined(String words) -> tell(by, words);
        }
    }

    private void tell(PersonId person, String words) {
        outbox.say(new To.Person(person), Talk.text(words));
    }
}

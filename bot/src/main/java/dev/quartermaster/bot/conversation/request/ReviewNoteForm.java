package dev.quartermaster.bot.conversation.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.request.ReviewModal;
import dev.quartermaster.bot.slack.Form;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The form that records the review of a break-glass as not in order, with a note. */
@Component
class ReviewNoteForm implements Form {
    private static final Pattern ACTIONS = Pattern.compile(ActionIds.REVIEW_NOT_IN_ORDER);

    private final ReviewButton reviews;

    ReviewNoteForm(ReviewButton reviews) {
        this.reviews = reviews;
    }

    @Override
    public Pattern actions() {
        return ACTIONS;
    }

    @Override
    public Optional<String> open(Clicked clicked) {
        return RequestId.of(clicked.value()).map(ReviewModal::of);
    }

    @Override
    public void clicked(Clicked clicked) {
        reviews.nothing(clicked);
    }

    @Override
    public String id() {
        return ReviewModal.ID;
    }

    @Override
    public Map<String, String> validate(Submitted submitted) {
        return submitted.value(ReviewModal.NOTE).filter(note -> !note.isBlank()).isPresent()
                ? Map.of()
                : Map.of(ReviewModal.NOTE, "Say in a sentence what was not in order.");
    }

    @Override
    public void submitted(Submitted submitted) {
        String note = submitted.value(ReviewModal.NOTE).orElse("");
        RequestId.of(submitted.data())
                .ifPresent(id -> reviews.review(submitted.by().deciding(), id, false, note));
    }
}

package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.people.PersonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The forms behind the buttons of questions: for whoever was asked, and while nobody has answered. */
@Component
public class QuestionForms {
    private static final String ANSWERED =
            "That was answered already, so its form is gone. `/qm start` opens an empty one.";
    private static final String GONE = "That question is gone, and its form with it. Say what you need once more.";
    private static final String OTHERS =
            "Only whoever was asked can open that form. `/qm start` opens one of your own.";

    private final QuestionCards questions;
    private final OpenQuestions open;
    private final RequestLines lines;
    private final Outbox outbox;

    QuestionForms(QuestionCards questions, OpenQuestions open, RequestLines lines, Outbox outbox) {
        this.questions = questions;
        this.open = open;
        this.lines = lines;
        this.outbox = outbox;
    }

    /**
     * Why no form opens from a button, in a sentence; empty: it does.
     *
     * @param line of a message with several requests
     */
    public Optional<String> closed(Clicked clicked, int line) {
        PersonId person = clicked.by().person();
        return at(clicked.on())
                .flatMap(card -> RequestLines.is(card)
                        ? lines.closed(person, card, line)
                        : closed(person, card, QuestionCards.alone(clicked.on())));
    }

    /** @param alone whether nobody but whoever was asked can press it */
    private Optional<String> closed(PersonId person, MessageKey card, boolean alone) {
        if (!question(card)) {
            return Optional.empty();
        }
        if (open.answered(person, card)) {
            return Optional.of(ANSWERED);
        }
        Optional<PersonId> asked = open.asked(card);
        if (asked.isEmpty()) {
            return alone ? Optional.empty() : Optional.of(GONE);
        }
        return asked.get().equals(person) ? Optional.empty() : Optional.of(OTHERS);
    }

    /**
     * A form that was sent in answers the question whose button opened it.
     *
     * @param line of a message with several requests
     * @param command what is asked for by it
     * @return false: it was answered before
     */
    public boolean answered(PersonId person, Card on, int line, String command) {
        Optional<MessageKey> card = at(on);
        if (card.filter(RequestLines::is).isPresent()) {
            return lines.markAsked(person, card.get(), line);
        }
        Optional<MessageKey> question = card.filter(QuestionForms::question);
        if (question.isPresent() && !open.markAnswered(person, question.get())) {
            return false;
        }
        question.ifPresent(key -> questions.chosen(person, key, command));
        return true;
    }

    private static boolean question(MessageKey card) {
        return card.value().startsWith(QuestionCards.MARK);
    }

    private Optional<MessageKey> at(@Nullable Card on) {
        return Optional.ofNullable(on).flatMap(card -> outbox.at(card.channel(), card.ts()));
    }
}

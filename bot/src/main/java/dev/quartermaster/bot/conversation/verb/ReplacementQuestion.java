package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.conversation.command.ReplaceCommand;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import dev.quartermaster.bot.conversation.dialogue.QuestionCards;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks whether what was said takes the place of what still waits or starts only later, or is meant besides it. */
@Component
public class ReplacementQuestion {
    private final QuestionCards questions;

    ReplacementQuestion(QuestionCards questions) {
        this.questions = questions;
    }

    void ask(IncomingMessage asking, Request waiting, Intent intent, IntentHandler.Read read) {
        List<Option> options = new ArrayList<>();
        if (replaceable(waiting)) {
            options.add(new Option("Yes, this instead", ReplaceCommand.of(waiting.id(), CommandText.of(intent))));
            options.addAll(inPlaceOf(waiting, read.from().others()));
            options.add(new Option("Ask for both", CommandText.of(intent)));
        } else {
            options.add(new Option("Yes, besides it", CommandText.of(intent)));
            options.addAll(read.from().others());
        }
        String question = replaceable(waiting)
                ? stands(waiting) + " Shall I take that back and ask for this instead?"
                : partly(waiting) + "Shall I ask for this besides it?";
        // What still waits was not done: that is no reason here.
        String why =
                read.from().why().equals(ReadingGate.DONE) ? "" : read.from().why();
        questions.confirm(
                asking,
                question,
                new QuestionCards.Shown(read.line(), why, read.from().notes(), List.of()),
                options);
    }

    /**
     * Another question about what was said: whatever is chosen takes the place of what waits.
     *
     * @param form the command that fills in the form which says it too; null: there is none
     * @param notes beside the question and in the form, in sentences
     */
    public void choose(
            IncomingMessage asking,
            Request waiting,
            String question,
            List<Option> options,
            @Nullable String form,
            List<String> notes) {
        String kept = replaceable(waiting)
                ? stands(waiting) + " What you choose is asked for instead. "
                : partly(waiting) + "What you choose is asked for besides it. ";
        if (replaceable(waiting)) {
            boolean instead = form != null && ReplaceCommand.takesPlace(form);
            questions.ask(
                    asking,
                    kept + question,
                    inPlaceOf(waiting, options),
                    instead ? ReplaceCommand.of(waiting.id(), form) : form,
                    notes);
        } else {
            questions.ask(asking, kept + question, options, form, notes);
        }
    }

    private static String stands(Request waiting) {
        return waiting.summary()
                + (waiting.state() == State.WAITING ? " still waits." : " is arranged, and has not begun.");
    }

    /** What is there already cannot be taken back for another. */
    private static boolean replaceable(Request waiting) {
        return waiting.opened().isEmpty();
    }

    private static String partly(Request waiting) {
        return "Part of " + waiting.summary() + " is handed over already, so it stays. ";
    }

    private static List<Option> inPlaceOf(Request waiting, List<Option> options) {
        return options.stream()
                .map(option -> ReplaceCommand.takesPlace(option.command())
                        ? new Option(option.label(), ReplaceCommand.of(waiting.id(), option.command()))
                        : option)
                .toList();
    }
}

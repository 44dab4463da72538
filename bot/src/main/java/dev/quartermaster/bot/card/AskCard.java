package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question with one button for each answer. The value of each is a slash command, carried out in the name of whoever
 * presses.
 */
public final class AskCard {
    private static final int MOST_NOTES = 6;

    private AskCard() {}

    public static Message of(String question, List<Option> options, @Nullable String form) {
        return of(question, List.of(), options, form);
    }

    /**
     * @param notes what is assumed or left out, in sentences
     * @param form what a button that opens the form for it carries; null: it has none
     */
    public static Message of(String question, List<String> notes, List<Option> options, @Nullable String form) {
        List<ButtonElement> buttons = new ArrayList<>();
        for (Option option : options) {
            if (Blocks.carries(option.command())) {
                buttons.add(Blocks.button(option.label(), ActionIds.COMMAND + buttons.size(), option.command()));
            }
        }
        Blocks blocks = new Blocks().section(Mrkdwn.said(question));
        noted(blocks, notes);
        if (buttons.size() < options.size()) {
            blocks.context(Mrkdwn.ours("What you wrote is too long for a button. Say it again in fewer words."));
        }
        form(buttons, form);
        return blocks.buttons(buttons).message(Mrkdwn.said(question));
    }

    private static void noted(Blocks blocks, List<String> notes) {
        notes.stream().limit(MOST_NOTES).forEach(note -> blocks.context(Mrkdwn.said(note)));
        if (notes.size() > MOST_NOTES) {
            blocks.context(Mrkdwn.ours("and " + (notes.size() - MOST_NOTES) + " more, which its form shows."));
        }
    }

    private static void form(List<ButtonElement> buttons, @Nullable String form) {
        if (form != null && Blocks.carries(form)) {
            buttons.add(Blocks.button("Change it in a form", ActionIds.FORM + "0", form));
        }
    }

    /**
     * A reading to be confirmed: what was understood, what of it is assumed or left out, and yes, no and other readings.
     *
     * @param understood in mrkdwn, already escaped
     * @param form what a button that opens the form for it carries; null: it has none
     */
    public static Message confirm(
            String question, Mrkdwn understood, List<String> notes, List<Option> options, @Nullable String form) {
        Blocks blocks = new Blocks().section(Mrkdwn.said(question));
        if (!understood.value().isBlank()) {
            blocks.context(understood);
        }
        noted(blocks, notes);
        List<ButtonElement> buttons = new ArrayList<>();
        options.stream()
                .filter(option -> Blocks.carries(option.command()))
                .forEach(option -> buttons.add(
                        Blocks.button(option.label(), ActionIds.COMMAND + buttons.size(), option.command())));
        form(buttons, form);
        buttons.add(Blocks.button("No", ActionIds.DISMISS, "no"));
        return blocks.buttons(buttons).message(Mrkdwn.said(question));
    }

    /**
     * The same card once its question is closed.
     *
     * @param question as it was asked; empty: it is not known any more
     * @param became what became of it: a second press would do it a second time
     */
    public static Message closed(String question, Mrkdwn became) {
        Blocks blocks = new Blocks();
        if (!question.isEmpty()) {
            blocks.section(Mrkdwn.said(question));
        }
        return blocks.context(became).message(became);
    }

    public static Mrkdwn left() {
        return Mrkdwn.ours("Left as it is.");
    }

    public static Mrkdwn chosen(String command) {
        return Mrkdwn.said("You chose `/qm " + Wording.brief(command.replace("`", "'")) + "`.");
    }

    /** It was said anew with other values. */
    public static Mrkdwn superseded() {
        return Mrkdwn.ours("You changed it; see below.");
    }
}

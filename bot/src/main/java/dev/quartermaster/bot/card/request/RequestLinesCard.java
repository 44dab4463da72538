package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message for several requests: a line for each with buttons of its own, and one that asks for all of them. */
public final class RequestLinesCard {
    private static final int LONGEST = 150;
    private static final int MOST_NOTES = 3;

    /** Characters of the head and of each of eight lines, which all find room. */
    private static final int MOST = 900;

    private RequestLinesCard() {}

    /**
     * @param number counted from 0
     * @param buttons what they say and carry; none once it was asked for or left
     * @param form what the button that opens its form carries; null: it has none
     * @param became what became of it, in our words; empty: it waits
     */
    public record Line(
            int number,
            Mrkdwn words,
            List<Option> buttons,
            @Nullable String form,
            String became) {}

    /** @param all what the button that asks for all of it carries; null: it has none */
    public static Message of(Mrkdwn head, List<Line> lines, @Nullable Option all) {
        Blocks blocks = new Blocks().section(head, MOST);
        for (Line line : lines) {
            blocks.section(Mrkdwn.ours("*" + (line.number() + 1) + ".* ").and(line.words()), MOST);
            if (!line.became().isEmpty()) {
                blocks.context(Mrkdwn.ours(line.became()));
            }
            blocks.buttons(buttons(line));
        }
        if (all != null) {
            blocks.buttons(List.of(Blocks.primary(all.label(), ActionIds.COMMAND + "all", all.command())));
        }
        return blocks.message(head);
    }

    private static List<ButtonElement> buttons(Line line) {
        List<ButtonElement> buttons = new ArrayList<>();
        for (Option option : line.buttons()) {
            String action = ActionIds.COMMAND + line.number() + "." + buttons.size();
            buttons.add(Blocks.button(option.label(), action, option.command()));
        }
        if (line.form() != null && Blocks.carries(line.form())) {
            buttons.add(Blocks.button("Change it in a form", ActionIds.FORM + line.number(), line.form()));
        }
        return buttons;
    }

    /**
     * What is said of one that is complete.
     *
     * @param title what it is
     * @param more what else was said of it: sizes, start, purpose; may be empty
     * @param cost what it costs, in words; empty where that is not known
     */
    public static Mrkdwn words(
            String title,
            String more,
            String cost,
            Judgement judgement,
            Rights rights,
            PersonId asker,
            List<String> notes) {
        Mrkdwn words = Mrkdwn.bold(Blocks.cut(title, LONGEST));
        if (!more.isEmpty()) {
            words = words.and(" · ").and(Mrkdwn.theirs(Blocks.cut(more, LONGEST)));
        }
        if (!cost.isEmpty()) {
            words = words.and("\n*Price* ").and(Mrkdwn.theirs(cost));
        }
        return noted(words.and("\n").and(verdict(judgement.verdict(), rights, asker)), notes);
    }

    /** What is said of one of which something is still to be said. */
    public static Mrkdwn asking(String title, String question, List<String> notes) {
        return noted(Mrkdwn.bold(Blocks.cut(title, LONGEST)).and("\n").and(Mrkdwn.said(question)), notes);
    }

    private static Mrkdwn verdict(Verdict verdict, Rights rights, PersonId asker) {
        return switch (verdict) {
            case Verdict.Allowed allowed -> Mrkdwn.ours("Needs nobody's yes.");
            case Verdict.NeedsApproval needs -> JudgementLines.deciders(needs.stages(), rights, asker);
            case Verdict.Refused refused -> Mrkdwn.ours("*Would be refused*\n").and(JudgementLines.reasons(refused));
        };
    }

    private static Mrkdwn noted(Mrkdwn words, List<String> notes) {
        Mrkdwn noted = words;
        for (String note : notes.stream().limit(MOST_NOTES).toList()) {
            noted = noted.and("\n").and(Mrkdwn.said(Blocks.cut(note, LONGEST)));
        }
        int more = notes.size() - MOST_NOTES;
        return more > 0 ? noted.and("\nand " + more + " more, which its form shows.") : noted;
    }
}

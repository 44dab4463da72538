package dev.quartermaster.bot.card.rule;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.rulebook.RuleSheet;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;

/** The rules for people to read: all of them by file, or one with its text. */
public final class RuleCards {
    private static final int BRIEF = 110;
    /** Slack's limit of a section's text, less what stands around it. */
    private static final int MOST_TEXT = 2_800;

    private RuleCards() {}

    /** @param owners who each file's owner is, in words, in the order of the sheets */
    public static Message all(Rulebook book, List<String> owners) {
        Blocks blocks = new Blocks().header("The rules");
        for (int at = 0; at < book.sheets().size(); at++) {
            RuleSheet sheet = book.sheets().get(at);
            Mrkdwn text = Mrkdwn.bold(sheet.title())
                    .and(Mrkdwn.theirs(" — " + sheet.file() + ", owned by "))
                    .and(Mrkdwn.theirs(owners.get(at)));
            for (RuleText rule : sheet.rules()) {
                text = text.and("\n• ")
                        .and(Mrkdwn.said("`" + rule.id().replace("`", "'") + "`"))
                        .and(Mrkdwn.theirs(" " + rule.then() + ": " + Blocks.cut(rule.words(), BRIEF)));
            }
            blocks.section(text);
        }
        return blocks.context(
                        Mrkdwn.said("`/qm rules <id>` shows one with its text; from there it can be tried and changed."
                                .replace("<", "‹")
                                .replace(">", "›")))
                .message(Mrkdwn.ours("The rules: " + book.rules().size() + " in "
                        + book.sheets().size() + " files"));
    }

    /** @param owner in words */
    public static Message one(RuleText rule, RuleSheet sheet, String owner) {
        Mrkdwn title = Mrkdwn.ours("Rule ").and(Mrkdwn.bold(rule.id()));
        Blocks blocks = new Blocks()
                .section(title.and(Mrkdwn.theirs(" of " + sheet.title() + " (" + sheet.file() + ":"
                        + rule.lines().first() + "), owned by " + owner)))
                .section(Mrkdwn.quoted(rule.words()))
                .section(source(rule.text()));
        if (!RuleModal.fits(rule, sheet)) {
            blocks.context(
                    Mrkdwn.ours("It is too long for a form: it is changed in its file, by a review of its folder."));
            return blocks.message(title);
        }
        List<ButtonElement> buttons = new ArrayList<>();
        buttons.add(Blocks.button("Try a change", ActionIds.RULE_FORM + ":try", "try|" + rule.id()));
        buttons.add(Blocks.button("Propose a change", ActionIds.RULE_FORM + ":change", "change|" + rule.id()));
        return blocks.buttons(buttons).message(title);
    }

    /** File text or a difference, as it stands. */
    static Mrkdwn source(String text) {
        String cut = Blocks.cut(Mrkdwn.escape(text.replace("```", "'''")), MOST_TEXT);
        int entity = cut.lastIndexOf('&');
        boolean half = entity > cut.lastIndexOf(';') && entity > cut.length() - 7;
        return Mrkdwn.ours("```" + (half ? cut.substring(0, entity) + "…" : cut) + "```");
    }
}

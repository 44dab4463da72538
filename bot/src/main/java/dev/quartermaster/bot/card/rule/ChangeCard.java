package dev.quartermaster.bot.card.rule;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.rulebook.RuleChange;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.actions.rulebook.Trial;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rehearsal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * A proposed change of rules: as a draft for its author, with what it would have changed; as an approval card for the
 * file's owner.
 */
public final class ChangeCard {
    private static final int MOST_EXAMPLES = 6;
    private static final int MOST_REASON = 800;

    private ChangeCard() {}

    public record Shown(RuleChange change, People people) {}

    /** What trying it on the past said. @param visible which questions this person may see at all */
    public record Tried(Trial.Figures figures, People people, Predicate<PersonId> visible) {}

    /** For who wrote it, while it is a draft. */
    public static Message draft(Shown shown, Tried tried) {
        RuleChange change = shown.change();
        Blocks blocks = new Blocks().section(Mrkdwn.ours("*Your change of* ").and(Mrkdwn.bold(change.rule())));
        figures(blocks, tried);
        blocks.section(RuleCards.source(change.difference()));
        return blocks.buttons(List.of(
                        Blocks.primary(
                                "Propose it",
                                ActionIds.RULE_CHANGE + "propose",
                                change.id().value()),
                        Blocks.button(
                                "Drop it",
                                ActionIds.RULE_CHANGE + "withdraw",
                                change.id().value())))
                .message(Mrkdwn.ours("Your change of ").and(Mrkdwn.theirs(change.rule())));
    }

    /** For who only tried it. */
    public static Message tried(String rule, String difference, Tried tried) {
        Blocks blocks = new Blocks().section(Mrkdwn.ours("*Tried: * ").and(Mrkdwn.bold(rule)));
        figures(blocks, tried);
        return blocks.section(RuleCards.source(difference))
                .context(Mrkdwn.ours("Nothing was proposed or changed."))
                .message(Mrkdwn.ours("Tried a change of ").and(Mrkdwn.theirs(rule)));
    }

    /** For who wrote it, once it is no draft any more. */
    public static Message own(Shown shown) {
        RuleChange change = shown.change();
        Blocks blocks = new Blocks()
                .section(Mrkdwn.ours("*Your change of* ")
                        .and(Mrkdwn.bold(change.rule()))
                        .and(" — ")
                        .and(stands(change, shown.people())))
                .section(Mrkdwn.theirs(change.figures()))
                .section(RuleCards.source(change.difference()));
        if (change.state() == State.WAITING) {
            blocks.buttons(List.of(Blocks.button(
                    "Take it back",
                    ActionIds.RULE_CHANGE + "withdraw",
                    change.id().value())));
        }
        return blocks.message(Mrkdwn.ours("Your change of ")
                .and(Mrkdwn.theirs(change.rule()))
                .and(" — ")
                .and(stands(change, shown.people())));
    }

    /** For who decides. @param deciders who may, right now */
    public static Message approval(Shown shown, Collection<PersonId> deciders) {
        RuleChange change = shown.change();
        Mrkdwn who = Mrkdwn.theirs(Wording.name(change.by(), shown.people()));
        Blocks blocks = new Blocks()
                .header(change.state() == State.WAITING ? "Rule change: approval needed" : "Rule change")
                .section(Mrkdwn.ours("*")
                        .and(who)
                        .and("* wants to change the rule ")
                        .and(Mrkdwn.bold(change.rule()))
                        .and(" in ")
                        .and(Mrkdwn.theirs(String.join(", ", change.files().keySet()))));
        if (!change.reason().isBlank()) {
            blocks.section(Mrkdwn.ours("*Why*\n").and(Mrkdwn.quoted(Blocks.cut(change.reason(), MOST_REASON))));
        }
        blocks.section(Mrkdwn.ours("*On the last 90 days*\n").and(Mrkdwn.theirs(change.figures())))
                .section(RuleCards.source(change.difference()));
        if (change.state() == State.WAITING) {
            blocks.section(Mrkdwn.ours("May decide: ").and(Wording.anyOf(deciders, shown.people())));
            blocks.buttons(buttons(change));
        } else {
            blocks.section(stands(change, shown.people()));
        }
        blocks.context(Mrkdwn.ours("`" + change.id() + "`").and(lapses(change)));
        return blocks.message(Mrkdwn.ours("Rule change by ").and(who).and(": ").and(Mrkdwn.theirs(change.rule())));
    }

    private static List<ButtonElement> buttons(RuleChange change) {
        String value = change.id() + "|" + change.digest();
        return List.of(
                Blocks.primary("Approve", ActionIds.RULE_CHANGE + "approve", value),
                Blocks.danger("Deny", ActionIds.RULE_CHANGE + "deny", value));
    }

    private static Mrkdwn lapses(RuleChange change) {
        return change.state() == State.WAITING && change.lapsesAt() != null
                ? Mrkdwn.ours(" · lapses ").and(Wording.moment(change.lapsesAt()))
                : Mrkdwn.ours("");
    }

    private static Mrkdwn stands(RuleChange change, People people) {
        PersonId by = change.decidedBy();
        Mrkdwn who = by == null ? Mrkdwn.ours("") : Mrkdwn.ours(" by ").and(Mrkdwn.theirs(Wording.name(by, people)));
        return switch (change.state()) {
            case DRAFT -> Mrkdwn.ours("a draft");
            case WAITING -> Mrkdwn.ours("waits for the owner of the file");
            case APPROVED ->
                Mrkdwn.ours("approved")
                        .and(who)
                        .and(", in force as `"
                                + change.version()
                                        .substring(
                                                0, Math.min(12, change.version().length())) + "`");
            case DENIED -> Mrkdwn.ours("denied").and(who).and(remark(change));
            case WITHDRAWN -> Mrkdwn.ours("taken back");
            case STALE -> Mrkdwn.ours("out of date").and(remark(change));
            case LAPSED -> Mrkdwn.ours("lapsed, nobody decided in time");
        };
    }

    private static Mrkdwn remark(RuleChange change) {
        return change.remark().isBlank()
                ? Mrkdwn.ours("")
                : Mrkdwn.ours(": ").and(Mrkdwn.theirs(Wording.brief(change.remark())));
    }

    private static void figures(Blocks blocks, Tried tried) {
        Rehearsal.Result result = tried.figures().result();
        blocks.section(Mrkdwn.ours("*On the last 90 days*\n").and(Mrkdwn.theirs(result.words())));
        List<Rehearsal.Changed> seen = result.changed().stream()
                .filter(each -> tried.visible().test(each.asked().by()))
                .toList();
        Mrkdwn examples = Mrkdwn.ours("");
        for (Rehearsal.Changed each : seen.stream().limit(MOST_EXAMPLES).toList()) {
            examples = examples.and(examples.value().isEmpty() ? "" : "\n").and(RehearsalLine.of(each, tried.people()));
        }
        blocks.section(examples);
        int hidden = result.changed().size() - seen.size();
        if (hidden > 0) {
            blocks.context(Mrkdwn.ours(
                    hidden + " more of people whose requests are not yours to see; they are counted only."));
        }
        tried.figures().unsaid().forEach(line -> blocks.context(Mrkdwn.theirs(line)));
    }
}

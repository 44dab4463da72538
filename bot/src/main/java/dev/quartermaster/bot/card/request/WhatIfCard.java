package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How something would be judged, with a button that asks for it. Nothing was filed, reserved or told to anybody. */
public final class WhatIfCard {
    private WhatIfCard() {}

    /**
     * One wish, judged.
     *
     * @param command that asks for it, without {@code /qm}
     * @param line the reading, in mrkdwn
     * @param money whether whoever reads sees the money it would be charged to
     */
    public record Tried(Judgement judgement, String command, Mrkdwn line, boolean money) {}

    /** @param carried what a button carries for a command */
    public static Message of(Tried tried, Rights rights, PersonId asker, UnaryOperator<String> carried) {
        Judgement judgement = tried.judgement();
        Mrkdwn verdict = verdict(judgement.verdict());
        Blocks blocks =
                new Blocks().section(Mrkdwn.ours("*What if* · ").and(verdict)).context(code(tried.command()));
        if (!tried.line().value().isBlank()) {
            blocks.context(tried.line());
        }
        if (judgement.price() != null) {
            blocks.section(Mrkdwn.ours("*Price* " + Wording.price(judgement.price())));
        }
        blocks.section(rules(judgement));
        List<ButtonElement> buttons = new ArrayList<>();
        switch (judgement.verdict()) {
            case Verdict.Allowed allowed -> ask(buttons, carried.apply(tried.command()));
            case Verdict.NeedsApproval needs -> {
                blocks.section(JudgementLines.deciders(needs.stages(), rights, asker));
                ask(buttons, carried.apply(tried.command()));
            }
            case Verdict.Refused refused -> refused(blocks, buttons, refused, tried.money(), carried);
        }
        return blocks.context(Mrkdwn.ours("Judged for you as things are now; nothing was asked for."))
                .buttons(buttons)
                .message(Mrkdwn.ours("What if: ").and(verdict));
    }

    private static Mrkdwn verdict(Verdict verdict) {
        return Mrkdwn.ours(
                switch (verdict) {
                    case Verdict.Allowed allowed -> "it would be handed over at once";
                    case Verdict.NeedsApproval(var stages, var guards) ->
                        stages.size() == 1 ? "it would need a yes" : "it would need " + stages.size() + " yeses";
                    case Verdict.Refused refused -> "it would be refused";
                });
    }

    private static Mrkdwn code(String command) {
        return Mrkdwn.said("`/qm " + Blocks.cut(command.replace("`", "'"), 300) + "`");
    }

    private static Mrkdwn rules(Judgement judgement) {
        Mrkdwn text = Mrkdwn.ours("");
        for (Judgement.Matched rule : judgement.rules()) {
            text = text.and(text.value().isEmpty() ? "" : "\n")
                    .and("• ")
                    .and(Mrkdwn.theirs(rule.rule() + " (" + rule.then() + "): " + rule.because()));
        }
        return text;
    }

    private static void ask(List<ButtonElement> buttons, String command) {
        if (Blocks.carries(command)) {
            buttons.add(Blocks.primary("Ask for it", ActionIds.COMMAND + buttons.size(), command));
        }
    }

    private static void refused(
            Blocks blocks,
            List<ButtonElement> buttons,
            Verdict.Refused refused,
            boolean money,
            UnaryOperator<String> carried) {
        blocks.section(JudgementLines.reasons(refused));
        for (Verdict.Alternative alternative : refused.alternatives(money)) {
            buttons.add(Blocks.button(
                    alternative.label(), ActionIds.COMMAND + buttons.size(), carried.apply(alternative.command())));
        }
    }
}

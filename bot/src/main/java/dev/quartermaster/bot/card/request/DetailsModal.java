package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Modal;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import java.util.List;

/**
 * Everything behind a card, for one person: how it was read, which rules spoke, what would be made and what each part
 * costs.
 */
public final class DetailsModal {
    private static final int MOST = 30;

    private DetailsModal() {}

    /** @param understood the reading with the words it came from; may be empty */
    public static String of(Request request, Mrkdwn understood, People people) {
        Judgement judgement = request.judgement();
        Blocks blocks = Blocks.ofView()
                .section(Mrkdwn.bold(Wording.name(request.by(), people))
                        .and(" asked for ")
                        .and(Mrkdwn.bold(request.summary()))
                        .and(" ")
                        .and(Wording.moment(request.at())));
        if (!understood.value().isBlank()) {
            blocks.section(Mrkdwn.ours("*Read as*\n").and(understood));
        }
        if (!request.purpose().isBlank()) {
            blocks.section(Mrkdwn.ours("*Purpose*\n").and(Mrkdwn.quoted(request.purpose())));
        }
        blocks.section(lines(
                "Rules that spoke",
                judgement.rules().stream()
                        .map(rule -> Mrkdwn.ours("• `" + code(rule.rule()) + "` " + code(rule.then()) + ": ")
                                .and(Mrkdwn.theirs(rule.because())))
                        .toList()));
        if (judgement.plan() != null) {
            plan(blocks, judgement.plan());
        }
        if (judgement.price() != null) {
            price(blocks, judgement.price());
        }
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "` · rules of version `"
                + code(Blocks.cut(judgement.version(), 12)) + "` · what you see has the digest `"
                + code(request.digest()) + "`"));
        return new Modal(ActionIds.DETAILS, "Details", "", "").of(blocks);
    }

    /** In place of the details, for somebody who may not read them. */
    public static String none(String words) {
        return Modal.saying(ActionIds.DETAILS, "Details", words);
    }

    private static void plan(Blocks blocks, Plan plan) {
        blocks.section(plan.parameters().entrySet().stream()
                .map(each -> Mrkdwn.theirs(each.getKey() + " ")
                        .and(Wording.shown(each.getValue().text())))
                .reduce((before, next) -> before.and(", ").and(next))
                .map(Mrkdwn.ours("*Asked with*\n")::and)
                .orElse(Mrkdwn.ours("")));
        blocks.section(lines(
                "What would be made, in this order",
                plan.parts().stream().map(DetailsModal::part).toList()));
    }

    private static Mrkdwn part(Part part) {
        List<DatasetName> reaches = part.reaches().stream().sorted().toList();
        return Mrkdwn.ours("• `" + code(part.name().value()) + "` (" + code(part.provider()) + ")")
                .and(
                        reaches.isEmpty()
                                ? Mrkdwn.ours("")
                                : Mrkdwn.ours(", opens ").and(Wording.data(reaches)));
    }

    private static void price(Blocks blocks, Price price) {
        List<Mrkdwn> each = price.lines().stream()
                .map(line -> Mrkdwn.ours(
                                "• " + line.quantity().stripTrailingZeros().toPlainString() + " ")
                        .and(Mrkdwn.theirs(line.resource()))
                        .and(" of `" + code(line.part().value()) + "`: " + line.perHour() + " an hour"))
                .toList();
        blocks.section(lines("What it costs", each));
        blocks.section(Mrkdwn.ours(price.perHour() + " an hour, " + price.perDay() + " a day, *" + price.ceiling()
                + " for " + Wording.length(price.term()) + "*"));
    }

    private static Mrkdwn lines(String title, List<Mrkdwn> lines) {
        Mrkdwn text = Mrkdwn.ours("*" + title + "*");
        if (lines.isEmpty()) {
            return text.and("\nnothing");
        }
        for (Mrkdwn line : lines.subList(0, Math.min(MOST, lines.size()))) {
            text = text.and("\n").and(line);
        }
        return lines.size() > MOST ? text.and("\nand " + (lines.size() - MOST) + " more") : text;
    }

    private static String code(String text) {
        return Mrkdwn.escape(text.replace("`", ""));
    }
}

package dev.quartermaster.bot.card.request;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.Vote;
import dev.quartermaster.actions.request.enquiry.Enquiries.Enquiry;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The card an approver decides on: who asks, what in one line, what it reaches, for how long, which sizes, why, its price, the rules
 * that asked, who may decide, when it lapses. The copy in a channel shows the request's price and no other money.
 */
public final class ApprovalCard {
    /** Stages that are shown at most: more would not fit into Slack's 13,200 characters a message. */
    private static final int MOST_STAGES = 12;

    private static final int MOST_PURPOSE = 1000;
    private static final int MOST_ENQUIRIES = 3;

    private ApprovalCard() {}

    /**
     * @param budget of the asker's team, for the copy of whoever owns it; null in every other copy
     * @param now for the forecast
     * @param enquiries asked back so far, in order
     * @param remarks what should be known of what was handed over for it
     * @param reader whose copy it is; null: everybody's
     * @param less how long would do, as it is typed, for whoever approves less; mostly empty
     */
    public record Shown(
            Request request,
            ZoneId zone,
            Instant now,
            @Nullable BudgetView budget,
            List<Enquiry> enquiries,
            List<String> remarks,
            @Nullable PersonId reader,
            String less) {
        /** What whoever reads has said already; null: nothing, or many read it. */
        @Nullable
        Vote said() {
            return request.clicks().stream()
                    .filter(click -> click.by().equals(reader) && click.choice() == Choice.APPROVE)
                    .findFirst()
                    .orElse(null);
        }
    }

    public static Message of(Shown shown, Rights rights) {
        Request request = shown.request();
        Blocks blocks = new Blocks().header(title(request));
        into(blocks, shown, rights);
        return blocks.message(Mrkdwn.ours(title(request) + ": ")
                .and(Mrkdwn.theirs(Wording.name(request.by(), rights.people()) + ", " + request.summary()))
                .and(priceText(request)));
    }

    /** Everything below the title, buttons included: a message has it, and so has Home. */
    public static void into(Blocks blocks, Shown shown, Rights rights) {
        Request request = shown.request();
        boolean open = request.state() == State.WAITING;
        blocks.section(Mrkdwn.bold(Wording.name(request.by(), rights.people()))
                .and(" (")
                .and(Mrkdwn.theirs(request.team().value()))
                .and(open ? ") asks for " : ") asked for ")
                .and(Mrkdwn.bold(request.summary())));
        request.lessened().stream()
                .limit(MOST_ENQUIRIES)
                .forEach(click -> blocks.section(Mrkdwn.ours("• ")
                        .and(Mrkdwn.bold(Wording.name(click.by(), rights.people())))
                        .and(" made it smaller: ")
                        .and(Mrkdwn.theirs(click.less()))));
        List<Mrkdwn> facts = Wording.facts(request, Wording::priceAndRate);
        facts.addAll(AskedSizes.of(request, rights.catalogue()));
        blocks.fields(facts);
        if (request.resizing() != null && !request.resizing().effect().isEmpty()) {
            blocks.section(Mrkdwn.ours("*While it changes*\n")
                    .and(Mrkdwn.said(request.resizing().effect())));
        }
        if (!request.purpose().isBlank()) {
            blocks.section(Mrkdwn.ours("*Purpose*\n").and(Mrkdwn.quoted(Blocks.cut(request.purpose(), MOST_PURPOSE))));
        }
        if (shown.budget() != null) {
            blocks.section(new BudgetImpact(request, shown.budget(), shown.zone(), shown.now()).text());
        }
        stages(blocks, request, rights);
        shown.enquiries().stream()
                .skip(Math.max(0, shown.enquiries().size() - MOST_ENQUIRIES))
                .forEach(enquiry -> blocks.section(enquiry(enquiry, request, rights)));
        shown.remarks().forEach(remark -> blocks.context(Mrkdwn.theirs(remark)));
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "`")
                .and(open ? Mrkdwn.ours(" · lapses ").and(Wording.moment(request.lapsesAt())) : Mrkdwn.ours(""))
                .and(rules(request)));
        if (open) {
            Vote said = shown.said();
            if (said != null) {
                blocks.section(saidYes(request, said, rights));
            }
            blocks.buttons(buttons(request, said != null, shown.less()));
        }
    }

    /** One yes a person: what is left to them is to think better of it. */
    private static Mrkdwn saidYes(Request request, Vote said, Rights rights) {
        Mrkdwn text =
                Mrkdwn.ours("*You said yes* ").and(Wording.moment(said.at())).and(". It still waits for ");
        List<Mrkdwn> others = request.asked().stream()
                .map(request.stages()::get)
                .map(stage -> Wording.anyOf(
                        rights.of(stage.deciders(), request.askers()).stream()
                                .filter(person -> !ApprovalTally.said(request.clicks(), person, Choice.APPROVE))
                                .toList(),
                        rights.people()))
                .distinct()
                .toList();
        for (int number = 0; number < others.size(); number++) {
            text = text.and(number == 0 ? "" : " and for ").and(others.get(number));
        }
        return text.and(". Deny it if you have changed your mind.");
    }

    private static void stages(Blocks blocks, Request request, Rights rights) {
        int stages = request.stages().size();
        for (int stage = 0; stage < Math.min(stages, MOST_STAGES); stage++) {
            blocks.section(stage(request, stage, rights));
        }
        if (stages > MOST_STAGES) {
            blocks.context(Mrkdwn.ours("and " + (stages - MOST_STAGES) + " more yeses; `/qm status " + request.id()
                    + "` shows how it stands."));
        }
    }

    private static Mrkdwn enquiry(Enquiry enquiry, Request request, Rights rights) {
        Mrkdwn asked = Mrkdwn.ours("• ")
                .and(Mrkdwn.theirs(Wording.name(enquiry.by(), rights.people())))
                .and(" asks: ")
                .and(Mrkdwn.theirs(Wording.brief(enquiry.text())));
        return enquiry.answer() == null
                ? asked.and("\nno answer yet")
                : asked.and("\n")
                        .and(Mrkdwn.theirs(Wording.name(request.by(), rights.people())))
                        .and(" answers: ")
                        .and(Mrkdwn.theirs(Wording.brief(enquiry.answer())));
    }

    /** The rules by name: what they say stands beside each yes. */
    private static Mrkdwn rules(Request request) {
        String names = request.judgement().rules().stream()
                .filter(rule -> rule.then().equals("approve"))
                .map(rule -> "`" + Mrkdwn.escape(rule.rule().replace("`", "")) + "`")
                .distinct()
                .limit(6)
                .collect(Collectors.joining(", "));
        return Mrkdwn.ours(names.isEmpty() ? "" : " · asked by " + names);
    }

    private static List<ButtonElement> buttons(Request request, boolean said, String less) {
        String shown = new ActionIds.Shown(request.id(), request.digest()).value();
        ButtonElement lesser = Blocks.button(
                less.isEmpty() ? "Approve with less" : "Approve with less: " + less,
                ActionIds.LESS,
                new ActionIds.Shown(request.id(), request.digest(), less).value());
        if (said) {
            return List.of(
                    lesser,
                    Blocks.danger("Deny", ActionIds.DENY, shown),
                    Blocks.button("Details", ActionIds.DETAILS, shown));
        }
        return List.of(
                Blocks.primary("Approve", ActionIds.APPROVE, shown),
                lesser,
                Blocks.danger("Deny", ActionIds.DENY, shown),
                Blocks.button("Ask a question", ActionIds.QUESTION, shown),
                Blocks.button("Details", ActionIds.DETAILS, shown));
    }

    private static String title(Request request) {
        return switch (request.state()) {
            case WAITING -> "Approval needed";
            case APPROVED, PROVIDING -> "Approved, on its way";
            case LIVE -> "Approved, handed over";
            case DENIED -> "Denied";
            case REFUSED -> "Refused by rule";
            case WITHDRAWN -> "Withdrawn by the asker";
            case LAPSED -> "Lapsed, nobody decided in time";
            case FAILED -> "Approved, could not be made";
            case ENDED -> "Approved, ended";
        };
    }

    private static Mrkdwn priceText(Request request) {
        @Nullable Price price = request.judgement().price();
        return Mrkdwn.ours(price == null ? "" : ", " + price.ceiling() + " in all");
    }

    private static Mrkdwn stage(Request request, int index, Rights rights) {
        Stage stage = request.stages().get(index);
        Mrkdwn text = Mrkdwn.ours("• ").and(Mrkdwn.theirs(stage.because())).and("\n");
        List<Decision> decisions = request.decisions().stream()
                .filter(each -> each.stage() == index)
                .toList();
        for (Decision decision : decisions) {
            text = text.and(decision.choice() == Choice.APPROVE ? ":white_check_mark: " : ":no_entry: ")
                    .and(Mrkdwn.theirs(Wording.decider(decision.by(), stage.deciders(), request.askers(), rights)))
                    .and(decision.choice() == Choice.APPROVE ? " approved " : " denied ")
                    .and(Wording.moment(decision.at()));
            if (!decision.reason().isBlank()) {
                text = text.and(": ").and(Mrkdwn.theirs(Wording.brief(decision.reason())));
            }
            text = text.and("\n");
        }
        long missing = stage.needed()
                - decisions.stream()
                        .filter(each -> each.choice() == Choice.APPROVE)
                        .count();
        if (request.state() == State.WAITING && missing > 0) {
            text = text.and(before(request, index) ? "After that, may decide: " : "May decide: ")
                    .and(missing > 1 ? missing + " different people of " : "")
                    .and(Wording.deciders(stage.deciders(), request.askers(), rights));
        }
        return text;
    }

    /** Whether others are asked first. */
    private static boolean before(Request request, int index) {
        int order = request.stages().get(index).order();
        return request.asked().stream()
                .anyMatch(asked -> request.stages().get(asked).order() < order);
    }
}

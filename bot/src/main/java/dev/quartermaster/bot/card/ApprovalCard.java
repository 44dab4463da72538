package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an approver sees: who asks, what in one line, what it reaches, for how long, why, its price, the rules that
 * asked, who may click, when it lapses. The copy in a channel shows the request's price and no other money.
 */
public final class ApprovalCard {
    /** More would not fit into Slack's 13,200 characters a message. */
    private static final int MOST_STAGES = 12;

    private static final int MOST_PURPOSE = 1000;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private ApprovalCard() {}

    /** @param budget of the asker's team, for the copy of whoever owns it; null in every other copy */
    public static Message of(Request request, Rights rights, ZoneId zone, @Nullable BudgetView budget) {
        People people = rights.people();
        Blocks blocks = new Blocks()
                .header(title(request))
                .section(Mrkdwn.bold(Wording.name(request.by(), people))
                        .and(" (")
                        .and(Mrkdwn.theirs(request.team().value()))
                        .and(request.state() == State.WAITING ? ") asks for " : ") asked for ")
                        .and(Mrkdwn.bold(request.summary())));
        blocks.fields(facts(request));
        if (!request.purpose().isBlank()) {
            blocks.section(Mrkdwn.ours("*Purpose*\n").and(Mrkdwn.quoted(Blocks.cut(request.purpose(), MOST_PURPOSE))));
        }
        if (budget != null) {
            blocks.section(money(request, budget, zone));
        }
        int stages = request.stages().size();
        for (int stage = 0; stage < Math.min(stages, MOST_STAGES); stage++) {
            blocks.section(stage(request, stage, rights));
        }
        if (stages > MOST_STAGES) {
            blocks.context(Mrkdwn.ours("and " + (stages - MOST_STAGES) + " more yeses; `/qm status " + request.id()
                    + "` shows how it stands."));
        }
        boolean open = request.state() == State.WAITING;
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "`")
                .and(open ? Mrkdwn.ours(" · lapses ").and(Wording.moment(request.lapsesAt())) : Mrkdwn.ours("")));
        if (open) {
            blocks.buttons(buttons(request));
        }
        return blocks.message(Mrkdwn.ours(title(request) + ": ")
                .and(Mrkdwn.theirs(Wording.name(request.by(), people) + ", " + request.summary()))
                .and(priceText(request)));
    }

    private static List<ButtonElement> buttons(Request request) {
        String shown = new Actions.Shown(request.id(), request.digest()).value();
        return List.of(Blocks.primary("Approve", Actions.APPROVE, shown), Blocks.danger("Deny", Actions.DENY, shown));
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

    private static List<Mrkdwn> facts(Request request) {
        List<Mrkdwn> facts = new ArrayList<>();
        @Nullable Plan plan = request.judgement().plan();
        @Nullable Price price = request.judgement().price();
        if (price != null) {
            facts.add(Mrkdwn.ours("*Price*\n" + Wording.price(price)));
        }
        if (plan != null) {
            facts.add(Mrkdwn.ours("*For*\n" + Wording.length(plan.term())));
            facts.add(Mrkdwn.ours("*Reaches*\n").and(Wording.data(plan.reaches())));
        }
        return facts;
    }

    private static Mrkdwn priceText(Request request) {
        @Nullable Price price = request.judgement().price();
        return Mrkdwn.ours(price == null ? "" : ", " + price.ceiling() + " in all");
    }

    private static Mrkdwn money(Request request, BudgetView budget, ZoneId zone) {
        YearMonth month = YearMonth.from(request.at().atZone(zone));
        BudgetView.Month now = budget.month(month);
        @Nullable Price price = request.judgement().price();
        var left = budget.perMonth().minus(now.used()).minus(now.reserved());
        boolean counted = request.state() != State.WAITING;
        var after = price == null || counted ? left : left.minus(price.ceiling());
        return Mrkdwn.ours("*Budget of " + request.team() + ", " + MONTH.format(month) + "*\n" + left + " left of "
                + budget.perMonth() + (counted ? "" : ", " + after + " after this")
                + (after.amount().signum() < 0 ? " — *this is an overrun*" : "")
                + " · used " + now.used() + ", reserved " + now.reserved());
    }

    private static Mrkdwn stage(Request request, int index, Rights rights) {
        Stage stage = request.stages().get(index);
        Mrkdwn text = Mrkdwn.ours("• ").and(Mrkdwn.theirs(stage.because())).and("\n");
        List<Decision> decisions = request.decisions().stream()
                .filter(each -> each.stage() == index)
                .toList();
        for (Decision decision : decisions) {
            text = text.and(decision.choice() == Choice.APPROVE ? ":white_check_mark: " : ":no_entry: ")
                    .and(Mrkdwn.theirs(Wording.name(decision.by(), rights.people())))
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
            text = text.and(missing == 1 ? "May decide: " : missing + " different people are needed, may decide: ")
                    .and(Wording.deciders(stage.deciders(), request.askers(), rights));
        }
        return text;
    }
}

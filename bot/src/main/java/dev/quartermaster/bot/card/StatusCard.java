package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Decision;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The asker's one message about a request: edited from asked to ended, with links, price, reach and end when live. */
public final class StatusCard {
    private StatusCard() {}

    /**
     * @param understood the reading, with the words it came from; shown so that a misreading is seen
     * @param words what happens now, or happened last, in one sentence
     * @param unrevealed parts whose credentials wait to be shown
     * @param simulated said beside every link into a simulated cluster
     */
    public record Shown(
            Request request,
            @Nullable Lease lease,
            Mrkdwn understood,
            String words,
            List<PartName> unrevealed,
            boolean simulated) {}

    public static Message of(Shown shown, Rights rights) {
        Request request = shown.request();
        Blocks blocks = new Blocks()
                .section(Mrkdwn.ours(sign(request.state()) + " ")
                        .and(Mrkdwn.bold(request.summary()))
                        .and(" — ")
                        .and(headline(request)));
        switch (request.state()) {
            case WAITING -> blocks.section(waitingFor(request, rights));
            case DENIED ->
                blocks.section(shown.words().isBlank() ? denials(request, rights) : Mrkdwn.said(shown.words()));
            case REFUSED -> refusal(blocks, request);
            case LIVE -> {
                said(blocks, shown);
                live(blocks, shown);
            }
            case APPROVED, PROVIDING, WITHDRAWN, LAPSED, FAILED, ENDED -> said(blocks, shown);
        }
        List<Mrkdwn> facts = facts(shown);
        if (!facts.isEmpty()) {
            blocks.fields(facts);
        }
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "`")
                .and(shown.understood().value().isBlank() ? "" : " · ")
                .and(shown.understood()));
        blocks.buttons(buttons(shown));
        return blocks.message(Mrkdwn.theirs(request.summary())
                .and(": ")
                .and(headline(request))
                .and(" ")
                .and(Mrkdwn.theirs(shown.words())));
    }

    private static String sign(State state) {
        return switch (state) {
            case WAITING -> ":hourglass_flowing_sand:";
            case APPROVED, PROVIDING -> ":gear:";
            case LIVE -> ":white_check_mark:";
            case DENIED, REFUSED -> ":no_entry:";
            case WITHDRAWN, LAPSED, ENDED -> ":checkered_flag:";
            case FAILED -> ":warning:";
        };
    }

    private static Mrkdwn headline(Request request) {
        return Mrkdwn.ours(
                switch (request.state()) {
                    case WAITING -> "waiting for approval";
                    case APPROVED, PROVIDING -> "on its way";
                    case LIVE -> request.extending() == null ? "ready" : "extended";
                    case DENIED -> "denied";
                    case REFUSED -> "not possible like this";
                    case WITHDRAWN -> "withdrawn";
                    case LAPSED -> "lapsed: nobody decided in time";
                    case FAILED -> "could not be made";
                    case ENDED -> "ended";
                });
    }

    private static Mrkdwn waitingFor(Request request, Rights rights) {
        Mrkdwn text = Mrkdwn.ours("Waiting for:");
        for (int index = 0; index < request.stages().size(); index++) {
            Stage stage = request.stages().get(index);
            int number = index;
            List<Decision> yes = request.decisions().stream()
                    .filter(each -> each.stage() == number && each.choice() == Choice.APPROVE)
                    .toList();
            text = text.and("\n• ").and(Mrkdwn.theirs(stage.because())).and(" — ");
            text = yes.size() >= stage.needed()
                    ? text.and(":white_check_mark: ")
                            .and(Mrkdwn.theirs(Wording.list(
                                    yes.stream()
                                            .map(each -> Wording.name(each.by(), rights.people()))
                                            .toList(),
                                    " and ")))
                    : text.and(Wording.anyOf(rights.of(stage.deciders(), request.by()), rights.people()));
        }
        return text.and("\nIt lapses ").and(Wording.moment(request.lapsesAt())).and(" if nobody decides.");
    }

    private static Mrkdwn denials(Request request, Rights rights) {
        Mrkdwn text = Mrkdwn.ours("");
        for (Decision each : request.decisions()) {
            if (each.choice() == Choice.DENY) {
                text = text.and(Mrkdwn.theirs(Wording.name(each.by(), rights.people())))
                        .and(" said no")
                        .and(
                                each.reason().isBlank()
                                        ? Mrkdwn.ours(".")
                                        : Mrkdwn.ours(": ").and(Mrkdwn.theirs(each.reason())));
            }
        }
        return text.value().isBlank() ? Mrkdwn.ours("Somebody entitled said no.") : text;
    }

    private static void said(Blocks blocks, Shown shown) {
        if (!shown.words().isBlank()) {
            blocks.section(Mrkdwn.said(shown.words()));
        }
    }

    private static void refusal(Blocks blocks, Request request) {
        if (request.judgement().verdict() instanceof Verdict.Refused refused) {
            refused.reasons().forEach(reason -> blocks.section(Mrkdwn.ours("• ").and(Mrkdwn.said(reason.words()))));
            if (!refused.alternatives().isEmpty()) {
                blocks.section(Mrkdwn.ours("This would work:"));
            }
        }
    }

    private static void live(Blocks blocks, Shown shown) {
        @Nullable Lease lease = shown.lease();
        if (lease == null || shown.request().extending() != null) {
            return;
        }
        Mrkdwn links = Mrkdwn.ours("");
        for (Link link : lease.links()) {
            links = links.and(links.value().isEmpty() ? "" : "\n").and(link(link));
        }
        for (Lease.PartState part : lease.parts()) {
            if (part.provider().equals("repository") && !part.ref().isBlank()) {
                links = links.and(links.value().isEmpty() ? "" : "\n")
                        .and(link(new Link("Git repository", part.ref(), "none")));
            }
        }
        if (links.value().isEmpty()) {
            return;
        }
        blocks.section(
                links.and(shown.simulated() ? "\n_The cluster is simulated: a link shows what would be there._" : ""));
    }

    /** A link that is no web address (a clone URL) is shown as text: Slack would not open it. */
    private static Mrkdwn link(Link link) {
        return link.url().matches("https?://[^\\s|<>]+")
                ? Mrkdwn.ours("• ").and(Mrkdwn.link(link.url(), link.title()))
                : Mrkdwn.ours("• ")
                        .and(Mrkdwn.theirs(link.title()))
                        .and(": `" + link.url().replace("`", "") + "`");
    }

    private static List<Mrkdwn> facts(Shown shown) {
        Request request = shown.request();
        List<Mrkdwn> facts = new ArrayList<>();
        @Nullable Lease lease = shown.lease();
        @Nullable Price price = request.judgement().price();
        if (request.judgement().plan() != null) {
            facts.add(Mrkdwn.ours("*Reaches*\n")
                    .and(Wording.data(request.judgement().plan().reaches())));
            facts.add(
                    lease != null && lease.from() != null
                            ? Mrkdwn.ours("*Ends*\n").and(Wording.moment(lease.until()))
                            : Mrkdwn.ours("*For*\n"
                                    + Wording.length(request.judgement().plan().term())));
        }
        // What the bounds refused was never priced, and what costs nothing is worth saying only where it can be had.
        if (price != null
                && (request.state() != State.REFUSED || price.ceiling().amount().signum() > 0)) {
            facts.add(Mrkdwn.ours("*Price*\n"
                    + (price.ceiling().amount().signum() == 0
                            ? "nothing"
                            : price.ceiling() + " in all, " + price.perDay() + " a day")));
        }
        return facts;
    }

    private static List<ButtonElement> buttons(Shown shown) {
        Request request = shown.request();
        List<ButtonElement> buttons = new ArrayList<>();
        switch (request.state()) {
            case WAITING ->
                buttons.add(
                        Blocks.button("Withdraw", Actions.WITHDRAW, request.id().value()));
            case REFUSED -> {
                if (request.judgement().verdict() instanceof Verdict.Refused refused) {
                    refused.alternatives()
                            .forEach(each -> buttons.add(
                                    Blocks.button(each.label(), Actions.COMMAND + buttons.size(), each.command())));
                }
            }
            case LIVE -> {
                @Nullable Lease lease = shown.lease();
                if (lease != null && request.extending() == null) {
                    shown.unrevealed()
                            .forEach(part -> buttons.add(Blocks.primary(
                                    "Show credentials: " + part,
                                    Actions.REVEAL + ":" + part,
                                    new Actions.Reveal(lease.id(), part).value())));
                    buttons.add(Blocks.danger("Stop", Actions.STOP, lease.id().value()));
                }
            }
            case APPROVED, PROVIDING, DENIED, WITHDRAWN, LAPSED, FAILED, ENDED -> {}
        }
        return buttons;
    }
}

package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.part.PartTypes;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reading.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The asker's one message about a request, edited from asked to ended, with links, price, reach and end while it is
 * live.
 */
public final class StatusCard {
    private StatusCard() {}

    /**
     * @param understood the reading, with the words it came from; shown so that a misreading is seen
     * @param words what happens now, or happened last, in one sentence
     * @param showable parts whose credentials can be shown
     * @param simulated said beside every link into a simulated cluster
     * @param offers what would work, for whoever reads; each a whole command, or what a button carries for one
     * @param stoppable whether somebody who reads may stop it
     * @param resizable whether anything of it can have another size
     * @param runs when what runs by a schedule comes next, as of now; may be empty
     */
    public record Shown(
            Request request,
            @Nullable Lease lease,
            Mrkdwn understood,
            String words,
            List<Leases.Showable> showable,
            boolean simulated,
            List<Option> offers,
            boolean stoppable,
            boolean resizable,
            Mrkdwn runs) {
        /** Of what runs by no schedule. */
        public Shown(
                Request request,
                @Nullable Lease lease,
                Mrkdwn understood,
                String words,
                List<Leases.Showable> showable,
                boolean simulated,
                List<Option> offers,
                boolean stoppable,
                boolean resizable) {
            this(request, lease, understood, words, showable, simulated, offers, stoppable, resizable, Mrkdwn.ours(""));
        }
    }

    public static Message of(Shown shown, Rights rights) {
        Request request = shown.request();
        Blocks blocks = new Blocks()
                .section(Mrkdwn.ours(sign(request.state()) + " ")
                        .and(Mrkdwn.bold(title(shown)))
                        .and(" — ")
                        .and(news(shown)));
        request.lessened()
                .forEach(click -> blocks.section(Mrkdwn.ours("• ")
                        .and(Mrkdwn.bold(Wording.name(click.by(), rights.people())))
                        .and(" agreed to less: ")
                        .and(Mrkdwn.theirs(click.less()))
                        .and(click.reason().isBlank() ? "" : " — ")
                        .and(Mrkdwn.theirs(Wording.brief(click.reason())))));
        if (request.resizing() != null
                && !request.resizing().effect().isEmpty()
                && request.state() != State.LIVE
                && !request.state().terminal()) {
            blocks.section(Mrkdwn.said(request.resizing().effect()));
        }
        switch (request.state()) {
            case WAITING -> blocks.section(waitingFor(request, rights));
            case REFUSED -> refusal(blocks, request);
            case LIVE, APPROVED, PROVIDING, DENIED, WITHDRAWN, LAPSED, FAILED, ENDED -> {}
        }
        live(blocks, shown, rights.catalogue().types());
        List<Mrkdwn> facts = facts(shown);
        facts.addAll(AskedSizes.of(request, rights.catalogue()));
        if (!shown.runs().value().isEmpty()) {
            facts.add(Mrkdwn.ours("*Owner*\n").and(Mrkdwn.theirs(Wording.name(request.owner(), rights.people()))));
            facts.add(Mrkdwn.ours("*Next runs*\n")
                    .and(shown.runs())
                    .and(shown.simulated() ? "\n_The cluster is simulated: nothing runs._" : ""));
        }
        blocks.fields(facts);
        request.judgement().rules().stream()
                .filter(rule -> rule.rule().startsWith("pre-"))
                .forEach(rule ->
                        blocks.context(Mrkdwn.ours("`" + rule.rule() + "` ").and(Mrkdwn.theirs(rule.because()))));
        if (!request.owner().equals(request.by())) {
            blocks.section(Mrkdwn.ours("Asked for by ")
                    .and(Mrkdwn.bold(Wording.name(request.by(), rights.people())))
                    .and(" for ")
                    .and(Mrkdwn.bold(Wording.name(request.owner(), rights.people())))
                    .and(", whose it becomes."));
        }
        blocks.context(Mrkdwn.ours("Request `" + request.id() + "`")
                .and(shown.understood().value().isBlank() ? "" : " · ")
                .and(shown.understood()));
        if (request.state() == State.REFUSED && !shown.offers().isEmpty()) {
            blocks.section(Mrkdwn.ours("*This would work*"));
        }
        blocks.buttons(StatusButtons.of(shown, rights.catalogue()));
        return blocks.message(Mrkdwn.theirs(title(shown)).and(" — ").and(news(shown)));
    }

    private static String title(Shown shown) {
        return Wording.title(shown.request(), shown.lease());
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

    /** One statement, never the same thing twice: what was said last where that says it all, otherwise where it stands. */
    private static Mrkdwn news(Shown shown) {
        Request request = shown.request();
        String stands = switch (request.state()) {
            case WAITING -> request.opened().isEmpty() ? "waiting for approval" : ahead(shown);
            case APPROVED, PROVIDING -> "on its way";
            case LIVE ->
                request.extending() == null ? "ready" : request.resizing() == null ? "extended" : "has its new size";
            case DENIED -> "denied";
            case REFUSED -> "not possible like this";
            case WITHDRAWN -> "withdrawn";
            case LAPSED -> "lapsed: nobody decided in time";
            case FAILED -> "could not be made";
            case ENDED -> "ended";
        };
        // What is waited for, and why not, stands below; what is said then would repeat it.
        boolean below = request.state() == State.WAITING || request.state() == State.REFUSED;
        return below || shown.words().isBlank() ? Mrkdwn.ours(stands) : Mrkdwn.said(shown.words());
    }

    /** Which parts are ready or on their way while the rest waits for a yes. */
    private static String ahead(Shown shown) {
        boolean live = shown.lease() != null && shown.lease().state() == Lease.State.LIVE;
        String parts = SentenceParts.list(
                shown.request().opened().stream().map(PartName::value).sorted().toList(), "and");
        return parts + (live ? " ready" : " on the way") + ", the rest waits for approval";
    }

    private static Mrkdwn waitingFor(Request request, Rights rights) {
        Mrkdwn text = Mrkdwn.ours("It needs a yes from");
        for (int index = 0; index < request.stages().size(); index++) {
            Stage stage = request.stages().get(index);
            int number = index;
            List<String> yes = request.decisions().stream()
                    .filter(each -> each.stage() == number && each.choice() == Choice.APPROVE)
                    .map(each -> Wording.name(each.by(), rights.people()))
                    .toList();
            boolean done = yes.size() >= stage.needed();
            text = text.and(done ? "\n:white_check_mark: " : "\n• ")
                    .and(
                            done
                                    ? Mrkdwn.bold(SentenceParts.list(yes, "and"))
                                    : Wording.deciders(stage.deciders(), request.askers(), rights))
                    .and(done ? " said yes: " : stage.needed() > 1 ? " (" + stage.needed() + " of them)" : "")
                    .and(done ? "" : later(request, number) ? ", after that: " : ": ")
                    .and(Mrkdwn.theirs(stage.because()));
        }
        return text.and("\nIt lapses ").and(Wording.moment(request.lapsesAt())).and(" if nobody decides.");
    }

    /** Not asked yet: others decide first. */
    private static boolean later(Request request, int stage) {
        return request.asked().stream()
                .anyMatch(asked -> request.stages().get(asked).order()
                        < request.stages().get(stage).order());
    }

    private static void refusal(Blocks blocks, Request request) {
        if (request.judgement().verdict() instanceof Verdict.Refused refused) {
            for (Verdict.Reason reason : refused.reasons()) {
                blocks.section(Mrkdwn.ours("• ").and(Mrkdwn.said(reason.words())));
                if (!reason.value().isBlank()) {
                    blocks.context(measure(reason));
                }
            }
        }
    }

    /** {@code rule · asked for 15 days, at most 14 days}. */
    private static Mrkdwn measure(Verdict.Reason reason) {
        Mrkdwn asked = Mrkdwn.said("`" + reason.rule().replace("`", "'") + "`")
                .and(" · asked for ")
                .and(Mrkdwn.theirs(reason.value()));
        return reason.limit().isBlank() ? asked : asked.and(", the limit is ").and(Mrkdwn.theirs(reason.limit()));
    }

    private static void live(Blocks blocks, Shown shown, PartTypes types) {
        @Nullable Lease lease = shown.lease();
        if (lease == null || shown.request().extending() != null || lease.state() != Lease.State.LIVE) {
            return;
        }
        links(blocks, shown, lease, types);
        lease.remarks().forEach(remark -> blocks.context(Mrkdwn.theirs(remark)));
    }

    private static void links(Blocks blocks, Shown shown, Lease lease, PartTypes types) {
        Mrkdwn links = LeaseLinks.of(lease, types);
        if (links.value().isEmpty()) {
            return;
        }
        Mrkdwn here = LeaseLinks.here(lease, types);
        String simulated = here.value().isEmpty()
                ? "\n_The cluster is simulated: a link shows what would be there._"
                : "\n_The cluster is simulated: a link into it shows what would be there._";
        blocks.section(links.and(here).and(shown.simulated() ? simulated : ""));
    }

    /** As asked for; of what was extended, for all the time it has now. */
    private static @Nullable Price price(Shown shown) {
        @Nullable Price asked = shown.request().judgement().price();
        @Nullable Lease lease = shown.lease();
        if (asked == null
                || lease == null
                || lease.from() == null
                || shown.request().state() != State.LIVE) {
            return asked;
        }
        Duration whole = Duration.between(lease.from(), lease.until());
        return whole.compareTo(asked.term()) > 0 ? Price.of(List.of(), lease.perHour(), whole) : asked;
    }

    /** The short ones first, side by side. */
    private static List<Mrkdwn> facts(Shown shown) {
        Request request = shown.request();
        List<Mrkdwn> facts = new ArrayList<>();
        @Nullable Lease lease = shown.lease();
        @Nullable Plan plan = request.judgement().plan();
        @Nullable Price price = price(shown);
        // What the bounds refused was never priced, and what costs nothing is worth saying only where it can be had.
        if (request.resizing() != null && price != null) {
            facts.add(Mrkdwn.ours("*Price*\n"
                    + Wording.difference(request.resizing(), request.judgement().price(), request.at())));
        } else if (price != null
                && (request.state() != State.REFUSED || price.ceiling().amount().signum() > 0)) {
            facts.add(Mrkdwn.ours("*Price*\n" + Wording.price(price)));
        }
        if (plan != null) {
            Instant from = request.from();
            if (from != null
                    && (lease == null || lease.from() == null)
                    && !request.state().terminal()) {
                facts.add(Mrkdwn.ours("*Starts*\n").and(Wording.moment(from)));
            }
            facts.add(
                    lease != null && lease.from() != null
                            ? Mrkdwn.ours(request.state() == State.ENDED ? "*Ended*\n" : "*Ends*\n")
                                    .and(Wording.moment(lease.until()))
                            : request.resizing() != null
                                    ? Mrkdwn.ours("*Until*\n")
                                            .and(Wording.moment(
                                                    request.resizing().until()))
                                    : Mrkdwn.ours("*For*\n" + Wording.length(plan.term())));
            facts.add(Mrkdwn.ours("*Reaches*\n").and(Wording.data(plan.reaches())));
        }
        return facts;
    }
}

package dev.quartermaster.bot.card.request;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One fact about what was asked for, in a sentence: its end, what it cost, and what its price is made of.
 *
 * @param lease null: nothing is handed over yet
 */
public record LeaseFacts(Request request, @Nullable Lease lease, Instant now) {
    private static final int MOST_LINES = 12;

    public Message end() {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        if (lease == null || lease.from() == null) {
            return text(title.and(" is not handed over yet (" + request.state().word() + "); its time begins then."));
        }
        return switch (lease.state()) {
            case ENDED, DONE, FAILED, ENDING ->
                text(title.and(" ended ").and(Wording.moment(lease.until())).and("."));
            case PROVIDING, LIVE, STOPPED ->
                text(title.and(" ends ")
                        .and(Wording.moment(lease.until()))
                        .and(", in " + left() + ". `/qm extend " + lease.id() + " 1d` keeps it longer."));
        };
    }

    private String left() {
        return Wording.length(Duration.between(now, lease == null ? now : lease.until()));
    }

    public Message cost() {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        Price price = request.judgement().price();
        if (lease == null || lease.from() == null) {
            return text(title.and(" has cost nothing: it is not handed over."
                    + (price == null ? "" : " In all it would cost " + Wording.price(price) + ".")));
        }
        return switch (lease.state()) {
            case ENDED, DONE, FAILED, ENDING -> text(title.and(" has cost " + lease.spent() + " in all."));
            case PROVIDING, LIVE, STOPPED ->
                text(title.and(" has cost " + lease.spent() + " so far, at " + lease.perHour()
                                + " an hour; by its end, ")
                        .and(Wording.moment(lease.until()))
                        .and(", it is " + atEnd() + " at most."));
        };
    }

    private String atEnd() {
        Lease running = Objects.requireNonNull(lease);
        Instant from = now.isBefore(running.until()) ? now : running.until();
        return running.spent()
                .plus(Price.of(List.of(), running.perHour(), Duration.between(from, running.until()))
                        .ceiling())
                .rounded()
                .toString();
    }

    public Message asked() {
        Plan plan = request.judgement().plan();
        return text(Mrkdwn.ours("That asks for ")
                .and(Mrkdwn.bold(request.summary()))
                .and(plan == null ? "." : ", for " + Wording.length(plan.term()) + ".")
                .and(request.purpose().isBlank() ? " Nothing was said of what for." : ""));
    }

    /** @param limits why it can't be kept for ever, in sentences */
    public Message most(List<String> limits) {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        Mrkdwn end = lease == null || lease.from() == null
                ? title.and(" is not handed over yet.")
                : title.and(" ends ").and(Wording.moment(lease.until())).and(".");
        return text(end.and(" ")
                .and(Mrkdwn.theirs(limits.isEmpty() ? "No rule says how long." : String.join(" ", limits))));
    }

    public Message ready() {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        Instant start = request.from();
        return switch (request.state()) {
            case LIVE -> text(title.and(" is ready; `/qm status " + request.id() + "` shows its links."));
            case APPROVED, PROVIDING ->
                start != null && now.isBefore(start)
                        ? text(title.and(" starts ").and(Wording.moment(start)).and("."))
                        : text(title.and(" is being made; you are told when it is ready."));
            case WAITING ->
                text(title.and(" waits for a yes" + (start == null ? "." : " and would start "))
                        .and(
                                start == null
                                        ? Mrkdwn.ours("")
                                        : Wording.moment(start).and(".")));
            case DENIED, REFUSED, WITHDRAWN, LAPSED, FAILED, ENDED ->
                text(title.and(" will not be: it is " + request.state().word() + "."));
        };
    }

    /** @param by who ended it; empty: nobody did */
    public Message gone(String by) {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        if (lease == null) {
            return text(title.and(" is " + request.state().word()).and(by(by)).and("."));
        }
        return switch (lease.state()) {
            case ENDED, DONE, FAILED ->
                text(title.and(" has ended; everything made for it is gone")
                        .and(by(by))
                        .and("."));
            case ENDING ->
                text(title.and(" is ending; what was made for it is being taken back")
                        .and(by(by))
                        .and("."));
            case PROVIDING, LIVE, STOPPED ->
                text(title.and(" is not gone: nobody stopped it. It ends ")
                        .and(Wording.moment(lease.until()))
                        .and("."));
        };
    }

    private static Mrkdwn by(String who) {
        return who.isEmpty() ? Mrkdwn.ours("") : Mrkdwn.ours(", stopped by ").and(Mrkdwn.theirs(who));
    }

    /** Its parts and how much of each, as they were priced. */
    public Message price() {
        Mrkdwn title = Mrkdwn.bold(Wording.title(request, lease));
        Price price = priced();
        if (price == null || price.ceiling().amount().signum() == 0) {
            return text(title.and(" costs nothing."));
        }
        Mrkdwn text = title.and(" costs " + Wording.priceAndRate(price) + ": its length times " + price.perHour()
                + " an hour, which is made of");
        for (Price.Line line : price.lines().stream().limit(MOST_LINES).toList()) {
            text = text.and("\n• ")
                    .and(Mrkdwn.theirs(line.part() + ": "
                            + line.quantity().stripTrailingZeros().toPlainString() + " " + line.resource() + ", "
                            + line.perHour() + " an hour"));
        }
        Price asked = request.judgement().price();
        if (asked != null && !asked.perHour().equals(price.perHour())) {
            text = text.and("\nThat was before its size was changed; now it is " + price.perHour() + " an hour.");
        }
        return text(text.and(
                "\nA smaller size or a shorter time costs less; stopping it when you are done costs nothing more."));
    }

    /** For all the time it has now. */
    private @Nullable Price priced() {
        Price asked = request.judgement().price();
        return asked == null || lease == null || lease.from() == null
                ? asked
                : Price.of(asked.lines(), lease.perHour(), Wording.length(lease));
    }

    private static Message text(Mrkdwn words) {
        return Message.text(words.value());
    }
}

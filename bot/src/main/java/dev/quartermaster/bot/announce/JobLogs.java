package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the log of a job that was run ended, for whose run it was and nobody else: a log may hold anything. */
@Component
class JobLogs {
    /** Of at most 200 characters each: a message of these is far below what Slack cuts. */
    private static final int LINES = 12;

    private final Bundles bundles;
    private final Leases leases;
    private final Outbox outbox;

    JobLogs(Bundles bundles, Leases leases, Outbox outbox) {
        this.bundles = bundles;
        this.leases = leases;
        this.outbox = outbox;
    }

    /** Into the thread where nobody else reads it. Joins the caller's transaction. */
    void end(Request request, Talk talk, Notice notice) {
        @Nullable Plan plan = request.judgement().plan();
        if (plan == null || bundles.current().catalogue().job(plan.path()).isEmpty()) {
            return;
        }
        List<String> lines = leases.lastLines(request.lease(), LINES);
        if (lines.isEmpty()) {
            return;
        }
        boolean alone = talk.place() == null || talk.place().channel().startsWith("D");
        outbox.post(
                new MessageKey("log:" + notice.id()),
                alone ? talk.below(RequestCards.statusKey(request.id())) : new Recipient.Person(request.owner()),
                Message.text(Mrkdwn.bold(request.summary())
                        .and(": the end of its log\n")
                        .and(quoted(lines))
                        .value()));
    }

    /** Line by line, so that none passes for ours. */
    private static String quoted(List<String> lines) {
        return lines.stream().map(line -> Mrkdwn.quoted(line).value()).collect(Collectors.joining("\n"));
    }
}

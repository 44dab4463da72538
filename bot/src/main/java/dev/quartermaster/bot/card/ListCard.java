package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Link;
import java.util.List;
import java.util.function.Function;

/** What somebody (or a team) has and waits for, a line or two each. */
public final class ListCard {
    private static final int MOST = 15;

    private ListCard() {}

    /** @param waiting requests still undecided. @param whose {@code You} or a team's name. @param titles of leases */
    public static Message of(
            String whose, List<Request> waiting, List<Lease> open, Function<LeaseId, String> titles, People people) {
        String title = whose + ": " + open.size() + " open, " + waiting.size() + " waiting for approval";
        Blocks blocks = new Blocks().header(title);
        if (waiting.isEmpty() && open.isEmpty()) {
            blocks.section(Mrkdwn.ours("Nothing is handed out and nothing waits. Say what you need, such as"
                    + " _launch an environment for an experimental model_, or `/qm help`."));
        }
        waiting.stream().limit(MOST).forEach(request -> blocks.section(line(request, people), withdraw(request)));
        open.stream()
                .limit(MOST)
                .forEach(lease ->
                        blocks.section(line(lease, titles, Wording.name(lease.owner(), people)), stop(lease, titles)));
        int more = Math.max(0, waiting.size() - MOST) + Math.max(0, open.size() - MOST);
        if (more > 0) {
            blocks.context(Mrkdwn.ours("and " + more + " more; `/qm status` and an id shows one."));
        }
        return blocks.message(Mrkdwn.theirs(title));
    }

    static Mrkdwn line(Request request, People people) {
        return Mrkdwn.ours(":hourglass_flowing_sand: ")
                .and(Mrkdwn.bold(request.summary()))
                .and("\n")
                .and(Mrkdwn.theirs(Wording.name(request.by(), people)))
                .and(" · lapses ")
                .and(Wording.moment(request.lapsesAt()))
                .and(" · `" + request.id() + "`");
    }

    /** @param owner empty where everybody knows whose it is */
    static Mrkdwn line(Lease lease, Function<LeaseId, String> titles, String owner) {
        boolean live = lease.state() == Lease.State.LIVE;
        Mrkdwn text = Mrkdwn.ours(live ? ":white_check_mark: " : ":gear: ").and(Mrkdwn.bold(titles.apply(lease.id())));
        for (Link link : lease.links()) {
            if (link.url().matches("https?://[^\\s|<>]+")) {
                text = text.and(" · ").and(Mrkdwn.link(link.url(), link.title()));
            }
        }
        text = text.and("\n")
                .and(owner.isEmpty() ? Mrkdwn.ours("") : Mrkdwn.theirs(owner).and(" · "))
                .and(live ? "ends " : lease.state().word() + " · ends ")
                .and(Wording.moment(lease.until()))
                .and(lease.spent().amount().signum() > 0 ? " · " + lease.spent() + " so far" : "")
                .and(" · `" + lease.id() + "`");
        return lease.purpose().isBlank() ? text : text.and(" · ").and(Mrkdwn.theirs(Wording.brief(lease.purpose())));
    }

    private static ButtonElement withdraw(Request request) {
        return Blocks.button("Withdraw", Actions.WITHDRAW, request.id().value());
    }

    private static ButtonElement stop(Lease lease, Function<LeaseId, String> titles) {
        return Blocks.confirmed(
                Blocks.danger("Stop", Actions.STOP, lease.id().value()),
                "Stop this?",
                titles.apply(lease.id()) + ": everything made for it is taken back now.");
    }
}

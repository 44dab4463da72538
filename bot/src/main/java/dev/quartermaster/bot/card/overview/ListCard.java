package dev.quartermaster.bot.card.overview;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Link;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a person or a team has and waits for, a line or two each. */
public final class ListCard {
    private static final int MOST = 15;

    private ListCard() {}

    /**
     * @param whose {@code You} or a team's name
     * @param deciding what waits for a decision of whoever reads. @param waiting what waits for others
     * @param open null: only what waits was asked about
     * @param endable ids of what whoever reads may stop or take back: nothing else has a button
     */
    public record Listed(
            String whose,
            List<Request> deciding,
            List<Request> waiting,
            @Nullable List<Lease> open,
            Set<String> endable) {}

    /** @param titles of leases */
    public static Message of(Listed listed, Function<LeaseId, String> titles, People people) {
        List<Lease> open = listed.open() == null ? List.of() : listed.open();
        List<Request> waiting = listed.waiting();
        String title = title(listed);
        Blocks blocks = new Blocks().header(title);
        if (listed.deciding().isEmpty() && waiting.isEmpty() && open.isEmpty()) {
            blocks.section(Mrkdwn.ours(
                    listed.open() == null
                            ? "Nothing waits for a decision of yours, and nothing of yours waits for others."
                            : "Nothing is handed out and nothing waits. Say what you need, such as"
                                    + " _launch an environment for an experimental model_, or `/qm help`."));
        }
        if (!listed.deciding().isEmpty()) {
            blocks.section(Mrkdwn.ours("*Waiting for your decision*"));
            listed.deciding().stream().limit(MOST).forEach(request -> blocks.section(line(request, people)));
            blocks.context(Mrkdwn.ours("The cards with the buttons follow; all of them are in your Home, too."));
        }
        waiting.stream().limit(MOST).forEach(request -> {
            Mrkdwn text = line(request, people);
            boolean may = listed.endable().contains(request.id().value());
            blocks.line(text, may ? withdraw(request) : null);
        });
        open.stream().limit(MOST).forEach(lease -> {
            Mrkdwn text = line(lease, titles, Wording.name(lease.owner(), people));
            boolean may = listed.endable().contains(lease.id().value());
            blocks.line(text, may ? stop(lease, titles) : null);
        });
        int more = Math.max(0, listed.deciding().size() - MOST)
                + Math.max(0, waiting.size() - MOST)
                + Math.max(0, open.size() - MOST);
        if (more > 0) {
            blocks.context(Mrkdwn.ours("and " + more + " more; `/qm status` and an id shows one."));
        }
        return blocks.message(Mrkdwn.theirs(title));
    }

    private static String title(Listed listed) {
        if (listed.open() == null) {
            return listed.deciding().size() + " waiting for your decision, "
                    + listed.waiting().size() + " of " + (listed.whose().equals("You") ? "yours" : listed.whose())
                    + " waiting for others";
        }
        return listed.whose() + ": " + listed.open().size() + " open, "
                + listed.waiting().size() + " waiting for approval";
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
        return Blocks.button("Withdraw", ActionIds.WITHDRAW, request.id().value());
    }

    private static ButtonElement stop(Lease lease, Function<LeaseId, String> titles) {
        return Blocks.confirmed(
                Blocks.danger("Stop", ActionIds.STOP, lease.id().value()),
                "Stop this?",
                titles.apply(lease.id()) + ": everything made for it is taken back now.");
    }
}

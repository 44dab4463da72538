package dev.quartermaster.bot.card;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.Link;
import java.util.List;

/** What somebody (or a team) has and waits for, a line or two each. */
public final class ListCard {
    private static final int MOST = 15;

    private ListCard() {}

    /** @param waiting requests still undecided. @param whose {@code You} or a team's name */
    public static Message of(String whose, List<Request> waiting, List<Lease> open, People people) {
        String title = whose + ": " + open.size() + " open, " + waiting.size() + " waiting for approval";
        Blocks blocks = new Blocks().header(title);
        if (waiting.isEmpty() && open.isEmpty()) {
            blocks.section(Mrkdwn.ours("Nothing is handed out and nothing waits. Say what you need, such as"
                    + " _launch an environment for an experimental model_, or `/qm help`."));
        }
        waiting.stream()
                .limit(MOST)
                .forEach(request -> blocks.section(Mrkdwn.ours(":hourglass_flowing_sand: ")
                                .and(Mrkdwn.bold(request.summary()))
                                .and(" · ")
                                .and(Mrkdwn.theirs(Wording.name(request.by(), people)))
                                .and("\n`" + request.id() + "` · lapses ")
                                .and(Wording.moment(request.lapsesAt())))
                        .buttons(List.of(Blocks.button(
                                "Withdraw", Actions.WITHDRAW, request.id().value()))));
        open.stream().limit(MOST).forEach(lease -> lease(blocks, lease, people));
        int more = Math.max(0, waiting.size() - MOST) + Math.max(0, open.size() - MOST);
        if (more > 0) {
            blocks.context(Mrkdwn.ours("and " + more + " more; `/qm status <id>` shows one."));
        }
        return blocks.message(Mrkdwn.theirs(title));
    }

    private static void lease(Blocks blocks, Lease lease, People people) {
        Mrkdwn text = Mrkdwn.ours(":white_check_mark: ")
                .and(Mrkdwn.bold(lease.plan().path().value()))
                .and(" · ")
                .and(Mrkdwn.theirs(Wording.name(lease.owner(), people)))
                .and(" · " + lease.state().word() + " · ends ")
                .and(Wording.moment(lease.until()))
                .and(" · " + lease.spent() + " so far\n`" + lease.id() + "`");
        if (!lease.purpose().isBlank()) {
            text = text.and(" · ").and(Mrkdwn.theirs(lease.purpose()));
        }
        for (Link link : lease.links()) {
            if (link.url().matches("https?://[^\\s|<>]+")) {
                text = text.and(" · ").and(Mrkdwn.link(link.url(), link.title()));
            }
        }
        List<ButtonElement> stop =
                List.of(Blocks.danger("Stop", Actions.STOP, lease.id().value()));
        blocks.section(text).buttons(stop);
    }
}

package dev.quartermaster.bot.card;

import static com.slack.api.model.view.Views.view;

import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import java.util.List;

/** The bot's Home tab for one person. */
public final class HomeView {
    private static final int MOST = 8;

    private HomeView() {}

    /** @param mine waiting requests of theirs. @param theirs requests they may decide: the cards are in their DM */
    public static String of(List<Request> mine, List<Request> theirs, List<Lease> open, People people) {
        Blocks blocks = new Blocks()
                .header("Quartermaster")
                .section(Mrkdwn.ours("Say what you need in the Messages tab, in your own words, or type `/qm help`."));
        blocks.section(Mrkdwn.ours("*You have* (" + open.size() + ")"));
        if (open.isEmpty()) {
            blocks.context(Mrkdwn.ours("Nothing yet. Try _launch an environment for an experimental model_."));
        }
        open.stream()
                .limit(MOST)
                .forEach(lease -> blocks.section(Mrkdwn.bold(lease.plan().path().value())
                        .and(" · " + lease.state().word() + " · ends ")
                        .and(Wording.moment(lease.until()))
                        .and("\n`" + lease.id() + "`")));
        requests(blocks, "*You wait for* (" + mine.size() + ")", mine, people);
        requests(blocks, "*Waits for you* (" + theirs.size() + "), the cards are in your messages", theirs, people);
        return GsonFactory.createSnakeCase()
                .toJson(view(view -> view.type("home").blocks(blocks.list())));
    }

    private static void requests(Blocks blocks, String title, List<Request> requests, People people) {
        if (requests.isEmpty()) {
            return;
        }
        blocks.section(Mrkdwn.ours(title));
        requests.stream()
                .limit(MOST)
                .forEach(request -> blocks.section(Mrkdwn.bold(request.summary())
                        .and(" · ")
                        .and(Mrkdwn.theirs(Wording.name(request.by(), people)))
                        .and(" · lapses ")
                        .and(Wording.moment(request.lapsesAt()))
                        .and("\n`" + request.id() + "`")));
    }
}

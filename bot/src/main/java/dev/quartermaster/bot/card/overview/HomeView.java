package dev.quartermaster.bot.card.overview;

import static com.slack.api.model.view.Views.view;

import com.slack.api.model.block.element.ButtonElement;
import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.bot.card.ActionIds;
import dev.quartermaster.bot.card.Blocks;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** The bot's Home tab for one person. */
public final class HomeView {
    /** Lines of each list. */
    public static final int MOST = 8;

    /** The longest card has 20 blocks, and a Home 100. */
    public static final int MOST_CARDS = 3;

    private HomeView() {}

    /**
     * @param mine waiting requests of theirs
     * @param theirs the first of the requests they may decide, as their own copies show them
     * @param deciding how many of those there are
     * @param resizable whether anything of what is open can have another size
     * @param titles what a lease is called
     * @param alarms red lines, before everything else
     * @param favourites by the person's own names, at most 25; pressed, one is asked for anew
     */
    public static String of(
            List<Request> mine,
            List<ApprovalCard.Shown> theirs,
            int deciding,
            List<Lease> open,
            boolean resizable,
            Function<LeaseId, String> titles,
            Rights rights,
            List<Mrkdwn> alarms,
            SortedMap<String, RequestId> favourites) {
        Blocks blocks = Blocks.ofView();
        alarms.stream().limit(MOST).forEach(blocks::section);
        cards(blocks, theirs, deciding, rights);
        blocks.header("What you have")
                .section(Mrkdwn.ours("Say what you need in Messages, in your own words, or type `/qm help` there."))
                .buttons(forms(resizable));
        if (open.isEmpty()) {
            blocks.section(Mrkdwn.ours("Nothing yet. Try _launch an environment for an experimental model_."));
        }
        open.stream().limit(MOST).forEach(lease -> blocks.section(ListCard.line(lease, titles, "")));
        if (open.size() > MOST) {
            blocks.context(Mrkdwn.ours("and " + (open.size() - MOST) + " more: `/qm list`"));
        }
        if (!favourites.isEmpty()) {
            List<ButtonElement> buttons = new ArrayList<>();
            favourites.forEach((name, request) ->
                    buttons.add(Blocks.button(name, ActionIds.COMMAND + buttons.size(), "again " + request)));
            blocks.header("Your favourites").buttons(buttons);
        }
        requests(blocks, "Waiting for others", mine, rights.people());
        return Blocks.json(view(view -> view.type("home").blocks(blocks.list())));
    }

    private static List<ButtonElement> forms(boolean resizable) {
        List<ButtonElement> forms = new ArrayList<>(List.of(
                Blocks.primary("Start something", ActionIds.FORM + "0", "launch"),
                Blocks.button("Get access to data", ActionIds.FORM + "1", "grant"),
                Blocks.button("Keep something longer", ActionIds.FORM + "2", "extend")));
        if (resizable) {
            forms.add(Blocks.button("Change a size", ActionIds.FORM + "3", "resize"));
        }
        return forms;
    }

    /** Cards to decide on: first of all, because somebody waits for each. */
    private static void cards(Blocks blocks, List<ApprovalCard.Shown> theirs, int deciding, Rights rights) {
        if (theirs.isEmpty()) {
            return;
        }
        blocks.header("Waiting for you");
        theirs.stream().limit(MOST_CARDS).forEach(shown -> {
            ApprovalCard.into(blocks, shown, rights);
            blocks.divider();
        });
        if (deciding > MOST_CARDS) {
            blocks.context(Mrkdwn.ours("and " + (deciding - MOST_CARDS)
                    + " more, shown here as these are decided; all of them are in" + " Messages."));
        }
    }

    private static void requests(Blocks blocks, String title, List<Request> requests, People people) {
        if (requests.isEmpty()) {
            return;
        }
        blocks.header(title);
        requests.stream().limit(MOST).forEach(request -> blocks.section(ListCard.line(request, people)));
    }
}

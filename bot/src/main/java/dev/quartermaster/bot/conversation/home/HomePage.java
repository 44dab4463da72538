package dev.quartermaster.bot.conversation.home;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.announce.BreakGlassCards;
import dev.quartermaster.bot.announce.HomeTabs;
import dev.quartermaster.bot.announce.RequestCards;
import dev.quartermaster.bot.card.overview.HomeView;
import dev.quartermaster.bot.conversation.dialogue.LeaseTitles;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Draws and publishes a person's Home tab: requests that wait for them, what they have, what they wait for. Joins the
 * caller's transaction.
 */
@Component
public class HomePage {
    private final RequestService desk;
    private final Leases leases;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final RequestCards board;
    private final HomeTabs homes;
    private final LeaseTitles titles;
    private final Simulation simulation;
    private final Favourites favourites;
    private final Outbox outbox;
    private final BreakGlassCards alarms;

    HomePage(
            RequestService desk,
            Leases leases,
            Bundles bundles,
            RightsNow rightsNow,
            RequestCards board,
            HomeTabs homes,
            LeaseTitles titles,
            Simulation simulation,
            Favourites favourites,
            Outbox outbox,
            BreakGlassCards alarms) {
        this.desk = desk;
        this.leases = leases;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
        this.board = board;
        this.homes = homes;
        this.titles = titles;
        this.simulation = simulation;
        this.favourites = favourites;
        this.outbox = outbox;
        this.alarms = alarms;
    }

    public void opened(Speaker speaker) {
        HomeTabs.Home home = new HomeTabs.Home(speaker.user(), speaker.person());
        homes.opened(home);
        publish(home);
    }

    void publish(HomeTabs.Home home) {
        PersonId person = home.person();
        List<Lease> open =
                leases.open(person).stream().map(simulation::reachable).toList();
        List<Request> theirs = desk.waitingFor(person);
        List<Request> shown = theirs.stream().limit(HomeView.MOST_CARDS).toList();
        homes.shows(person, shown.stream().map(Request::id).toList());
        outbox.publishHome(
                home.account(),
                HomeView.of(
                        desk.stillWaiting(person),
                        shown.stream()
                                .map(request -> board.shown(request, person))
                                .toList(),
                        theirs.size(),
                        open,
                        !leases.resizable(open, 1).isEmpty(),
                        titles.among(open.stream().limit(HomeView.MOST).toList()),
                        rightsNow.shown(),
                        alarms.overdue(),
                        favourites(person)));
    }

    private SortedMap<String, RequestId> favourites(PersonId person) {
        SortedMap<String, RequestId> found = new TreeMap<>();
        favourites.of(person).forEach(each -> found.put(each.name(), each.request()));
        return found;
    }
}

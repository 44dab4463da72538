package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.announce.Simulation;
import dev.quartermaster.bot.card.HomeView;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody's Home: what they have, what they wait for, what waits for them. */
@Component
class HomePage {
    private final Desk desk;
    private final Leases leases;
    private final Bundles bundles;
    private final Titles titles;
    private final Simulation simulation;
    private final Outbox outbox;

    HomePage(Desk desk, Leases leases, Bundles bundles, Titles titles, Simulation simulation, Outbox outbox) {
        this.desk = desk;
        this.leases = leases;
        this.bundles = bundles;
        this.titles = titles;
        this.simulation = simulation;
        this.outbox = outbox;
    }

    void publish(Speaker speaker) {
        List<Lease> open = leases.of(speaker.person()).stream()
                .filter(Targets::isOpen)
                .map(simulation::reachable)
                .toList();
        List<Request> mine = desk.visibleTo(speaker.person(), 100).stream()
                .filter(request ->
                        request.state() == State.WAITING && request.by().equals(speaker.person()))
                .toList();
        outbox.publishHome(
                speaker.user(),
                HomeView.of(
                        mine,
                        desk.waitingFor(speaker.person()),
                        open,
                        titles::of,
                        bundles.current().people()));
    }
}

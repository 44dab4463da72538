package dev.quartermaster.bot.simulated;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.intents.plan.Link;
import java.net.URI;

/** Rewrites links into the simulated cluster so that they lead to the local page that shows its objects. */
public record SimulatedLinks(Cluster real, URI base) implements Simulation {
    @Override
    public boolean cluster() {
        return real.simulated();
    }

    @Override
    public Lease reachable(Lease lease) {
        if (!cluster()) {
            return lease;
        }
        return lease.withLinks(lease.links().stream()
                .map(link -> new Link(link.title(), here(lease, link.url()), link.login()))
                .toList());
    }

    private String here(Lease lease, String url) {
        if (!url.startsWith("https://")) {
            return url;
        }
        URI address = URI.create(url);
        boolean intoTheCluster = address.getHost() != null
                && address.getHost().contains(lease.id().value());
        return intoTheCluster
                ? base + "/simulated/" + lease.id() + (address.getPath() == null ? "" : address.getPath())
                : url;
    }
}

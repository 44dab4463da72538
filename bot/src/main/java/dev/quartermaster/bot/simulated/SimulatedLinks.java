package dev.quartermaster.bot.simulated;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.intents.plan.Link;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rewrites links into the simulated cluster so that they lead to the local page that shows its objects, or to what runs on
 * this machine in their place.
 *
 * @param host the host of a lease, of its id
 */
public record SimulatedLinks(Cluster real, URI base, UnaryOperator<String> host) implements Simulation {
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
        Optional<String> instead = lease.parts().stream()
                .filter(part -> here(part.provider()))
                .map(Lease.PartState::ref)
                .filter(ref -> ref.startsWith("http"))
                .findFirst();
        if (instead.isPresent() && host.apply(lease.id().value()).equals(address.getHost())) {
            return instead.get();
        }
        boolean intoTheCluster = address.getHost() != null
                && address.getHost().contains(lease.id().value());
        return intoTheCluster
                ? base + "/simulated/" + lease.id() + (address.getPath() == null ? "" : address.getPath())
                : url;
    }

    static boolean here(String provider) {
        return PartTypeScan.found().standsIn(provider).isPresent();
    }
}

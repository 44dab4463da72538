package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.Outputs;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a provider is told about a part, and which provider that is. */
@Component
public class PartOrders {
    private final Bundles bundles;
    private final LeaseStore rows;
    private final Map<String, Provider> providers;

    public PartOrders(Bundles bundles, LeaseStore rows, List<Provider> providers) {
        this.bundles = bundles;
        this.rows = rows;
        this.providers = providers.stream()
                .collect(Collectors.toMap(provider -> provider.type().kind(), Function.identity()));
    }

    public Optional<Provider> provider(PartRow part) {
        return Optional.ofNullable(providers.get(part.provider()));
    }

    /** Whether what it makes is something on this machine that people's own programs run in. */
    boolean runsHere(String kind) {
        Provider provider = providers.get(kind);
        return provider != null && !provider.type().standsIn().isEmpty();
    }

    /** The first part of a plan that cannot be made here as things are. */
    Optional<HandOver.Missing> missing(Plan plan) {
        return missing(plan, (provider, part) -> provider.missing());
    }

    /** The same of something new for a team. */
    Optional<HandOver.Missing> missing(Plan plan, TeamId team) {
        String namespace =
                bundles.current().people().team(team).map(Team::namespace).orElse("");
        return missing(plan, (provider, part) -> provider.missing(part, namespace));
    }

    private Optional<HandOver.Missing> missing(
            Plan plan, BiFunction<Provider, Part, Optional<Observed.Broken>> asking) {
        return plan.parts().stream()
                .flatMap(part -> Optional.ofNullable(providers.get(part.provider()))
                        .flatMap(provider -> asking.apply(provider, part))
                        .map(why -> new HandOver.Missing(part.provider(), why.words(), mending(why)))
                        .stream())
                .findFirst();
    }

    private static String mending(Observed.Broken why) {
        return why.trouble() == null ? "" : why.trouble().words();
    }

    /** What the owner should know at the end, beyond that it has ended; often nothing, and nothing twice. */
    public String farewell(LeaseRow lease) {
        return rows.parts(lease.id()).stream()
                .flatMap(part -> provider(part).map(each -> each.farewell(order(lease, part))).stream())
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What stays of it after its end, as part of a sentence; empty: nothing. */
    public String kept(LeaseRow lease) {
        return rows.parts(lease.id()).stream()
                .flatMap(part -> provider(part).map(each -> each.kept(order(lease, part))).stream())
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(", and "));
    }

    /** What is to be made; empty while another part, that gives something to this one, isn't ready. */
    public Optional<Order> complete(LeaseRow lease, PartRow row) {
        Part part = part(lease.plan(), row);
        return given(lease, part).in(part).map(whole -> order(lease, whole));
    }

    public Order order(LeaseRow lease, PartRow row) {
        return order(lease, row, lease.plan());
    }

    /** @param all of the lease, this one as well */
    Order order(LeaseRow lease, PartRow row, List<PartRow> all) {
        Part part = part(lease.plan(), row);
        return order(lease, Outputs.named(part) ? outputs(all).filled(part) : part);
    }

    /** The order for the part of that name in another plan. */
    Order order(LeaseRow lease, PartRow row, Plan plan) {
        Part part = part(plan, row);
        return order(lease, given(lease, part).filled(part));
    }

    /** Whether somebody may use it still when everything else has done its work. */
    public boolean outlastsJobs(PartRow part) {
        return provider(part).map(each -> each.type().outlastsJobs()).orElse(true);
    }

    /** What the links into a part that is ready wait for; empty: nothing that can be seen from here. */
    public Optional<Observed.Making> closed(LeaseRow lease, PartRow part) {
        return provider(part)
                .flatMap(each -> into(lease)
                        .flatMap(link -> each.closed(order(lease, part), link).stream())
                        .findFirst());
    }

    private static Stream<URI> into(LeaseRow lease) {
        return lease.plan().links().stream()
                .map(Link::url)
                .filter(url -> url.startsWith("https://") && !url.contains("${"))
                .map(URI::create)
                .filter(url -> url.getHost() != null
                        && url.getHost().contains(lease.id().value()));
    }

    static Outputs outputs(List<PartRow> parts) {
        return Outputs.of(parts.stream().collect(Collectors.toMap(PartRow::name, PartRow::outputs)));
    }

    private Outputs given(LeaseRow lease, Part part) {
        return Outputs.named(part) ? outputs(rows.parts(lease.id())) : Outputs.NONE;
    }

    private static Part part(Plan plan, PartRow row) {
        return plan.parts().stream()
                .filter(each -> each.name().equals(row.name()))
                .findFirst()
                .orElseThrow();
    }

    /** What was made in a namespace is undone there, whatever changed since. */
    private Order order(LeaseRow lease, Part part) {
        return new Order(
                lease.id(),
                part,
                new Order.Owner(lease.owner()),
                new Order.Team(lease.team(), namespace(lease)),
                lease.until(),
                lease.epoch());
    }

    /** A process of an earlier version, still running beside this one, opens leases without it. */
    private @Nullable String namespace(LeaseRow lease) {
        return lease.namespace() != null
                ? lease.namespace()
                : bundles.namespace(lease.version(), lease.team()).orElse(null);
    }
}

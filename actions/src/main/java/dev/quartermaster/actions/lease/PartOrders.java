package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a provider is told about a part, and which provider that is. */
@Component
class PartOrders {
    private final Bundles bundles;
    private final Map<String, Provider> providers;

    PartOrders(Bundles bundles, List<Provider> providers) {
        this.bundles = bundles;
        this.providers = providers.stream().collect(Collectors.toMap(Provider::kind, Function.identity()));
    }

    Optional<Provider> provider(PartRow part) {
        return Optional.ofNullable(providers.get(part.provider()));
    }

    /** What the owner should know at the end, beyond that it has ended; a sentence a kind of part, often none. */
    String farewell(Plan plan) {
        return plan.parts().stream()
                .map(Part::provider)
                .distinct()
                .flatMap(kind -> Optional.ofNullable(providers.get(kind)).stream())
                .map(Provider::farewell)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What was made in a namespace is undone there, whatever changed since. */
    Order order(LeaseRow lease, PartRow row) {
        Part part = lease.plan().parts().stream()
                .filter(each -> each.name().equals(row.name()))
                .findFirst()
                .orElseThrow();
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

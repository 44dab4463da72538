package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.lease.store.LeaseQueries;
import dev.quartermaster.actions.lease.store.LeaseRepository;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
public class LeaseService implements Leases {
    private static final int MANY = 500;

    private final LeaseRepository leases;
    private final LeaseQueries queries;
    private final LeaseStore rows;
    private final PartOrders orders;
    private final SizeChange sizes;
    private final BudgetReservations purse;
    private final Equipment equipment;
    private final Audit audit;
    private final TransactionTemplate transaction;

    LeaseService(
            LeaseRepository leases,
            LeaseQueries queries,
            LeaseStore rows,
            PartOrders orders,
            SizeChange sizes,
            BudgetReservations purse,
            Equipment equipment,
            Audit audit,
            TransactionTemplate transaction) {
        this.leases = leases;
        this.queries = queries;
        this.rows = rows;
        this.orders = orders;
        this.sizes = sizes;
        this.purse = purse;
        this.equipment = equipment;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Optional<Lease> find(LeaseId lease) {
        return rows.find(lease).map(row -> view(row, rows.parts(lease), purse.spent(lease)));
    }

    @Override
    public List<Lease> of(PersonId owner) {
        return views(leases.of(owner.value(), Limit.of(MANY)));
    }

    @Override
    public List<Lease> open(PersonId owner) {
        return views(leases.openOf(owner.value(), Limit.of(MANY)));
    }

    @Override
    public List<Lease> open(TeamId team) {
        return views(leases.open(team.value()).reversed());
    }

    @Override
    public Set<LeaseId> existing(Collection<LeaseId> asked) {
        return queries.existing(asked);
    }

    @Override
    public List<Lease> ofTeam(TeamId team) {
        return views(leases.ofTeam(team.value(), Limit.of(MANY)));
    }

    @Override
    public List<Lease> all(int limit) {
        return views(leases.all(Limit.of(limit)));
    }

    @Override
    public List<Lease> reaching(Collection<DatasetName> data) {
        return views(leases.open()).stream()
                .filter(lease -> lease.giving().stream()
                        .anyMatch(part -> part.reaches().stream().anyMatch(data::contains)))
                .toList();
    }

    @Override
    public List<Duration> handedOver(PathName path, int limit) {
        return queries.handedOver(path, limit);
    }

    @Override
    public List<Duration> handedOver(Plan like, int limit) {
        return queries.handedOver(like, limit);
    }

    @Override
    public List<Showable> showable(LeaseId lease) {
        return rows.find(lease).stream()
                .flatMap(row -> rows.parts(lease).stream()
                        .filter(part -> showable(row, part))
                        .map(part -> new Showable(part.name(), part.revealed())))
                .toList();
    }

    @Override
    public List<Lease> resizable(Collection<Lease> among, int most) {
        Map<LeaseId, Lease> live = among.stream()
                .filter(lease -> lease.state() == Lease.State.LIVE)
                .collect(Collectors.toMap(Lease::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<LeaseId, LeaseRow> current =
                rows.all(live.keySet()).stream().collect(Collectors.toMap(LeaseRow::id, Function.identity()));
        Map<LeaseId, List<PartRow>> parts = rows.parts(live.keySet());
        return live.values().stream()
                .filter(lease -> current.containsKey(lease.id()))
                .filter(lease -> sizes.fixed(current.get(lease.id()), parts.getOrDefault(lease.id(), List.of()))
                        .isEmpty())
                .limit(most)
                .toList();
    }

    @Override
    public Optional<String> fixed(LeaseId lease) {
        return rows.find(lease).flatMap(row -> sizes.fixed(row, rows.parts(lease)));
    }

    @Override
    public List<String> lastLines(LeaseId lease, int most) {
        return rows.find(lease).stream()
                .flatMap(row -> rows.parts(lease).stream()
                        .flatMap(part -> orders.provider(part).stream()
                                .flatMap(provider -> provider.lastLines(orders.order(row, part), most).stream())))
                .toList();
    }

    @Override
    public Optional<Credentials> reveal(LeaseId lease, PartName part, PersonId by) {
        Optional<Shown> shown = transaction.execute(status -> shown(lease, part, by));
        if (shown == null || shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<Credentials> credentials =
                shown.get().provider().credentials(shown.get().order());
        credentials.ifPresent(
                each -> equipment.renewed(shown.get().lease(), shown.get().part(), each.environment()));
        transaction.executeWithoutResult(status -> {
            if (credentials.isPresent()) {
                rows.revealed(lease, part);
            } else {
                String request = shown.get().lease().request().value();
                audit.record(request, null, "credentials-not-shown", Map.of("part", part.value()));
            }
        });
        return credentials;
    }

    private Optional<Shown> shown(LeaseId id, PartName name, PersonId by) {
        Optional<LeaseRow> row = rows.find(id).filter(each -> each.owner().equals(by));
        Optional<PartRow> part = row.stream()
                .flatMap(each -> rows.parts(id).stream().filter(one -> showable(each, one)))
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (part.isEmpty()) {
            return Optional.empty();
        }
        LeaseRow lease = row.orElseThrow();
        audit.record(lease.request().value(), by, "credentials-shown", Map.of("part", name.value()));
        return orders.provider(part.get())
                .map(provider -> new Shown(lease, part.get(), provider, orders.order(lease, part.get())));
    }

    private boolean showable(LeaseRow lease, PartRow part) {
        return lease.state() == Lease.State.LIVE
                && part.state() == Lease.PartState.Progress.READY
                && orders.provider(part)
                        .filter(provider -> provider.hasCredentials(orders.order(lease, part)))
                        .isPresent();
    }

    private List<Lease> views(List<LeaseRow> found) {
        List<LeaseId> ids = found.stream().map(LeaseRow::id).toList();
        Map<LeaseId, List<PartRow>> parts = rows.parts(ids);
        Map<LeaseId, Money> spent = purse.spent(ids);
        return found.stream()
                .map(row -> view(row, parts.getOrDefault(row.id(), List.of()), spent.get(row.id())))
                .toList();
    }

    private Lease view(LeaseRow row, List<PartRow> parts, Money spent) {
        boolean usable = row.state() == Lease.State.LIVE
                && parts.stream()
                        .filter(part -> part.wanted() && !part.late())
                        .allMatch(part -> part.state() == Lease.PartState.Progress.READY);
        return new Lease(
                row.id(),
                row.request(),
                row.owner(),
                row.team(),
                row.purpose(),
                row.plan(),
                row.done() && row.state() == Lease.State.ENDED ? Lease.State.DONE : row.state(),
                row.started(),
                row.until(),
                parts.stream().map(PartRow::view).toList(),
                usable ? PartOrders.outputs(parts).in(row.plan().links()) : List.of(),
                row.perHour(),
                spent);
    }

    private record Shown(LeaseRow lease, PartRow part, Provider provider, Order order) {}
}

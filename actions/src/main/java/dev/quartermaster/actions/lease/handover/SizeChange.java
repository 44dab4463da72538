package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Makes what runs larger or smaller: writes the other plan, and from when on what is charged. While its users are
 * interrupted nothing is; the other rate begins when it is ready. Joins the caller's transaction, under the lease's lock.
 */
@Component
public class SizeChange {
    private static final String DURATION = "duration";
    private static final String UNMADE = "Nothing here makes it any more. Ask the platform team.";
    private static final String SIZELESS =
            "It has no size that could be another. Keep it longer with `/qm extend`, or ask"
                    + " for something else with `/qm launch`.";

    private final Bundles bundles;
    private final LeaseStore rows;
    private final PartOrders orders;
    private final BudgetReservations purse;
    private final Audit audit;
    private final Json json;
    private final DatabaseTime time;
    private final PricesInForce prices;

    SizeChange(
            Bundles bundles,
            LeaseStore rows,
            PartOrders orders,
            BudgetReservations purse,
            Audit audit,
            Json json,
            DatabaseTime time,
            PricesInForce prices) {
        this.bundles = bundles;
        this.rows = rows;
        this.orders = orders;
        this.purse = purse;
        this.audit = audit;
        this.json = json;
        this.time = time;
        this.prices = prices;
    }

    HandOver.Size of(LeaseRow row) {
        boolean whole =
                rows.parts(row.id()).stream().allMatch(part -> part.state() != Progress.WAITING && !part.late());
        return new HandOver.Size(row.most(), row.team(), row.mostPerHour(), whole && !row.changing());
    }

    /** Why nothing of it can be made larger or smaller, with what to do instead; empty: something of it can. */
    Optional<String> fixed(LeaseRow row, List<PartRow> parts) {
        boolean sized = bundles.current()
                .catalogue()
                .path(row.plan().path())
                .filter(GoldenPath::sized)
                .isPresent();
        if (!sized) {
            return Optional.of(SIZELESS);
        }
        List<String> reasons = new ArrayList<>();
        for (PartRow part : parts) {
            Optional<Provider> provider = orders.provider(part);
            Optional<String> reason = provider.map(each -> each.fixed(orders.order(row, part, parts)))
                    .orElse(Optional.of(UNMADE));
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            // What runs is what a size is of, where anything does.
            reasons.add(provider.filter(each -> each.type().compute()).isPresent() ? 0 : reasons.size(), reason.get());
        }
        return reasons.stream().findFirst().or(() -> Optional.of(SIZELESS));
    }

    void resize(LeaseRow row, Request request) {
        Plan judged = Objects.requireNonNull(request.judgement().plan(), "Only what was planned can be had");
        Price price = Objects.requireNonNull(request.judgement().price(), "What is planned is priced");
        Plan after = into(row.plan(), judged);
        Resize effect = effect(row, judged).orElseGet(Resize.InPlace::new);
        if (effect instanceof Resize.Impossible(String words)
                || !rows.resize(row, after, changed(row.plan(), after), price.perHour(), request.id())) {
            throw new IllegalStateException("Judged as possible under the same lock: " + row.id());
        }
        boolean away = effect instanceof Resize.Interrupts;
        Instant now = time.now();
        Money charged = away ? Money.zero(price.perHour().currency()) : row.perHour();
        if (away) {
            purse.rate(row.id(), charged, now);
        }
        charged(row, "lease-resizing", request.id().value(), charged, now);
    }

    /** What the lease was before is what it becomes again; until it is, it stays uncharged if it was. */
    public boolean resizeBack(LeaseId lease, RequestId request, String why) {
        Optional<LeaseRow> row = rows.find(lease);
        boolean back = row.isPresent() && rows.resizeBack(lease, request);
        if (back) {
            audit.record(
                    row.get().request().value(),
                    null,
                    "lease-resize-undone",
                    Map.of("request", request.value(), "why", Sha256.hex(why)));
        }
        return back;
    }

    /** It has its size: from this second on that is charged, and the rest of what was reserved is given back. */
    public void ready(LeaseRow row, Money perHour) {
        Instant now = time.now();
        purse.resize(row.id(), perHour, prices.bought(row.plan()), now, row.until());
        RequestId asked = row.resizing();
        charged(row, "lease-resized", asked == null ? "" : asked.value(), perHour, now);
    }

    /** What is charged is a fact, with the second from which it is. */
    private void charged(LeaseRow row, String what, String request, Money perHour, Instant from) {
        audit.record(
                row.request().value(),
                null,
                what,
                Map.of(
                        "request",
                        request,
                        "perHour",
                        perHour.amount().stripTrailingZeros().toPlainString() + " " + perHour.currency(),
                        "from",
                        from.toString()));
    }

    /** Worst first: what cannot be, what is noticed, what is not; empty: nothing of it is another. */
    Optional<Resize> effect(LeaseRow row, Plan judged) {
        Plan after = into(row.plan(), judged);
        List<PartName> changed = changed(row.plan(), after);
        if (!after.parts().stream().map(Part::name).toList().equals(names(row.plan()))) {
            return Optional.of(
                    new Resize.Impossible("It would have other parts. Ask for a new one and stop this one."));
        }
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> interruptions = new TreeSet<>();
        for (Resize each : effects(row, after, changed)) {
            switch (each) {
                case Resize.Impossible impossible -> {
                    return Optional.of(impossible);
                }
                case Resize.Interrupts(String words) -> interruptions.add(words);
                case Resize.InPlace inPlace -> {}
            }
        }
        return Optional.of(
                interruptions.isEmpty()
                        ? new Resize.InPlace()
                        : new Resize.Interrupts(String.join(" ", interruptions)));
    }

    private List<Resize> effects(LeaseRow row, Plan after, List<PartName> changed) {
        List<Resize> effects = new ArrayList<>();
        rows.parts(row.id()).stream()
                .filter(part -> changed.contains(part.name()))
                .forEach(part -> effects.add(orders.provider(part)
                        .map(provider -> provider.resize(orders.order(row, part), orders.order(row, part, after)))
                        .orElseGet(() -> new Resize.Impossible(UNMADE))));
        return effects;
    }

    /** What runs keeps its links and its agreed time; a number reads back as it was written. */
    private Plan into(Plan running, Plan judged) {
        SortedMap<String, Value> parameters = new TreeMap<>(judged.parameters());
        Optional.ofNullable(running.parameters().get(DURATION)).ifPresent(span -> parameters.put(DURATION, span));
        Plan plan = new Plan(
                judged.path(),
                judged.version(),
                parameters,
                judged.parts(),
                running.links(),
                running.term(),
                judged.compute());
        return json.read(json.write(plan), Plan.class);
    }

    private static List<PartName> changed(Plan running, Plan after) {
        return after.parts().stream()
                .filter(part -> !running.parts().contains(part))
                .map(Part::name)
                .toList();
    }

    private static List<PartName> names(Plan plan) {
        return plan.parts().stream().map(Part::name).toList();
    }
}

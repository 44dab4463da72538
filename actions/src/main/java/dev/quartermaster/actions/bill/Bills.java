package dev.quartermaster.actions.bill;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.PersonRights;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes bills from platform leads, whole or not at all, and compares them with what was counted. */
@Component
public class Bills {
    /** Bytes of one bill. */
    public static final int LARGEST = 20 * 1024 * 1024;

    private final BillQueries queries;
    private final Ledger ledger;
    private final ReportScopeQueries scope;
    private final Bundles bundles;

    Bills(BillQueries queries, Ledger ledger, ReportScopeQueries scope, Bundles bundles) {
        this.queries = queries;
        this.ledger = ledger;
        this.scope = scope;
        this.bundles = bundles;
    }

    public sealed interface Added {
        /** @param again the same file was there already, and nothing changed */
        record Kept(long bill, int lines, boolean again) implements Added {}

        /** Nothing of it was kept. @param faults by line, at most twenty */
        record Refused(List<String> faults) implements Added {}

        record NotYours(String words) implements Added {}
    }

    /** @param file of FOCUS; its lines say which months' bill they stand on */
    @Transactional
    public Added addFocus(PersonId by, byte[] file) {
        return add(
                by,
                "focus",
                file,
                (text, bundle) ->
                        FocusBillReader.read(text, bundle.organisation().currency()));
    }

    /** @param file OpenCost's answer for that month */
    @Transactional
    public Added addOpenCost(PersonId by, YearMonth month, byte[] file) {
        return add(
                by,
                "opencost",
                file,
                (text, bundle) -> OpenCostAllocationReader.read(
                        text, month, bundle.organisation().zone(), namespaces(bundle)));
    }

    private Added add(PersonId by, String source, byte[] file, BiFunction<String, Bundle, ParsedBill> reader) {
        Bundle bundle = bundles.current();
        if (!bundle.people().isPlatformLead(by)) {
            return new Added.NotYours("Only platform leads add bills. Send it to one of them.");
        }
        String text = new String(file, StandardCharsets.UTF_8);
        return switch (reader.apply(text, bundle)) {
            case ParsedBill.Wrong(var faults) -> new Added.Refused(faults);
            case ParsedBill.Read(var lines) -> kept(by, source, Sha256.hex(text), lines, bundle);
        };
    }

    private Added kept(PersonId by, String source, String hash, List<BillLine> lines, Bundle bundle) {
        Optional<Long> fresh = queries.add(hash, source, by);
        if (fresh.isEmpty()) {
            long bill = queries.known(hash);
            return new Added.Kept(bill, queries.lines(bill), true);
        }
        Set<String> teams =
                bundle.people().teams().keySet().stream().map(TeamId::value).collect(Collectors.toUnmodifiableSet());
        List<BillLine> ours = lines.stream()
                .map(line -> teams.contains(line.team()) ? line : line.of(""))
                .toList();
        queries.add(fresh.get(), ours);
        return new Added.Kept(fresh.get(), lines.size(), false);
    }

    private static Map<String, String> namespaces(Bundle bundle) {
        return bundle.people().teams().values().stream()
                .collect(Collectors.toMap(Team::namespace, team -> team.id().value(), (one, other) -> ""));
    }

    public sealed interface Answer {
        record Compared(BillReconciliation difference) implements Answer {}

        /** Nobody has added a bill of that month. */
        record NoBill(String words) implements Answer {}

        record NotYours(String words) implements Answer {}
    }

    /** Whether a bill that has the month was added since. */
    public boolean came(YearMonth month, Instant since) {
        return queries.came(month, since);
    }

    /** For whoever may see what the team spends. */
    public Answer difference(PersonId asker, TeamId team, YearMonth month) {
        Period whole = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        return switch (ledger.spend(asker, team, whole)) {
            case Ledger.Answer.NotYours(String words) -> new Answer.NotYours(words);
            case Ledger.Answer.Report(var report) ->
                queries.any(month)
                        ? new Answer.Compared(compared(asker, report, month))
                        : new Answer.NoBill(
                                "There is no bill of " + month + " yet. A platform lead adds one: POST /api/bills.");
        };
    }

    private BillReconciliation compared(PersonId asker, SpendReport report, YearMonth month) {
        Bundle bundle = bundles.current();
        TeamId team = report.team();
        PersonRights rights = new PersonRights(bundle.people());
        boolean lead = bundle.people().isPlatformLead(asker);
        return scope.of(rights.spendSeen(asker), () -> {
                    List<BillReconciliation.Item> items = items(report, queries.byLease(team, month));
                    BigDecimal unlabelled = queries.unlabelledInAll(team.value(), month);
                    return new BillReconciliation(
                            team,
                            month,
                            report.total().currency(),
                            report.total().amount(),
                            items.stream().map(BillReconciliation.Item::billed).reduce(unlabelled, BigDecimal::add),
                            items,
                            unlabelled,
                            queries.unlabelled(team.value(), month),
                            BigDecimal.ZERO,
                            List.of());
                })
                .nobodys(
                        lead ? queries.unlabelledInAll("", month) : BigDecimal.ZERO,
                        lead ? queries.unlabelled("", month) : List.of());
    }

    private static List<BillReconciliation.Item> items(SpendReport report, Map<String, BigDecimal> billed) {
        Map<String, BigDecimal> left = new TreeMap<>(billed);
        List<BillReconciliation.Item> items = new ArrayList<>();
        for (SpendReport.Item item : report.items()) {
            String lease = item.lease() == null ? "" : item.lease().value();
            BigDecimal said = lease.isEmpty() ? null : left.remove(lease);
            if (said != null || item.amount().amount().signum() != 0) {
                items.add(new BillReconciliation.Item(
                        lease, item.path(), item.amount().amount(), said == null ? BigDecimal.ZERO : said));
            }
        }
        left.forEach((lease, said) -> items.add(new BillReconciliation.Item(lease, "", BigDecimal.ZERO, said)));
        items.sort(Comparator.comparing(
                        (BillReconciliation.Item item) -> item.difference().abs())
                .reversed()
                .thenComparing(BillReconciliation.Item::lease));
        return items;
    }
}

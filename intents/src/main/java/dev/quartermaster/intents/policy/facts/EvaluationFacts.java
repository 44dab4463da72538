package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.MonthlySplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request that was planned and priced, with the people and the datasets that it is about.
 *
 * @param datasets what it opens, each with its owner; sorted by name
 * @param added what it costs beyond what is agreed already, by month; at least one month
 */
public record EvaluationFacts(
        EvaluationRequest asked,
        Who who,
        Plan plan,
        Price price,
        List<Dataset> datasets,
        SortedMap<YearMonth, Money> added) {
    /** @param team the asker's, whose budget pays. @param whom it is for: mostly whoever asks */
    public record Who(Person person, Team team, Person whom) {}

    public static EvaluationFacts of(
            EvaluationRequest asked, Who who, Draft.Ready draft, Catalogue catalogue, ZoneId zone) {
        List<Dataset> datasets = draft.plan().reaches().stream()
                .flatMap(name -> catalogue.covered(name).stream())
                .distinct()
                .toList();
        return new EvaluationFacts(asked, who, draft.plan(), draft.price(), datasets, added(asked, draft, zone));
    }

    /** Another size of what runs costs its price from now to its end; what it cost so far is paid for. */
    public static Draft.Ready fromNow(EvaluationRequest asked, Draft.Ready draft) {
        if (asked.already() == null || !asked.already().resizes()) {
            return draft;
        }
        Duration left =
                Duration.between(asked.now(), start(asked).plus(draft.plan().term()));
        Price price = draft.price();
        return new Draft.Ready(
                draft.plan(), Price.of(price.lines(), price.perHour(), left.isNegative() ? Duration.ZERO : left));
    }

    /** When the term starts: the hand-over of what is extended, otherwise now or the later moment that was said. */
    public static Instant start(EvaluationRequest asked) {
        if (asked.already() != null) {
            return asked.already().since();
        }
        Instant from = asked.intent() instanceof Intent.Acquisition wanted ? wanted.from() : null;
        return from == null ? asked.now() : later(asked.now(), from);
    }

    /** Whom a wish is for; null: whoever asks. */
    public static @Nullable PersonId grantee(Intent intent) {
        return intent instanceof Intent.Acquisition wanted ? wanted.grantee() : null;
    }

    public Instant start() {
        return start(asked);
    }

    /** As whom it is judged: whose it becomes. */
    public Person person() {
        return who.person();
    }

    /** Who asks: mostly the same; sometimes whoever answers for them. */
    public PersonId asker() {
        PersonId asker = asked.around().asker();
        return asker == null ? person().id() : asker;
    }

    public Team team() {
        return who.team();
    }

    public Person whom() {
        return who.whom();
    }

    public Intent intent() {
        return asked.intent();
    }

    Money addedInAll() {
        return added.values().stream().reduce(Money.zero(price.ceiling().currency()), Money::plus);
    }

    /** Those whose owner is asked: what is neither synthetic nor public; all of them when there is nothing else. */
    public List<Dataset> owned() {
        List<Dataset> guarded = datasets.stream()
                .filter(dataset -> dataset.dataClass().compareTo(DataClass.INTERNAL) >= 0)
                .toList();
        return guarded.isEmpty() ? datasets : guarded;
    }

    private static SortedMap<YearMonth, Money> added(EvaluationRequest asked, Draft.Ready draft, ZoneId zone) {
        Duration term = draft.plan().term();
        Money ceiling = draft.price().ceiling();
        Instant start = start(asked);
        Instant end = start.plus(term);
        if (ceiling.amount().signum() == 0) {
            return nothing(asked.now(), zone, ceiling);
        }
        if (asked.already() == null) {
            return MonthlySplit.split(ceiling, start, end, zone);
        }
        SortedMap<YearMonth, Money> added = larger(asked.now(), asked.already(), draft.price(), zone);
        longer(asked, draft.price(), end, zone).forEach((month, amount) -> added.merge(month, amount, Money::plus));
        return added.isEmpty() ? nothing(later(asked.now(), asked.already().until()), zone, ceiling) : added;
    }

    private static SortedMap<YearMonth, Money> longer(EvaluationRequest asked, Price price, Instant end, ZoneId zone) {
        Instant from = later(asked.now(), asked.already().until());
        Duration fresh = Duration.between(from, end);
        if (!fresh.isPositive() || !price.term().isPositive()) {
            return new TreeMap<>();
        }
        BigDecimal share = price.ceiling()
                .amount()
                .multiply(BigDecimal.valueOf(fresh.toSeconds()))
                .divide(BigDecimal.valueOf(price.term().toSeconds()), 10, RoundingMode.HALF_UP);
        return MonthlySplit.split(new Money(share, price.ceiling().currency()), from, end, zone);
    }

    /** Of what runs and would cost more an hour: the difference, from now to the end agreed so far. */
    private static SortedMap<YearMonth, Money> larger(
            Instant now, EvaluationRequest.Already already, Price price, ZoneId zone) {
        if (already.perHour() == null
                || price.perHour().compareTo(already.perHour()) <= 0
                || !now.isBefore(already.until())) {
            return new TreeMap<>();
        }
        Duration left = Duration.between(now, already.until());
        Money more = price.perHour().minus(already.perHour());
        return MonthlySplit.split(Price.of(List.of(), more, left).ceiling(), now, already.until(), zone);
    }

    private static SortedMap<YearMonth, Money> nothing(Instant at, ZoneId zone, Money like) {
        return new TreeMap<>(Map.of(YearMonth.from(at.atZone(zone)), Money.zero(like.currency())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns a question into the facts of the {@link FactTypes}, field by field. */
public record Facts(Organisation organisation, People people, Catalogue catalogue) {
    public Map<String, Object> of(EvaluationFacts question) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("person", person(question));
        facts.put("grantee", grantee(question));
        facts.put("team", team(question));
        facts.put("request", request(question));
        facts.put("path", path(question.plan(), question.person().id()));
        facts.put(
                FactTypes.DATASETS,
                question.datasets().stream().map(Facts::dataset).toList());
        facts.put("price", price(question));
        facts.put("budget", budget(question));
        facts.put("mine", HeldFacts.mine(question));
        facts.put("ours", HeldFacts.ours(question));
        facts.put(FactTypes.NOW, question.asked().now());
        facts.put("p", parameters(question.plan()));
        return facts;
    }

    private Map<String, Object> person(EvaluationFacts question) {
        Person asker = people.find(question.asker()).orElse(question.person());
        PersonId id = asker.id();
        List<String> groups = people.groups().entrySet().stream()
                .filter(group -> group.getValue().contains(id))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        return Map.of(
                "id", id.value(),
                "name", asker.name(),
                "role", asker.role(),
                "sponsor", sponsor(asker),
                "groups", groups);
    }

    private Map<String, Object> grantee(EvaluationFacts question) {
        Person whom = question.whom();
        return Map.of(
                "id", whom.id().value(),
                "name", whom.name(),
                "role", whom.role(),
                "sponsor", sponsor(whom),
                "team", people.teamOf(whom.id()).map(team -> team.id().value()).orElse(""));
    }

    private static String sponsor(Person person) {
        return Optional.ofNullable(person.sponsor()).map(PersonId::value).orElse("");
    }

    private static Map<String, Object> team(EvaluationFacts question) {
        return Map.of(
                "id", question.team().id().value(),
                "title", question.team().title(),
                "manager", question.team().manager().value());
    }

    private Map<String, Object> request(EvaluationFacts question) {
        Map<String, Object> facts = new HashMap<>();
        List<String> images = images(question.plan());
        facts.put("extension", question.asked().already() != null);
        facts.put("term", question.plan().term());
        facts.put("start", question.start());
        facts.put("gpus", GpuCount.count(question.plan(), question.price()));
        facts.put("gpu_kind", GpuCount.kind(question.plan(), question.price()));
        facts.put("images", images);
        facts.put(
                "foreign",
                images.stream()
                        .filter(image -> !organisation.images().allows(image))
                        .toList());
        facts.put("registries", organisation.imageRegistries());
        facts.put("grantee", question.whom().id().value());
        facts.put("kind", question.intent() instanceof Intent.Grant ? "grant" : "launch");
        facts.put(
                "access",
                question.intent() instanceof Intent.Grant grant
                        ? grant.access().name().toLowerCase(Locale.ROOT)
                        : "");
        return facts;
    }

    private Map<String, Object> path(Plan plan, PersonId asker) {
        Optional<GoldenPath> path = catalogue.path(plan.path());
        return Map.of(
                "name", plan.path().value(),
                "title", path.map(GoldenPath::title).orElse("Access to data"),
                "owner", path.map(GoldenPath::owner).orElse(""),
                "version", (long) plan.version(),
                "compute", plan.compute(),
                "job", catalogue.job(plan.path()).isPresent(),
                "mine", new Rights(people, catalogue).holds(new Deciders.OwnerOfPath(plan.path()), asker));
    }

    private static Map<String, Object> dataset(Dataset dataset) {
        return Map.of(
                "name", dataset.name().value(),
                "schema", dataset.name().schema(),
                "class", dataset.dataClass().name().toLowerCase(Locale.ROOT),
                "owner", dataset.owner().value());
    }

    private static Map<String, Object> price(EvaluationFacts question) {
        return Map.of(
                "estimate", cents(question.price().ceiling()),
                "added", cents(question.addedInAll()),
                "hour", cents(question.price().perHour()),
                "day", cents(question.price().perDay()));
    }

    /** The month in which least is left afterwards; an amount over a month's end may break one month only. */
    private Map<String, Object> budget(EvaluationFacts question) {
        BudgetView view = question.asked().budget();
        Money zero = Money.zero(view.perMonth().currency());
        Map<YearMonth, Money> added = question.added();
        YearMonth worst = added.keySet().stream()
                .max((one, other) -> before(view, one)
                        .plus(added.get(one))
                        .compareTo(before(view, other).plus(added.get(other))))
                .orElseThrow(() -> new IllegalStateException("A term covers at least one month"));
        Money after = before(view, worst).plus(added.getOrDefault(worst, zero));
        return Map.of(
                "month", cents(view.perMonth()),
                "used", cents(view.month(worst).used()),
                "reserved", cents(view.month(worst).reserved()),
                "before", cents(before(view, worst)),
                "after", cents(after),
                "left", cents(view.perMonth().minus(before(view, worst))),
                "at_cap", view.atCap().word(),
                "over", over(question));
    }

    private List<String> over(EvaluationFacts question) {
        return question.asked().budget().shares().stream()
                .filter(share -> concerns(share, question))
                .filter(share -> question.added().entrySet().stream()
                        .filter(month -> month.getValue().amount().signum() > 0)
                        .anyMatch(month -> share.month(month.getKey())
                                        .taken()
                                        .plus(month.getValue())
                                        .compareTo(share.limit())
                                > 0))
                .map(share -> switch (share.kind()) {
                    case PERSON -> question.person().name();
                    case PURPOSE -> share.name();
                })
                .toList();
    }

    private static boolean concerns(BudgetView.Share share, EvaluationFacts question) {
        return switch (share.kind()) {
            case PERSON -> share.name().equals(question.person().id().value());
            case PURPOSE ->
                question.intent() instanceof Intent.Acquisition wanted
                        && BudgetCap.same(share.name(), wanted.purpose());
        };
    }

    public static Money before(BudgetView view, YearMonth month) {
        return view.month(month).taken();
    }

    private Map<String, Object> parameters(Plan plan) {
        Map<String, Object> facts = new HashMap<>();
        plan.parameters().forEach((name, value) -> facts.put(name, plain(value)));
        return facts;
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Whole(var number) -> number;
            case Value.Quantity(var gib) -> gib.doubleValue();
            case Value.Span(var length) -> length;
            case Value.Schedule schedule -> schedule.text();
            case Value.Relative relative -> relative.text();
            case Value.Text(var text) -> text;
        };
    }

    private List<String> images(Plan plan) {
        return catalogue.path(plan.path()).map(GoldenPath::parameters).orElse(List.of()).stream()
                .filter(parameter -> parameter.type() == Parameter.Type.IMAGE)
                .flatMap(parameter -> Optional.ofNullable(plan.parameters().get(parameter.name())).stream())
                .map(Value::text)
                .toList();
    }

    /** Rounded up, so that a rule and a guard on the exact amount never disagree in the asker's favour. */
    private static long cents(Money money) {
        BigDecimal cents = money.amount().movePointRight(2).setScale(0, RoundingMode.CEILING);
        return cents.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
    }
}

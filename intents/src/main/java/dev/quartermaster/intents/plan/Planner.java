package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Job;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.expression.Expression;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Draft.Finding;
import dev.quartermaster.intents.yaml.NearestWord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a wish definite within a golden path's bounds, and prices it. Pure: the same bundle, wish, lease and start give
 * the same draft. Whether the person may have it is not asked here.
 */
public final class Planner {
    private static final Duration GRANT_STANDARD = Duration.ofDays(30);
    private static final PartName DATA = new PartName("data");

    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Pricer pricer;
    private final Map<PathName, Blueprint> blueprints;

    /** @throws IllegalArgumentException for an expression that the bundle's check would have named */
    public Planner(Organisation organisation, Catalogue catalogue, PriceList prices) {
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.pricer = new Pricer(prices);
        this.blueprints = Stream.concat(
                        catalogue.paths().values().stream().filter(path -> !path.planned()),
                        catalogue.jobs().values().stream().map(Job::path))
                .map(path -> new Blueprint(path, catalogue))
                .collect(Collectors.toUnmodifiableMap(each -> each.path().name(), each -> each));
    }

    /**
     * @param intent a Launch or a Grant
     * @param lease what names of things made are derived from
     * @param start the hand-over, passed or expected: an end said as a moment is counted from it
     * @throws IllegalArgumentException for another intent
     */
    public Draft draft(Intent intent, Person person, Team team, LeaseId lease, Instant start) {
        if (intent instanceof Intent.Launch launch) {
            return launch(launch, person, team, lease, start);
        }
        if (intent instanceof Intent.Grant grant) {
            return grant(grant, person, start);
        }
        throw new IllegalArgumentException(
                "Not something to plan: " + intent.getClass().getSimpleName());
    }

    private Draft launch(Intent.Launch launch, Person person, Team team, LeaseId lease, Instant start) {
        Optional<GoldenPath> planned = catalogue.path(launch.path()).filter(GoldenPath::planned);
        if (planned.isPresent()) {
            return outside(
                    "path",
                    planned.get().title() + " is planned and not offered yet. What there is today: "
                            + String.join(", ", offered())
                            + ". Ask " + planned.get().owner() + " when it comes.");
        }
        Blueprint blueprint = blueprints.get(launch.path());
        if (blueprint == null) {
            return outside(
                    "path",
                    "There is no golden path " + launch.path() + ". "
                            + NearestWord.todo(launch.path().value(), offered()));
        }
        var settled = Settling.of(blueprint.path(), organisation.images(), launch, start);
        if (!settled.findings().isEmpty()) {
            return new Draft.Outside(settled.findings());
        }
        SortedMap<String, Value> parameters = settled.values();
        Map<String, Object> values = PathExpressions.written(parameters);
        values.putAll(around(launch, person, team, lease));
        values.putAll(PathExpressions.gpu(parameters, organisation.gpus()));
        try {
            return ready(blueprint, parameters, values);
        } catch (Expression.Unworkable | IllegalArgumentException unworkable) {
            String words = blueprint.path().title() + " cannot be made with these values. Choose others, or ask "
                    + blueprint.path().owner() + ", who look after it.";
            return new Draft.Outside(
                    List.of(new Finding("path", words, null)), String.valueOf(unworkable.getMessage()));
        }
    }

    /** What it costs by the prices in force, made as its golden path says it now; empty: that does not say any more. */
    public Optional<Price> priced(Plan plan) {
        Blueprint blueprint = blueprints.get(plan.path());
        if (blueprint == null || plan.parts().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(price(blueprint, plan.parts(), plan.parameters(), plan.term()));
        } catch (Expression.Unworkable | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private Price price(Blueprint blueprint, List<Part> parts, SortedMap<String, Value> parameters, Duration term)
            throws Expression.Unworkable {
        PartName costly = parts.stream()
                .filter(part -> catalogue.types().compute(part.provider()))
                .findFirst()
                .orElse(parts.getFirst())
                .name();
        return pricer.of(costly, blueprint.quantities(PathExpressions.counted(parameters)), parameters, term);
    }

    private Draft ready(Blueprint blueprint, SortedMap<String, Value> parameters, Map<String, Object> values)
            throws Expression.Unworkable {
        Duration term = ((Value.Span) parameters.get("duration")).length();
        List<Part> parts = blueprint.parts(values);
        Price price = price(blueprint, parts, parameters, term);
        var path = blueprint.path();
        return new Draft.Ready(
                new Plan(path.name(), path.version(), parameters, parts, blueprint.links(values), term, path.compute()),
                price);
    }

    /** Everything that is not a parameter. Words of people stand here as values, and values become leaves only. */
    private Map<String, Object> around(Intent.Launch launch, Person person, Team team, LeaseId lease) {
        Map<String, Object> values = new HashMap<>();
        values.put("lease.id", lease.value());
        values.put("lease.host", organisation.hostPattern().replace("${lease}", lease.value()));
        values.put("lease.purpose", launch.purpose());
        values.put("team.id", team.id().value());
        values.put("team.namespace", team.namespace());
        values.put("person.id", person.id().value());
        values.put("person.name", person.name());
        values.put(
                "person.email", person.emails().isEmpty() ? "" : person.emails().getFirst());
        values.put("org.name", organisation.name());
        values.put("org.zone", organisation.zone().getId());
        values.replaceAll((name, value) -> Outputs.words(value.toString()));
        return values;
    }

    private Draft grant(Intent.Grant grant, Person person, Instant start) {
        Set<DatasetName> reaches = catalogue.covered(grant.dataset()).stream()
                .map(Dataset::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (reaches.isEmpty()) {
            return outside(
                    "dataset",
                    "There is no dataset " + grant.dataset() + ". "
                            + NearestWord.todo(
                                    grant.dataset().value(),
                                    names(catalogue.datasets().keySet())));
        }
        if (grant.grantee() != null && !grant.grantee().equals(person.id())) {
            return outside(
                    "grantee",
                    "Access goes only to the one who asks for it: ask " + grant.grantee()
                            + " to ask for it themselves.");
        }
        Optional<PartType> opens = catalogue.types().opensData();
        if (opens.isEmpty()) {
            return outside("dataset", "Nothing here gives access to data. Ask the platform team.");
        }
        return switch (PlannedTerm.length(grant.term(), start, GRANT_STANDARD)) {
            case PlannedTerm.Length.Over over ->
                new Draft.Outside(List.of(new Finding("duration", PlannedTerm.OVER, new Value.Span(GRANT_STANDARD))));
            case PlannedTerm.Length.Of(var term) -> {
                Map<String, Object> spec = Map.of(
                        "datasets", reaches.stream().map(DatasetName::value).toList(),
                        "access", grant.access().name().toLowerCase(Locale.ROOT));
                var part = new Part(DATA, opens.get().kind(), spec, reaches, null);
                SortedMap<String, Value> parameters = new TreeMap<>(Map.of("duration", new Value.Span(term)));
                yield new Draft.Ready(
                        new Plan(Plan.GRANT, 1, parameters, List.of(part), List.of(), term, false), pricer.free(term));
            }
        };
    }

    private Set<String> offered() {
        return blueprints.keySet().stream()
                .filter(catalogue.paths()::containsKey)
                .map(PathName::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Draft outside(String parameter, String words) {
        return new Draft.Outside(List.of(new Finding(parameter, words, null)));
    }

    private static Set<String> names(Set<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }
}

package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.*;
import dev.quartermaster.intents.intent.*;
import dev.quartermaster.intents.money.*;
import dev.quartermaster.intents.people.*;
import dev.quartermaster.intents.plan.*;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.*;

/** Interim. */
record Drafts(Organisation organisation, Catalogue catalogue, PriceList prices) implements Draft.Maker {
    @Override
    public Draft draft(Intent intent, Person person, Team team, LeaseId lease, Instant start) {
        if (intent instanceof Intent.Grant grant) {
            Duration term = term(grant.term(), start, Duration.ofDays(14));
            Plan plan = new Plan(
                    Plan.GRANT,
                    1,
                    new TreeMap<>(),
                    List.of(new Part(new PartName("data"), "grant", Map.of(), Set.of(grant.dataset()), null)),
                    List.of(),
                    term,
                    false);
            return new Draft.Ready(plan, price(List.of(), term));
        }
        Intent.Launch launch = (Intent.Launch) intent;
        GoldenPath path = catalogue.path(launch.path()).orElseThrow();
        List<Draft.Finding> findings = new ArrayList<>();
        SortedMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : path.parameters()) {
            Value value = launch.parameters().getOrDefault(parameter.name(), parameter.standard());
            if (parameter.name().equals("duration")) {
                value = new Value.Span(term(launch.term(), start, ((Value.Span) parameter.standard()).length()));
            }
            if (value == null) continue;
            if (parameter.type() == Parameter.Type.PRESET) {
                values.putAll(parameter.presets().getOrDefault(value.text(), Map.of()));
                continue;
            }
            Optional<Value> nearest = parameter.nearest(value);
            if (nearest.filter(value::equals).isEmpty())
                findings.add(new Draft.Finding(
                        parameter.name(), parameter.name() + " is " + parameter.valid(), nearest.orElse(null)));
            values.put(parameter.name(), value);
        }
        if (!findings.isEmpty()) return new Draft.Outside(findings);
        Duration term = ((Value.Span) values.get("duration")).length();
        List<Part> parts = new ArrayList<>();
        for (var each : path.parts()) {
            Set<DatasetName> reaches = new HashSet<>();
            if (each.provider().equals("grant"))
                ((List<?>) each.spec().get("datasets")).forEach(d -> reaches.add(new DatasetName(d.toString())));
            parts.add(new Part(new PartName(each.name()), each.provider(), each.spec(), reaches, null));
        }
        List<Price.Line> lines = new ArrayList<>();
        path.price().forEach((resource, text) -> {
            BigDecimal quantity = BigDecimal.ONE;
            for (String factor : text.replace("${", "").replace("}", "").split("\\*")) {
                String word = factor.strip();
                quantity = quantity.multiply(
                        word.startsWith("p.") ? number(values.get(word.substring(2))) : new BigDecimal(word));
            }
            String unit = resource.equals("gpus")
                    ? "gpu."
                            + (values.containsKey("gpu_kind")
                                    ? values.get("gpu_kind").text()
                                    : "a100")
                    : resource;
            lines.add(new Price.Line(
                    parts.getFirst().name(),
                    unit,
                    quantity,
                    prices.perHour(unit).times(quantity)));
        });
        return new Draft.Ready(
                new Plan(path.name(), path.version(), values, parts, List.of(), term, path.compute()),
                price(lines, term));
    }

    static BigDecimal number(Value value) {
        return switch (value) {
            case Value.Whole(var n) -> BigDecimal.valueOf(n);
            case Value.Quantity(var g) -> g;
            case Value.Span s -> BigDecimal.ZERO;
            case Value.Text t -> BigDecimal.ZERO;
        };
    }

    Price price(List<Price.Line> lines, Duration term) {
        Money hour = lines.stream().map(Price.Line::perHour).reduce(Money.zero(organisation.currency()), Money::plus);
        return new Price(
                lines,
                hour,
                new Money(
                        hour.amount()
                                .multiply(BigDecimal.valueOf(term.toSeconds()))
                                .divide(BigDecimal.valueOf(3600), 10, java.math.RoundingMode.HALF_UP),
                        hour.currency()),
                term);
    }

    static Duration term(Term term, Instant start, Duration standard) {
        return switch (term) {
            case Term.Unsaid u -> standard;
            case Term.For(var l) -> l;
            case Term.Until(var e) -> Duration.between(start, e);
        };
    }
}

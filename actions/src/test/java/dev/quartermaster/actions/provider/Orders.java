package dev.quartermaster.actions.provider;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders for tests of providers: by ana of growth, until the end of 2030, unless said otherwise. */
public record Orders(Order order) {
    public static Orders of(String lease, String part, String provider, Map<String, Object> spec) {
        return new Orders(new Order(
                new LeaseId("lease-" + lease),
                new Part(new PartName(part), provider, spec, Set.of(), null),
                person("ana"),
                team(),
                Instant.parse("2030-12-31T00:00:00Z"),
                1));
    }

    public static Orders grant(String lease, String access, String... datasets) {
        Orders plain = of(lease, "warehouse", "grant", Map.of("access", access, "datasets", List.of(datasets)));
        Part part = plain.order.part();
        Set<DatasetName> reaches =
                Set.copyOf(List.of(datasets).stream().map(DatasetName::new).toList());
        return plain.part(new Part(part.name(), part.provider(), part.spec(), reaches, null));
    }

    public Orders part(Part part) {
        return new Orders(new Order(order.lease(), part, order.owner(), order.team(), order.until(), order.epoch()));
    }

    public Orders epoch(long epoch) {
        return new Orders(new Order(order.lease(), order.part(), order.owner(), order.team(), order.until(), epoch));
    }

    public Orders until(Instant until) {
        return new Orders(new Order(order.lease(), order.part(), order.owner(), order.team(), until, order.epoch()));
    }

    public Orders by(String person) {
        return new Orders(
                new Order(order.lease(), order.part(), person(person), order.team(), order.until(), order.epoch()));
    }

    private static Order.Owner person(String id) {
        return new Order.Owner(new PersonId(id));
    }

    private static Order.Team team() {
        return new Order.Team(new TeamId("growth"), "growth");
    }
}

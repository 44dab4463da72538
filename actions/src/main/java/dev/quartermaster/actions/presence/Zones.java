package dev.quartermaster.actions.presence;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.people.PersonId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where people's clocks are, as last heard from their profile; the organisation's until then. */
@Component
public class Zones {
    private final ZoneQueries heard;
    private final Bundles bundles;

    Zones(ZoneQueries heard, Bundles bundles) {
        this.heard = heard;
        this.bundles = bundles;
    }

    public ZoneId of(PersonId person) {
        return heard.of(person).flatMap(Zones::zone).orElseGet(this::organisations);
    }

    /** In the order given. */
    public Map<PersonId, ZoneId> of(Set<PersonId> persons) {
        Map<PersonId, String> known = heard.of(persons);
        Map<PersonId, ZoneId> zones = new LinkedHashMap<>();
        persons.forEach(person -> zones.put(
                person,
                Optional.ofNullable(known.get(person)).flatMap(Zones::zone).orElseGet(this::organisations)));
        return zones;
    }

    private ZoneId organisations() {
        return bundles.current().organisation().zone();
    }

    /** Writes only what is new. */
    public void note(PersonId person, ZoneId zone) {
        heard.note(person, zone);
    }

    /** Whether it was heard within the last day. */
    public boolean fresh(PersonId person) {
        return heard.fresh(person);
    }

    /** A zone that this machine does not know any more is no reason to fail. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}

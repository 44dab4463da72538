package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A person's grants begin and end in any order; what the server lets them do is compared with a model each time. */
@org.junit.jupiter.api.Order(1)
@ResourceLock("the warehouse of all tests")
class OverlappingGrantsTest {
    private static final long SEED = 49;
    private static final int STEPS = 300;
    private static final List<String> PERSONS = List.of("over-one", "over.two", "over3");
    private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f", "g", "h");

    private final GrantProvider provider = TestWarehouse.provider();
    private final TreeMap<String, Held> held = new TreeMap<>();

    @Test
    void oneEndsAndTheOthersStayExactly() throws SQLException {
        Random random = new Random(SEED);
        try (Connection admin = TestWarehouse.admin()) {
            for (int step = 1; step <= STEPS; step++) {
                Held touched = step(random, step);
                for (String person : PERSONS) {
                    assertThat(allowed(admin, person))
                            .as("step %d, %s after %s", step, person, touched)
                            .isEqualTo(expected(person));
                }
            }
        }
    }

    private Held step(Random random, int step) {
        String lease = LETTERS.get(random.nextInt(LETTERS.size())).repeat(10);
        Held old = held.get(lease);
        if (old != null && random.nextInt(3) > 0) {
            provider.converge(old.orders().epoch(step).order(), Wanted.GONE);
            held.remove(lease);
            return old;
        }
        Held now = old != null ? old : fresh(random, lease);
        provider.converge(now.orders().epoch(step).order(), Wanted.RUNNING);
        held.put(lease, now);
        return now;
    }

    private static Held fresh(Random random, String lease) {
        List<String> datasets = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            datasets.add(TestWarehouse.DATASETS.get(random.nextInt(TestWarehouse.DATASETS.size())));
        }
        if (random.nextInt(4) == 0) {
            datasets.add("synthetic.*");
        }
        String person = PERSONS.get(random.nextInt(PERSONS.size()));
        return new Held(lease, person, random.nextBoolean() ? "read" : "write", Set.copyOf(datasets));
    }

    private Set<String> expected(String person) {
        Set<String> rights = new TreeSet<>();
        for (Held each : held.values()) {
            for (String dataset : TestWarehouse.DATASETS) {
                boolean reached = each.datasets.contains(dataset)
                        || (dataset.startsWith("synthetic.") && each.datasets.contains("synthetic.*"));
                if (each.person.equals(person) && reached) {
                    rights.add(dataset + " SELECT");
                    if (each.access.equals("write")) {
                        Set.of("INSERT", "UPDATE", "DELETE").forEach(verb -> rights.add(dataset + " " + verb));
                    }
                }
            }
        }
        return rights;
    }

    private static Set<String> allowed(Connection admin, String person) throws SQLException {
        Set<String> rights = new TreeSet<>();
        try (PreparedStatement statement = admin.prepareStatement("""
                select schemaname || '.' || tablename || ' ' || verb
                from pg_tables, unnest(array['SELECT','INSERT','UPDATE','DELETE','TRUNCATE','REFERENCES','TRIGGER']) verb,
                     pg_roles
                where rolname = ? and schemaname in ('synthetic', 'product', 'sales', 'customer', 'quartermaster')
                  and has_schema_privilege(rolname, schemaname, 'USAGE')
                  and has_table_privilege(rolname, format('%I.%I', schemaname, tablename), verb)""")) {
            statement.setString(1, "qm_person_" + person);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rights.add(row.getString(1));
                }
            }
        }
        return rights;
    }

    private record Held(String lease, String person, String access, Set<String> datasets) {
        Orders orders() {
            return Orders.grant(lease, access, datasets.toArray(String[]::new)).by(person);
        }
    }
}

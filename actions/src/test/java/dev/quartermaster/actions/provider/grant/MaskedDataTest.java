package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Credentials;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Masking;
import dev.quartermaster.intents.people.PersonId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Confidential columns are masked in what a grant gives, unless it is a grant of the clear text. */
@ResourceLock("the warehouse of all tests")
class MaskedDataTest {
    private static final Map<String, Masking> MASKS =
            Map.of("holder", Masking.INITIALS, "email", Masking.MAIL, "iban", Masking.END);

    @Test
    void namesAndMailsAreMaskedAndTheTableBehindIsRefused() throws SQLException {
        GrantProvider provider = provider(masked(MASKS));
        Order order = Orders.grant("maskreadxx", "read", "customer.*").by("mas").order();
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(provider.observe(order)).isInstanceOf(Observed.Ready.class);

        Credentials credentials = provider.credentials(order).orElseThrow();
        assertThat(credentials.lines().get("Tables")).isEqualTo("masked_customer.accounts");
        try (Connection mas = TestWarehouse.with(credentials)) {
            assertThat(
                            row(
                                    mas,
                                    "select account_id, holder, email, iban, balance from masked_customer.accounts where account_id = 1"))
                    .containsExactly("1", "Q. K.", "a***@example.org", "***7919", "14858.63");
            assertThat(row(mas, "select count(*) from masked_customer.accounts"))
                    .containsExactly("4000");
            refused(mas, "permission denied for schema customer", "select holder from customer.accounts");
            refused(mas, "permission denied for schema customer", "select * from customer.transactions");
            refused(mas, "permission denied for view accounts", "update masked_customer.accounts set balance = 0");
            refused(mas, "permission denied for view accounts", "delete from masked_customer.accounts");
            refused(
                    mas,
                    "must be owner of view accounts",
                    "alter view masked_customer.accounts set (security_barrier = false)");
            refused(
                    mas,
                    "permission denied for schema masked_customer",
                    "create view masked_customer.mine as select 1");
        }
        assertThat(provider.deeds(order).done())
                .anyMatch(each -> each.startsWith("create or replace view masked_customer.accounts"));

        provider.converge(order, Wanted.GONE);
        assertThatThrownBy(() -> TestWarehouse.with(credentials)).isInstanceOf(SQLException.class);
        try (Connection admin = TestWarehouse.admin()) {
            assertThat(
                            row(
                                    admin,
                                    "select count(*) from pg_class c cross join aclexplode(c.relacl) a"
                                            + " join pg_roles r on r.oid = a.grantee where r.rolname like 'qm_lease_maskreadxx%'"))
                    .containsExactly("0");
        }
    }

    /** A condition that tells what it is given is asked about rows only as they are shown. */
    @Test
    void aConditionSeesNoMoreThanTheMask() throws SQLException {
        GrantProvider provider = provider(masked(MASKS));
        Order order = Orders.grant("maskpushxx", "read", "customer.accounts")
                .by("pus")
                .order();
        provider.converge(order, Wanted.RUNNING);
        try (Connection pus = TestWarehouse.with(provider.credentials(order).orElseThrow())) {
            assertThatThrownBy(() -> row(pus, "select 1 from masked_customer.accounts where holder::int = 1"))
                    .hasMessageContaining("\""
                            + row(pus, "select holder from masked_customer.accounts limit 1")
                                    .getFirst() + "\"");
        }
    }

    @Test
    void clearTextIsAGrantOfItsOwn() throws SQLException {
        GrantProvider provider = provider(masked(MASKS), clear());
        Order order = Orders.grant("maskclearx", "read", "customer_clear.accounts")
                .by("cle")
                .order();
        provider.converge(order, Wanted.RUNNING);
        try (Connection cle = TestWarehouse.with(provider.credentials(order).orElseThrow())) {
            assertThat(row(cle, "select holder, email from customer.accounts where account_id = 1"))
                    .containsExactly("Quinn Kaya", "account1@example.org");
            refused(cle, "permission denied for schema masked_customer", "select * from masked_customer.accounts");
        }
    }

    @Test
    void whereAColumnToMaskHasAnotherNameAllIsHidden() throws SQLException {
        GrantProvider provider = provider(masked(Map.of("full_name", Masking.INITIALS)));
        Order order = Orders.grant("maskwrongx", "read", "customer.accounts")
                .by("wro")
                .order();
        assertThat(provider.converge(order, Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        try (Connection wro = TestWarehouse.with(provider.credentials(order).orElseThrow())) {
            assertThat(row(
                            wro,
                            "select distinct account_id, holder, email, iban, balance from masked_customer.accounts"))
                    .containsExactly("***", "***", "***", "***", "***");
        }
    }

    @Test
    void aMaskOverANumberHoldsForGrantsThatStand() throws SQLException {
        Order order = Orders.grant("masknumber", "read", "customer.accounts")
                .by("num")
                .order();
        provider(masked(Map.of("holder", Masking.INITIALS))).converge(order, Wanted.RUNNING);
        GrantProvider stricter = provider(masked(Map.of("holder", Masking.INITIALS, "balance", Masking.HIDDEN)));

        stricter.converge(order, Wanted.RUNNING);

        assertThat(stricter.observe(order)).isInstanceOf(Observed.Ready.class);
        try (Connection num = TestWarehouse.with(stricter.credentials(order).orElseThrow())) {
            assertThat(row(num, "select distinct balance from masked_customer.accounts"))
                    .containsExactly("***");
        }
    }

    @Test
    void whatIsNotInTheWarehouseIsSaid() {
        GrantProvider provider = provider(dataset("customer.nowhere", Map.of("email", Masking.MAIL), null));
        Order order =
                Orders.grant("masknowher", "read", "customer.nowhere").by("now").order();
        assertThat(provider.converge(order, Wanted.RUNNING))
                .isEqualTo(new Observed.Broken(
                        "customer.nowhere is not in the warehouse; the platform team corrects data.yaml."));
        assertThat(provider.credentials(order)).isEmpty();
    }

    @Test
    void aMaskThatIsMadeStricterHoldsForGrantsThatStand() throws SQLException {
        Order order = Orders.grant("maskstrict", "read", "customer.accounts")
                .by("str")
                .order();
        provider(masked(Map.of("holder", Masking.INITIALS))).converge(order, Wanted.RUNNING);
        GrantProvider stricter = provider(masked(Map.of("holder", Masking.HIDDEN)));
        assertThat(stricter.observe(order)).isInstanceOf(Observed.Making.class);

        stricter.converge(order, Wanted.RUNNING);

        assertThat(stricter.observe(order)).isInstanceOf(Observed.Ready.class);
        try (Connection str = TestWarehouse.with(stricter.credentials(order).orElseThrow())) {
            assertThat(row(str, "select distinct holder from masked_customer.accounts"))
                    .containsExactly("***");
        }
    }

    private static GrantProvider provider(Dataset... datasets) {
        Warehouse warehouse = TestWarehouse.warehouse();
        return TestWarehouse.provider(warehouse, new KnownLeftovers(), bundles(datasets));
    }

    private static Bundles bundles(Dataset... datasets) {
        return TestWarehouse.bundles(List.of(datasets));
    }

    private static Dataset masked(Map<String, Masking> masks) {
        return dataset("customer.accounts", masks, null);
    }

    private static Dataset clear() {
        return dataset("customer_clear.accounts", Map.of(), new DatasetName("customer.accounts"));
    }

    private static Dataset dataset(String name, Map<String, Masking> masks, @Nullable DatasetName clearTextOf) {
        return new Dataset(
                new DatasetName(name),
                name,
                DataClass.CONFIDENTIAL,
                new PersonId("lee"),
                null,
                "warehouse",
                null,
                List.of(),
                new TreeMap<>(masks),
                clearTextOf);
    }

    private static List<String> row(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            assertThat(found.next()).isTrue();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                values.add(found.getString(i));
            }
            return values;
        }
    }

    private static void refused(Connection connection, String words, String sql) {
        assertThatThrownBy(() -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .hasMessageContaining(words);
    }
}

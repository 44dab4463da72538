package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.PersonId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarehouseCheckTest {
    @Test
    void nothingLacksForTheOwnerOfTheTables() {
        assertThat(looked("keeper", "sales.orders")).isEmpty();
    }

    @Test
    void aLoginWithoutRightsIsFoundWithTheStatementsThatGiveThem() throws SQLException {
        try (Connection admin = TestWarehouse.admin();
                Statement statement = admin.createStatement()) {
            statement.execute("create role bystander login password 'known'");
            statement.execute("grant connect on database warehouse to bystander");
        }

        assertThat(looked("bystander", "sales.orders"))
                .extracting(Finding::words, Finding::mend)
                .contains(
                        tuple(
                                "Our login bystander may not make roles, and each grant is one.",
                                "ALTER ROLE bystander CREATEROLE;"),
                        tuple(
                                "Our login bystander may not give others the schema sales.",
                                "GRANT USAGE ON SCHEMA sales TO bystander WITH GRANT OPTION;"),
                        tuple(
                                "Our login bystander may not give others sales.orders.",
                                "GRANT SELECT ON sales.orders TO bystander WITH GRANT OPTION;"));
    }

    @Test
    void aTableThatIsOfferedAndNotThereIsFound() {
        assertThat(looked("keeper", "sales.forecasts"))
                .singleElement()
                .extracting(Finding::words)
                .isEqualTo("There is no table sales.forecasts, which data.yaml offers.");
    }

    @Test
    void aWarehouseThatIsAwayIsOneFinding() {
        Warehouse away = Warehouse.at("jdbc:postgresql://127.0.0.1:1/warehouse", "keeper", "");
        assertThat(new WarehouseCheck(away)
                        .look(TestWarehouse.bundles().current())
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.words()).startsWith("The warehouse can't be asked: "));
    }

    private static List<Finding> looked(String login, String dataset) {
        DatasetName name = new DatasetName(dataset);
        Dataset offered =
                new Dataset(name, dataset, DataClass.INTERNAL, new PersonId("dan"), null, "warehouse", null, List.of());
        return new WarehouseCheck(Warehouse.at(TestWarehouse.url("warehouse"), login, "known"))
                .look(TestWarehouse.bundles(List.of(offered)).current())
                .findings();
    }
}

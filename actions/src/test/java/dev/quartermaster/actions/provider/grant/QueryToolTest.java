package dev.quartermaster.actions.provider.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryToolTest {
    private static final String PAGE = "https://qm.example.com/query/lease-querytoolx";

    private final Order order =
            Orders.grant("querytoolx", "read", "sales.orders").order();

    @Test
    void ourPageIsLinkedWhereWeAreReached() {
        QueryTool tool = tool("", "https://qm.example.com");
        assertThat(tool.outputs(order)).containsExactly(Map.entry("query", PAGE));
        assertThat(tool.lines(order)).containsOnlyKeys("Query page", "Token of the query page");
        assertThat(tool.lines(order)).containsEntry("Query page", PAGE);
    }

    @Test
    void anOrganisationsOwnToolIsLinkedInsteadAndThereIsNoToken() {
        QueryTool tool = tool("https://sql.example.com/{database}?user={login}", "https://qm.example.com");
        String link = "https://sql.example.com/ware%20house?user=qm_person_ana";
        assertThat(tool.outputs(order)).containsExactly(Map.entry("query", link));
        assertThat(tool.lines(order)).containsExactly(Map.entry("Query tool", link));
    }

    @Test
    void aPsqlLineIsOneCommandWhateverTheDatabaseIsCalled() {
        assertThat(Warehouse.at("jdbc:postgresql://db.example.com/a%27%3B%20b", "keeper", "")
                        .psql("qm_person_ana"))
                .isEqualTo("psql -h db.example.com -p 5432 -d 'a'\\''; b' -U qm_person_ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "qm.example.com",
                "https://qm.example.com/path",
                "https://user@here",
                "http://",
                "ftp://qm.example.com",
                "https://a b"
            })
    void anAddressThatIsNoneIsSaidAtTheStart(String address) {
        assertThatThrownBy(() -> new OwnAddress(address))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QUARTERMASTER_URL");
    }

    private static QueryTool tool(String pattern, String address) {
        Bundles bundles = TestWarehouse.bundles(List.of(), pattern);
        Warehouse warehouse = Warehouse.at("jdbc:postgresql://localhost:5432/ware%20house", "keeper", "");
        return new QueryTool(bundles, warehouse, new OwnAddress(address), new KnownQueryTokens());
    }
}

package dev.quartermaster.bot.announce.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.grant.WarehouseNotice;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarehouseAlarmTest {
    @Test
    void whatCannotBeUndoneIsToldWithItsStatementAndWhetherItIsStillInForce() {
        String statement = "revoke qm_lease_a from \"qm_person_b\"";

        assertThat(text(new WarehouseNotice.Stands("qm_lease_a", false, statement, "no <!channel>")))
                .contains(statement, "may still be used", "no &lt;!channel&gt;");
        assertThat(text(new WarehouseNotice.Stands("qm_lease_a", true, "drop role qm_lease_a", "busy")))
                .contains("drop role qm_lease_a", "nobody reads by it any more", "busy");
    }

    @Test
    void whatWasPutAwayIsListedUpToTen() {
        List<String> objects =
                IntStream.range(0, 12).mapToObj(number -> "table t" + number).toList();

        assertThat(text(new WarehouseNotice.PutAway("qm_lease_a", "qm_person_b", "w", "qm_left_behind", objects)))
                .contains("qm_person_b", "qm_left_behind", "table t9", "and 2 more")
                .doesNotContain("t10");
    }

    private static String text(WarehouseNotice notice) {
        return WarehouseAlarm.text(notice).value();
    }
}

package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class InterpretViewTest {

    @Test
    void slotsEvidenceAndReaderAreShown() {
        var view = InterpretView.of(Readers.read("spin up 4 A100s for three days for the churn model"));
        var reading = (Map<?, ?>) ((List<?>) view.get("readings")).getFirst();
        assertThat(reading.get("intent")).isEqualTo("launch");
        assertThat(((Map<?, ?>) reading.get("slots")).get("gpus")).isEqualTo(4L);
        assertThat(((Map<?, ?>) reading.get("slots")).get("for")).isEqualTo("PT72H");
        assertThat(((Map<?, ?>) reading.get("evidence")).get("for")).isEqualTo("three days");
        assertThat(view.get("by")).isEqualTo("embedded");
        assertThat(view).doesNotContainKey("ask");
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsListedAsWritten() {
        var view = InterpretView.of(Readers.read("acces to payments.transactions_v2 (read) till 2026-04-15"));
        var reading = (Map<?, ?>) ((List<?>) view.get("readings")).getFirst();
        assertThat(((Map<?, ?>) reading.get("slots")).get("dataset")).isEqualTo("payments.transactions_v2");
        assertThat(reading.get("unresolved")).isEqualTo(List.of("dataset"));
    }

    @Test
    void commandIsTheGrammars() {
        assertThat(InterpretView.of(Readers.read("/qm launch ray-cluster --workers 2")))
                .containsEntry("by", "slash");
    }

    @Test
    void doubtIsAQuestionWithOptions() {
        var view = InterpretView.of(Readers.read("/qm launch ray-clutser"));
        assertThat(((Map<?, ?>) view.get("ask")).get("options"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3)
                .startsWith("ray-cluster");
    }
}

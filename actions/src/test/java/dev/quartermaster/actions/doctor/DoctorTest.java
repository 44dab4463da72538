package dev.quartermaster.actions.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.FixedBundles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private static final SetupCheck FINE = _ -> Checkup.fine("Git", "kept here");
    private static final SetupCheck LACKING =
            _ -> new Checkup("Slack", "away", List.of(new Finding("It is away.", List.of(), "everybody", "Mend it.")));
    private static final SetupCheck FAILING = _ -> {
        throw new IllegalStateException("no answer");
    };

    @Test
    void nothingLacksWhereEverythingWasSeenAndIsThere() throws IOException {
        var report = examined(FINE);
        assertThat(report.fine()).isTrue();
        assertThat(report.summary()).isEqualTo("Nothing lacks.");
    }

    @Test
    void aLookThatFailsIsNotFineAndKeepsNoOtherFromItsTurn() throws IOException {
        var report = examined(FAILING, FINE);
        assertThat(report.fine()).isFalse();
        assertThat(report.summary()).isEqualTo("Nothing lacks of what was seen; 1 could not be looked at.");
        assertThat(report.lines()).contains("  - It could not be looked at.", "Git: kept here.");
    }

    @Test
    void whatLacksAndWhatWasNotSeenAreCountedApart() throws IOException {
        var report = examined(FAILING, LACKING, FAILING);
        assertThat(report.fine()).isFalse();
        assertThat(report.lacking()).isOne();
        assertThat(report.summary()).isEqualTo("1 thing lacks; 2 could not be looked at.");
    }

    private static DoctorReport examined(SetupCheck... checks) throws IOException {
        return new Doctor(List.of(checks)).examine(FixedBundles.ofJar().current());
    }
}

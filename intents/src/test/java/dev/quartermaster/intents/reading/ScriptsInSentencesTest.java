package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import org.junit.jupiter.api.Test;

/** What is to be run, and where it is cloned from, are heard where they are said. */
class ScriptsInSentencesTest {
    @Test
    void theScriptAndItsRepositoryAreHeard() {
        var launch = launched(
                "please launch a scheduled job that runs jobs/report.py of https://git.example.com/risk/reports.git every weekday at 7");

        assertThat(launch.parameters())
                .containsEntry("script", new Value.Text("jobs/report.py"))
                .containsEntry("repository", new Value.Text("https://git.example.com/risk/reports.git"));
    }

    @Test
    void anAddressWithAnEndingIsNoScript() {
        var launch =
                launched("please launch a scheduled job of https://git.example.com/risk/run.py every weekday at 7");

        assertThat(launch.parameters()).doesNotContainKey("script");
    }

    private static Intent.Launch launched(String text) {
        return (Intent.Launch)
                ((Reading.Understood) Readers.read(text)).intents().getFirst();
    }
}

package dev.quartermaster.intents.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RuleWordsTest {
    @Test
    void aRuleReadsAsASentenceWhereNoRequestFillsItIn() {
        assertThat(RuleWords.plain("It may cost ${words(price.estimate)}, which is over 20 EUR."))
                .isEqualTo("It may cost the estimate, which is over 20 EUR.");
        assertThat(RuleWords.plain("It uses ${string(request.gpus)} GPUs.")).isEqualTo("It uses so many GPUs.");
        assertThat(RuleWords.plain("It uses ${request.gpus == 1 ? '1 GPU' : string(request.gpus) + ' GPUs'}."))
                .isEqualTo("It uses so many GPUs.");
        assertThat(RuleWords.plain("Ask ${grantee.name} of ${team.title} about ${words(datasets.map(d, d.name))}."))
                .isEqualTo("Ask whoever gets it of the team about the data.");
    }

    @Test
    void noRuleOfTheDefaultOrganisationShowsItsTemplate() throws IOException {
        assertThat(Rulebook.of(BundleFiles.ofJar()).rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.words()).doesNotContain("$", "{", "}", "("));
    }
}

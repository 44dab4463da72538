package dev.quartermaster.prompts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptsTest {

    private final Prompts prompts = new Prompts();

    @Test
    void everyVerbHasUtterances() {
        assertThat(prompts.utterances()).hasSize(Prompts.VERBS.size());
        prompts.utterances().forEach((verb, said) -> assertThat(said).as(verb).hasSizeGreaterThanOrEqualTo(25));
    }

    @Test
    void noSentenceIsGivenForTwoVerbs() {
        var verbs = new HashMap<String, String>();
        prompts.utterances()
                .forEach((verb, said) -> said.forEach(sentence -> {
                    var other = verbs.put(sentence.toLowerCase(Locale.ROOT), verb);
                    assertThat(other).as(sentence).isIn(null, verb);
                }));
    }

    @Test
    void aSentenceIsOfTheHandAboveItAndOfNobodyWhereThereIsNone() {
        var prompt = new Prompt("x", "# Some verb.\nold one\n# by clerk\nkindly do\n# by student\npls do\n", "0");
        assertThat(prompt.byHand()).isEqualTo(Map.of("clerk", List.of("kindly do"), "student", List.of("pls do")));
        assertThat(prompts.hands(List.of("rstudio"))).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void hashChangesWithTheText() {
        assertThat(prompts.named("utterances/launch.txt").hash())
                .hasSize(64)
                .isNotEqualTo(prompts.named("utterances/grant.txt").hash());
    }

    @Test
    void unknownNameIsSaid() {
        assertThatThrownBy(() -> prompts.named("nothing")).hasMessageContaining("nothing");
    }
}

package dev.quartermaster.intents.reading.slots;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.prompts.Prompts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EveryUtteranceTest {
    @Test
    void noSentenceThatIsLearntBreaksAGrammar() {
        var names = new Names(Sample.KNOWN);
        new Prompts()
                .utterances()
                .forEach((verb, said) -> said.forEach(sentence -> {
                    var found = Found.in(sentence, Sample.NOW, Sample.ZONE, names);
                    for (var as : new Verb[] {Verb.valueOf(verb.toUpperCase(Locale.ROOT)), Verb.GRANT}) {
                        assertThatCode(() -> Filling.of(as, found)).as(sentence).doesNotThrowAnyException();
                    }
                }));
    }
}

package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a verb and of a slot in one place holds in every other. */
class VerbsTest {

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyVerbIsUnderstoodAskedBackOrAnswered(Verb verb) {
        for (var by : Evidence.By.values()) {
            var evidence = new Evidence(by, "test", List.of(new Candidate(verb, Map.of(), 1)));
            assertThat(Interpreter.checked(evidence, Sample.says("do it"), new Context.None(), Sample.KNOWN))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void aVerbIsAboutOneOfItsSlots(Verb verb) {
        assertThat(verb.slots()).containsAll(verb.subject().stream().toList());
        assertThat(verb.subject().isPresent()).isEqualTo(verb.ours());
    }

    @Test
    void whatIsDoneWithOneThingIsItsVerbsAndNoOthers() {
        for (var done : List.<Intent.OnTarget>of(
                new Intent.Stop(new Target.Last()),
                new Intent.Resume(new Target.Last()),
                new Intent.Withdraw(new Target.Last()))) {
            assertThat(Verb.of(done).on(done.target()).orElseThrow()).isEqualTo(done);
        }
    }

    @Test
    void aSlotIsReadBackFromWhatIsKept() {
        for (var slot : KnownSlot.values()) {
            if (slot != KnownSlot.TABLE) {
                assertThat(SlotName.of(slot.text())).isSameAs(slot);
            }
        }
        assertThat(Stream.of("driver_cores", "p.team", "p.duration", "table", "memory", "p.memory_gb"))
                .allSatisfy(kept -> assertThat(SlotName.of(kept).text()).isEqualTo(kept))
                .allSatisfy(kept -> assertThat(SlotName.of(kept)).isInstanceOf(ParameterSlot.class));
    }
}

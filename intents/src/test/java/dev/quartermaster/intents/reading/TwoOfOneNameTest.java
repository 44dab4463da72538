package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two people called Max, and an Ana beside the one whose id is ana. */
class TwoOfOneNameTest {
    private static final Known KNOWN = new Known(
            Sample.KNOWN.catalogue(), with("max-m", "Max Moritz", "max-p", "Max Planck", "another", "Ana Other"));

    private static People with(String... idsAndNames) {
        Map<PersonId, Person> persons = new HashMap<>(Sample.KNOWN.people().persons());
        for (int at = 0; at < idsAndNames.length; at += 2) {
            var id = new PersonId(idsAndNames[at]);
            var mail = idsAndNames[at] + "@example.org";
            persons.put(id, new Person(id, List.of(mail), idsAndNames[at + 1], "analyst", null, null));
        }
        return new People(
                persons, Sample.KNOWN.people().teams(), Sample.KNOWN.people().groups());
    }

    private static Reading slash(String text) {
        return new Interpreter(List.of(new SlashReader())).read(Sample.says(text), new Context.None(), KNOWN);
    }

    @Test
    void whoIsMeantIsAsked() {
        assertThat(slash("grant sales.orders --to Max"))
                .isInstanceOfSatisfying(
                        Reading.Ask.class,
                        ask -> assertThat(ask.question())
                                .contains("More than one person")
                                .contains("@max-m, @max-p"));
    }

    @Test
    void anIdIsNobodyElses() {
        assertThat(slash("grant sales.orders --to @max-p")).isInstanceOf(Reading.Understood.class);
        var reading = (Reading.Understood) slash("launch ray-cluster --to ana");
        assertThat(reading.evidence()
                        .candidates()
                        .getFirst()
                        .slots()
                        .get(KnownSlot.GRANTEE)
                        .value())
                .isEqualTo("ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant @max read on sales.orders for two weeks",
                "give max read on sales.orders for two weeks",
                "launch a ray cluster for max for two days"
            })
    void whoIsMeantInASentenceIsAsked(String text) {
        var reading = Readers.ALL.read(Sample.says(text), new Context.None(), KNOWN);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ask.class, ask -> assertThat(ask.question()).contains("@max-m, @max-p"));
    }
}

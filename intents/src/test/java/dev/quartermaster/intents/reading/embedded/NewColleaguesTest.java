package dev.quartermaster.intents.reading.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewColleaguesTest {
    /** Names that are words of the examples as well. */
    private static final List<String> NAMES = List.of(
            "will",
            "grant",
            "may",
            "mark",
            "sales",
            "data",
            "model",
            "bill",
            "april",
            "notebook",
            "ray",
            "read",
            "for",
            "stop",
            "jupyter",
            "cluster",
            "give",
            "me",
            "team",
            "extend");

    @Test
    void newColleagueIsKnownAtOnceAndCostsNoLesson() {
        var before = Readers.read("a notebook for two days").evidence().version();
        for (String name : NAMES) {
            Map<PersonId, Person> persons = new HashMap<>(Sample.KNOWN.people().persons());
            var id = new PersonId(name + "-x");
            persons.put(id, new Person(id, List.of(name + "@example.org"), name + " Newcomer", "analyst", null, null));
            var people = new People(
                    persons,
                    Sample.KNOWN.people().teams(),
                    Sample.KNOWN.people().groups());
            Reading reading = Readers.ALL.read(
                    Sample.says("give @" + name + "-x read on sales.orders for two weeks"),
                    new Context.None(),
                    new Known(Sample.KNOWN.catalogue(), people));
            assertThat(reading.evidence().version()).as(name).isEqualTo(before);
            assertThat(reading.evidence()
                            .candidates()
                            .getFirst()
                            .slots()
                            .get(KnownSlot.GRANTEE)
                            .value())
                    .as(name)
                    .isEqualTo(name + "-x");
        }
    }
}

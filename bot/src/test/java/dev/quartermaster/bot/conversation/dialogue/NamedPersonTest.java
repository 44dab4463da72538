package dev.quartermaster.bot.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPersonTest {
    private static final PersonId MIA = new PersonId("mia");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what does iris have               | iris
            what does Iris Novak have?        | iris
            show me iris's things             | iris
            list everything iris has          | iris
            list everything of josé           | jose
            what has zo got                   | zo
            list everything of zoë            | zoe
            what do I have                    |
            what does nobody have             |
            """)
    void isWhoIsAskedAbout(String words, String person) {
        assertThat(NamedPerson.askedAbout(words, people(), MIA).map(PersonId::value))
                .isEqualTo(Optional.ofNullable(person));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stop iris's notebook                                  | iris
            stop everything iris has                              | iris
            extend my notebook by 2 hours, iris has a demo        |
            extend my notebook, it is for the demo of iris        |
            stop my notebook, not iris's                          |
            stop the notebook, iris has hers                      |
            """)
    void isWhoseThingItIsOnlyWhereTheThingIsSaidToBeTheirs(String words, String person) {
        assertThat(NamedPerson.owner(words, people(), MIA).map(PersonId::value)).isEqualTo(Optional.ofNullable(person));
    }

    private static People people() {
        Map<PersonId, Person> persons = new LinkedHashMap<>();
        List.of("mia|Mia Lindqvist", "iris|Iris Novak", "jose|José Alvarez", "zo|Zo Li", "zoe|Zoë Bell")
                .forEach(each -> {
                    PersonId id = new PersonId(each.split("\\|")[0]);
                    persons.put(
                            id, new Person(id, List.of(id + "@example.com"), each.split("\\|")[1], "analyst", null));
                });
        return new People(persons, Map.of(), Map.of());
    }
}

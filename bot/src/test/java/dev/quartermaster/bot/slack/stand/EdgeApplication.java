package dev.quartermaster.bot.slack.stand;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The edge with the real audit chain and the real clock; the rooms behind it are the test's. Not annotated as a
 * configuration, so that the whole program, started by another test, does not find it by scanning.
 */
@EnableAutoConfiguration(exclude = {HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class})
@ComponentScan({
    "dev.quartermaster.bot.slack",
    "dev.quartermaster.actions.attempt",
    "dev.quartermaster.actions.time",
    "dev.quartermaster.actions.audit",
    "dev.quartermaster.actions.json"
})
class EdgeApplication {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    PeopleSource people() {
        Map<PersonId, Person> persons = Stream.of("ana", "mia", "omar", "dan", "lee")
                .map(name -> new Person(new PersonId(name), List.of(name + "@example.com"), name, "analyst", null))
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return () -> new People(persons, Map.of(), Map.of());
    }
}

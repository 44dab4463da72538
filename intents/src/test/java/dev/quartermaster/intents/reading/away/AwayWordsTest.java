package dev.quartermaster.intents.reading.away;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.away.AwayWords.Meant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwayWordsTest {
    /** A Friday, four in the afternoon in London. */
    private static final Instant FRIDAY = Instant.parse("2026-11-20T16:00:00Z");

    private static final People PEOPLE = new People(
            Stream.of(
                            person("omar", "Omar Haddad"),
                            person("pat", "Pat Okafor"),
                            person("sam.a", "Sam Archer"),
                            person("sam.b", "Sam Byrne"))
                    .collect(Collectors.toMap(Person::id, each -> each)),
            Map.of(),
            Map.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "until Monday, omar covers | 2026-11-23T00:00:00Z | omar",
                "until Monday omar covers | 2026-11-23T00:00:00Z | omar",
                "until monday, Omar Haddad covers for me | 2026-11-23T00:00:00Z | omar",
                "until Tuesday, covered by @pat | 2026-11-24T00:00:00Z | pat",
                "until Monday 9am, pat will cover | 2026-11-23T09:00:00Z | pat",
                "for two weeks, pat covers | 2026-12-04T16:00:00Z | pat",
                "for 3d, omar@example.com covers | 2026-11-23T16:00:00Z | omar",
                "until the end of Monday, omar covers | 2026-11-24T00:00:00Z | omar",
                "until Monday, sam.b covers | 2026-11-23T00:00:00Z | sam.b",
                "until Monday, sam byrne covers | 2026-11-23T00:00:00Z | sam.b",
            })
    void untilWhenAndWhoCovers(String said, Instant until, String cover) {
        assertThat(read(said)).isEqualTo(new Meant.Away(until, new PersonId(cover)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"until Monday | 2026-11-23T00:00:00Z", "today | 2026-11-21T00:00:00Z"})
    void nobodyNeedsToCover(String said, Instant until) {
        assertThat(read(said)).isEqualTo(new Meant.Away(until, null));
    }

    @Test
    void withoutAnEndItIsAsked() {
        assertThat(read("omar covers")).isInstanceOf(Meant.Unclear.class);
        assertThat(read("")).isInstanceOf(Meant.Unclear.class);
    }

    @Test
    void aNameOfNobodyOrOfTwoIsAsked() {
        assertThat(read("until Monday, zoe covers"))
                .isEqualTo(new Meant.Unclear("I know nobody called \"zoe\". Name a colleague as in `omar covers`."));
        assertThat(read("until Monday, sam covers")).isEqualTo(new Meant.Unclear("Which one covers: sam.a or sam.b?"));
    }

    @Test
    void whatStartsLaterIsSaidLater() {
        assertThat(read("from Monday to Friday, omar covers")).isInstanceOf(Meant.Unclear.class);
    }

    private static Meant read(String said) {
        return new AwayWords(PEOPLE, FRIDAY, ZoneId.of("Europe/London")).read(said);
    }

    private static Person person(String id, String name) {
        return new Person(new PersonId(id), List.of(id + "@example.com"), name, "analyst", null);
    }
}

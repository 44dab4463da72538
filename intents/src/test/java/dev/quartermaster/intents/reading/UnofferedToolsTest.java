package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Evidence.By;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tool that the organisation's files list as not to be used is never dropped without a word. */
class UnofferedToolsTest {
    private static final Names NAMES = new Names(Sample.KNOWN);
    private static final PathName PATH = new PathName("data-science-experimentation");

    @ParameterizedTest
    @ValueSource(strings = {"I need SAS", "a notebook with SAS", "sas please", "a notebook with Stata, 2 hours"})
    void aLaunchIsShownFirstWithWhatMayBeUsedInstead(String said) {
        var reading = told(said, launched(said));
        assertThat(reading).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
            var from = understood.from().getFirst();
            assertThat(from.confirm()).isTrue();
            assertThat(from.notes().getFirst()).contains("is not offered here. Instead: Python or R");
        });
    }

    @Test
    void whatIsNoRequestOfOursIsAnsweredWithAButtonForWhatMayBeUsed() {
        var evidence = evidence(By.EMBEDDED, new Candidate(Verb.OUTOFSCOPE, Map.of(), 1));
        assertThat(told("SAS please", new Reading.NotOurs("Not ours.", evidence)))
                .isInstanceOfSatisfying(Reading.Ask.class, ask -> {
                    assertThat(ask.question())
                            .isEqualTo("SAS is not offered here. Instead: Python or R:"
                                    + " pandas.read_sas and R's haven read its files.");
                    assertThat(ask.options())
                            .extracting(Reading.Option::command)
                            .containsExactly("launch data-science-experimentation");
                });
    }

    @Test
    void ofWhatMayBeMeantOnlyWhatCanBeHadIsOffered() {
        var options = List.of(
                new Reading.Option("launch rstudio", "launch rstudio --purpose analysis"),
                new Reading.Option("grant SAS read", "grant SAS read --purpose analysis"));
        var asked = new Reading.Ask("Which?", options, evidence(By.EMBEDDED), true);
        assertThat(((Reading.Ask) told("I need SAS for my analysis", asked)).options())
                .extracting(Reading.Option::command)
                .containsExactly("launch rstudio --purpose analysis", "launch data-science-experimentation");
    }

    @Test
    void aQuestionBackSaysItFirst() {
        var asked = new Reading.Ask("For how long?", List.of(), evidence(By.EMBEDDED));
        assertThat(((Reading.Ask) told("a notebook with MATLAB", asked)).question())
                .startsWith("MATLAB is not offered here. Instead: Python with NumPy")
                .endsWith("For how long?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a notebook with sas_exports.claims",
                "a notebook for the sas-migration",
                "a notebook for Sasha",
                "a notebook with statace",
                "a notebook, see sas.example.com",
                "a notebook from registry.example.com/sas",
                "ask @sas for a notebook",
                "a notebook instead of SAS",
                "a notebook without SAS",
                "a notebook in Saskatoon",
                "a notebook with Python",
            })
    void whatIsOnlyCalledAlikeIsNoTool(String said) {
        var reading = launched(said);
        assertThat(told(said, reading)).isSameAs(reading);
    }

    @Test
    void somebodyOfThatNameIsNoTool() {
        var persons = new LinkedHashMap<>(Sample.KNOWN.people().persons());
        var ana = Sample.KNOWN.people().find(new PersonId("ana")).orElseThrow();
        var id = new PersonId("sas");
        persons.put(id, new Person(id, List.of("sas@example.com"), "Sas Visser", ana.role(), null, null));
        var known = new Reader.Known(
                Sample.KNOWN.catalogue(),
                new People(
                        persons,
                        Sample.KNOWN.people().teams(),
                        Sample.KNOWN.people().groups()),
                Sample.KNOWN.images());
        var said = "launch a notebook for Sas";
        var found = Found.in(said, Sample.NOW, Sample.ZONE, new Names(known));
        var reading = launched(said);
        assertThat(new UnofferedTools(found, known).told(reading)).isSameAs(reading);
    }

    @Test
    void whatAPurposeSaysAndWhatACommandSaysIsShownAsItIs() {
        var said = "a notebook for converting our SAS macros";
        var reading = launched(said);
        assertThat(reading.from()
                        .getFirst()
                        .candidate()
                        .slots()
                        .get(KnownSlot.PURPOSE)
                        .words())
                .contains("SAS");
        assertThat(told(said, reading)).isSameAs(reading);

        var typed = "launch data-science-experimentation --image sas";
        var command =
                new Reading.Understood(List.of(launch()), evidence(By.SLASH, new Candidate(Verb.LAUNCH, Map.of(), 1)));
        assertThat(told(typed, command)).isSameAs(command);
    }

    private static Reading told(String said, Reading reading) {
        return new UnofferedTools(Found.in(said, Sample.NOW, Sample.ZONE, NAMES), Sample.KNOWN).told(reading);
    }

    private static Reading.Understood launched(String said) {
        var slots = Filling.of(Verb.LAUNCH, Found.in(said, Sample.NOW, Sample.ZONE, NAMES));
        var candidate = new Candidate(Verb.LAUNCH, slots, 1);
        return new Reading.Understood(
                List.of(launch()),
                evidence(By.EMBEDDED, candidate),
                List.of(new Reading.From(candidate, false, List.of(), List.of())),
                List.of());
    }

    private static Intent launch() {
        return new Intent.Launch(PATH, new TreeMap<>(), new Term.Unsaid(), "");
    }

    private static Evidence evidence(By by, Candidate... candidates) {
        return new Evidence(by, "test", List.of(candidates));
    }
}

package dev.quartermaster.intents.reading.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages come to is counted as it is defined, and what the reader makes of a few is held. */
class OutcomesTest {
    private static final Scoring SCORING = new Scoring(new PersonId("ana"), Sample.NOW, Sample.ZONE, Sample.KNOWN);
    private static final String RSTUDIO = "rstudio for 2 hours please";
    private static final String WANTED =
            "{\"text\":\"" + RSTUDIO + "\",\"intent\":\"launch\",\"slots\":{\"path\":\"rstudio\",\"for\":\"PT2H\"}";

    @Test
    void whatIsDoneIsRightAtOnceAndAnythingElseIsAWrongAct() {
        assertThat(score(WANTED + "}", done(launch("rstudio", "PT2H")))).satisfies(score -> {
            assertThat(score.rightAtOnce()).isEqualTo(100);
            assertThat(score.wrongActs()).isZero();
        });
        for (var wrong : List.of(launch("vscode", "PT2H"), launch("rstudio", "PT3H"), launch("rstudio", ""))) {
            assertThat(score(WANTED + "}", done(wrong))).as("" + wrong).satisfies(score -> {
                assertThat(score.rightAfterOneClick()).isZero();
                assertThat(score.wrongActs()).isOne();
            });
        }
        var twice = done(launch("rstudio", "PT2H"), launch("rstudio", "PT2H"));
        assertThat(score(WANTED + "}", twice).wrongActs()).isOne();
    }

    @Test
    void whatIsOnlyShownIsNoActAndRightAfterOneClick() {
        assertThat(score(WANTED + "}", shown(launch("rstudio", "PT2H"), List.of())))
                .satisfies(OutcomesTest::oneClick);
        assertThat(score(WANTED + "}", shown(launch("vscode", "PT2H"), List.of())))
                .satisfies(score -> {
                    assertThat(score.wrongActs()).isZero();
                    assertThat(score.rightAfterOneClick()).isZero();
                });
    }

    @Test
    void aButtonAndAFormCountAsWhatTheyDo() {
        var button = List.of(new Reading.Option("RStudio", "launch rstudio --until 2026-03-11T12:30:00Z"));
        assertThat(score(WANTED + "}", shown(launch("vscode", "PT2H"), button))).satisfies(OutcomesTest::oneClick);
        var asked = new Reading.Ask("Which?", button, evidence(launch("vscode", "PT2H")), true);
        assertThat(score(WANTED + "}", asked)).satisfies(OutcomesTest::oneClick);
        var formed = new Reading.Ask("What for?", List.of(), evidence(launch("rstudio", "PT2H")));
        assertThat(score(WANTED + "}", formed)).satisfies(OutcomesTest::oneClick);
    }

    @Test
    void aQuestionIsRightWhereOneWasWanted() {
        var ask = "{\"text\":\"an environment\",\"intent\":\"ask\",\"slots\":{}}";
        var asked = new Reading.Ask("What?", List.of(), evidence(launch("rstudio", "")));
        assertThat(score(ask, asked).rightAtOnce()).isEqualTo(100);
        assertThat(score(ask, done(launch("rstudio", ""))).wrongActs()).isOne();
    }

    @Test
    void anyOfTheReadingsThatAreRightIsRight() {
        var either = WANTED + ",\"or\":[{\"intent\":\"launch\",\"slots\":{\"path\":\"vscode\"}}]}";
        assertThat(score(either, done(launch("vscode", ""))).rightAtOnce()).isEqualTo(100);
        assertThat(score(either, done(launch("pycharm", ""))).wrongActs()).isOne();
    }

    @Test
    void ofSeveralRequestsAllHaveToBeDoneOrShown() {
        var two = WANTED + ",\"also\":[{\"intent\":\"launch\",\"slots\":{\"path\":\"vscode\"}}]}";
        assertThat(score(two, done(launch("rstudio", "PT2H"), launch("vscode", "")))
                        .severalRightOrShown())
                .isEqualTo(100);
        assertThat(score(two, done(launch("rstudio", "PT2H"))).severalRightOrShown())
                .isZero();
        var rest = new Reading.Ask("Which?", List.of(), evidence(launch("vscode", "")), false);
        var beside = new Reading.Ask(
                "How long?",
                List.of(),
                evidence(launch("rstudio", "PT2H")),
                false,
                List.of(rest),
                launch("rstudio", "PT2H"),
                false,
                List.of());
        assertThat(score(two, beside).severalRightOrShown()).isEqualTo(100);
    }

    @Test
    void severalNamedInOneRequestAreOneEach() {
        var both = "{\"text\":\"a\",\"intent\":\"stop\",\"slots\":{\"target\":[\"env-1\",\"env-2\"]}}";
        assertThat(score(both, done(stop("env-2"), stop("env-1"))).rightAtOnce())
                .isEqualTo(100);
        assertThat(score(both, done(stop("env-1,env-2"))).rightAtOnce()).isEqualTo(100);
        assertThat(score(both, done(stop("env-1"))).rightAfterOneClick()).isZero();
        assertThat(score(both, done(stop("env-1"), stop("env-3"))).wrongActs()).isOne();
    }

    @Test
    void howMuchMoreThanRunsIsRightWhereTheLabelLeavesItOpen() {
        var twice = "{\"text\":\"a\",\"intent\":\"resize\",\"slots\":{\"target\":\"notebook\"}}";
        assertThat(score(twice, done(resize("x2"))).rightAtOnce()).isEqualTo(100);
        assertThat(score(twice, done(resize(2L))).rightAtOnce()).isZero();
    }

    @Test
    void aDecisionInWordsIsAnsweredWithItsButtons() {
        var approve = new Candidate(Verb.APPROVE, Map.of(), 1);
        var line = "{\"text\":\"fine by me\",\"intent\":\"approve\",\"slots\":{}}";
        assertThat(score(line, new Reading.Answer("Press a button.", evidence(approve)))
                        .rightAfterOneClick())
                .isEqualTo(100);
    }

    @Test
    void whatWasRecognisedAndIsInNothingDoneIsLost() {
        var silent = score(
                "{\"text\":\"" + RSTUDIO + "\",\"intent\":\"launch\",\"slots\":{\"path\":\"rstudio\"}}",
                done(launch("rstudio", "")));
        assertThat(silent.wordsLost()).isOne();
        assertThat(silent.wrongActs()).isZero();
        assertThat(score(WANTED + "}", done(launch("rstudio", "PT2H"))).wordsLost())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "for, PT2H, until, 2026-03-11T12:30, true",
        "for, PT2H, until, 2026-03-11T12:30:59Z, true",
        "for, PT2H, until, 2026-03-11T12:32, false",
        "until, 2026-03-12, until, 2026-03-13T00:00:00Z, true",
        "until, 2026-03-12, until, 2026-03-12T17:00, false",
        "from, 2026-03-12, from, 2026-03-12T09:00, true",
        "from, 2026-03-12T08:00, for, PT2H, false",
        "for, P1M, for, P30D, true",
    })
    void timesAreTheMomentsTheyComeTo(String slot, String wanted, String found, String value, boolean same) {
        var match = new TermMatch(Sample.NOW, Sample.ZONE);
        assertThat(match.same(
                        new Wanted("launch", Map.of(slot, wanted)),
                        new Effect("launch", Map.of(found, value), Set.of(found))))
                .isEqualTo(same);
    }

    /** The same command as the README's prints these figures for any set. */
    @Test
    void aFewMessagesComeToWhatTheyDidWhenTheyWereLastLookedAt() {
        var said = new ArrayList<PersonId>();
        var score = SCORING.score(Case.read(lines()), (utterance, context) -> {
            said.add(utterance.by());
            return Readers.ALL.read(utterance, context, Sample.KNOWN);
        });
        var misses = String.join("\n", score.outcomes().misses());
        assertThat(said).contains(new PersonId("raj"), new PersonId("ana"));
        // "Until end of sprint" is taken for what it is for.
        assertThat(score.outcomes().wrongActs()).as(misses).isLessThanOrEqualTo(1);
        assertThat(score.outcomes().wordsLost()).as(misses).isZero();
        assertThat(score.outcomes().rightAfterOneClick()).as(misses).isGreaterThanOrEqualTo(75);
        assertThat(score.outcomes().severalRightOrShown()).as(misses).isGreaterThanOrEqualTo(50);
    }

    private static void oneClick(OutcomeScore score) {
        assertThat(score.wrongActs()).isZero();
        assertThat(score.rightAtOnce()).isZero();
        assertThat(score.rightAfterOneClick()).isEqualTo(100);
        assertThat(score.heldBack()).isEqualTo(100);
    }

    private static Candidate resize(Object memory) {
        return new Candidate(
                Verb.RESIZE,
                Map.of(
                        KnownSlot.TARGET,
                        new Slot("notebook", "notebook", true),
                        KnownSlot.MEMORY_GB,
                        new Slot(memory, "memory", true)),
                1);
    }

    private static OutcomeScore score(String line, Reading reading) {
        return SCORING.score(Case.read(List.of(line)), (said, context) -> reading)
                .outcomes();
    }

    private static Reading done(Candidate... candidates) {
        return understood(List.of(candidates), false, List.of());
    }

    private static Reading shown(Candidate candidate, List<Reading.Option> others) {
        return understood(List.of(candidate), true, others);
    }

    private static Reading understood(List<Candidate> candidates, boolean confirm, List<Reading.Option> others) {
        // What is typed of it is no part of what is counted.
        List<Intent> intents = candidates.stream()
                .map(each -> (Intent) new Intent.Stop(new Target.Last()))
                .toList();
        return new Reading.Understood(
                intents,
                evidence(candidates.toArray(Candidate[]::new)),
                candidates.stream()
                        .map(each -> new Reading.From(each, confirm, List.of(), others))
                        .toList(),
                List.of());
    }

    private static Evidence evidence(Candidate... candidates) {
        return new Evidence(Evidence.By.EMBEDDED, "test", List.of(candidates));
    }

    private static Candidate launch(String path, String length) {
        Map<SlotName, Slot> slots = new LinkedHashMap<>();
        slots.put(KnownSlot.PATH, new Slot(path, path, true));
        if (!length.isEmpty()) {
            slots.put(KnownSlot.FOR, new Slot(length, "2 hours", true));
        }
        return new Candidate(Verb.LAUNCH, slots, 1);
    }

    private static Candidate stop(String target) {
        return new Candidate(Verb.STOP, Map.of(KnownSlot.TARGET, new Slot(target, target, true)), 1);
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/evaluation/messages.jsonl"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

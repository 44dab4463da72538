package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was only shown has nobody's yes: other words about it change what is shown, and nothing is done before a click. */
class ShownThenChangedTest {

    /** What is offered after a change of what was offered; the clock says Wednesday 11 March 2026, 09:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            perhaps a gpu notebook tomorrow from 10 to 12? | no, from 11 | launch data-science-experimentation --gpus 1 --until 2026-03-12T12:00 --from 2026-03-12T11:00
            perhaps a gpu notebook tomorrow from 10 to 12? | until 3 instead | launch data-science-experimentation --gpus 1 --until 2026-03-12T15:00 --from 2026-03-12T10:00
            perhaps a gpu notebook tomorrow from 10 to 12? | no, from 8am | launch data-science-experimentation --gpus 1 --until 2026-03-12T12:00 --from 2026-03-12T08:00
            ray cluster with 8 workers tonight, only cpu | same but 4 workers | launch ray-cluster --workers 4
            ray cluster with 8 workers tonight, only cpu | double the workers | launch ray-cluster --workers 16
            five gpus until friday 5pm for training the ranking model | hmm too expensive, what about 2 | launch ray-cluster --gpus 2 --until 2026-03-13T17:00 --purpose "training the ranking model"
            five gpus until friday 5pm for training the ranking model | make it three | launch ray-cluster --gpus 3 --until 2026-03-13T17:00 --purpose "training the ranking model"
            perhaps a ray cluster with 4 workers for 3 hours? | half an hour less | launch ray-cluster --workers 4 --duration 150m
            perhaps a ray cluster with 4 workers for 3 hours? | one more hour | launch ray-cluster --workers 4 --duration 4h
            perhaps a ray cluster with 4 workers for 3 hours? | make that a week longer | launch ray-cluster --workers 4 --duration 171h
            perhaps a ray cluster with 4 workers until friday? | another day please | launch ray-cluster --workers 4 --until 2026-03-14
            """)
    void aChangeOfWhatWasShownIsShownAgain(String first, String then, String offered) {
        var shown = shown(first);
        var changed = (Reading.Understood) Readers.read(then, shown);
        assertThat(changed.from()).hasSize(1).allMatch(Reading.From::confirm);
        assertThat(CommandText.of(changed.from().getFirst().candidate())).isEqualTo(offered);
    }

    @Test
    void whatWasShownIsDoneWhenItIsSaidOnceMoreAsItStands() {
        var reading = Readers.read("ok five then", shown("five gpus until friday 5pm for training the ranking model"));
        assertThat(((Reading.Understood) reading).from())
                .hasSize(1)
                .noneMatch(Reading.From::confirm)
                .allSatisfy(from -> assertThat(
                                from.candidate().slots().get(KnownSlot.GPUS).value())
                        .isEqualTo(5L));
    }

    @Test
    void whatIsNamedToBeDoubledIsNotAnotherAmount() {
        var reading = Readers.read("double the memory", shown("ray cluster with 8 workers tonight, only cpu"));
        assertThat(reading.evidence().candidates())
                .noneMatch(candidate -> candidate.slots().containsKey(KnownSlot.WORKERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forget the gpus", "never mind", "forget it", "scrap that", "cancel that"})
    void whoLeavesWhatWasShownTakesNothingElseBack(String words) {
        assertThat(Readers.read(words, shown("five gpus until friday 5pm for training the ranking model")))
                .isInstanceOf(Reading.Answer.class);
    }

    @Test
    void nothingElseIsTakenBackWithoutAClickWhileAQuestionIsOpen() {
        var reading = Readers.read(
                "withdraw the request for sales.orders please",
                shown("five gpus until friday 5pm for training the ranking model"));
        assertThat(((Reading.Understood) reading).from()).hasSize(1).allMatch(Reading.From::confirm);
    }

    @Test
    void aWeekendThatIsNotWantedIsNoStart() {
        var reading = (Reading.Understood) Readers.read("launch a notebook for 3 days, but not over the weekend");
        assertThat(reading.from()).hasSize(1).allMatch(Reading.From::confirm);
        assertThat(reading.from().getFirst().candidate().slots()).doesNotContainKey(KnownSlot.FROM);
    }

    @Test
    void anAmountSaidAfterToIsNoHour() {
        var before = new Candidate(
                Verb.LAUNCH,
                Map.of(
                        KnownSlot.PATH, new Slot("ray-cluster", "ray cluster", true),
                        KnownSlot.GPUS, new Slot(2L, "2 gpus", true),
                        KnownSlot.UNTIL, new Slot("2026-03-13T17:00", "until friday 17:00", true)),
                0.9);
        var reading = (Reading.Understood)
                Readers.read("change the gpus to 4", new Context.Last(before, List.of("Yes", "No"), false));
        assertThat(reading.from()
                        .getFirst()
                        .candidate()
                        .slots()
                        .get(KnownSlot.UNTIL)
                        .value())
                .isEqualTo("2026-03-13T17:00");
        assertThat(reading.from()
                        .getFirst()
                        .candidate()
                        .slots()
                        .get(KnownSlot.GPUS)
                        .value())
                .isEqualTo(4L);
    }

    @Test
    void anHourOfADayThatIsNamedIsOfThatDay() {
        var reading = (Reading.Understood)
                Readers.read("no, until 3 on friday", shown("perhaps a gpu notebook tomorrow from 10 to 12?"));
        assertThat(reading.from()
                        .getFirst()
                        .candidate()
                        .slots()
                        .get(KnownSlot.UNTIL)
                        .value()
                        .toString())
                .startsWith("2026-03-13T");
    }

    /** "On which day" stands first, and what is asked for after it is an order all the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tomorrow from 10 to 12 I need a gpu notebook | launch data-science-experimentation --gpus 1 --until 2026-03-12T12:00 --from 2026-03-12T10:00
            from 9 to 5 tomorrow please give me an rstudio | launch rstudio --until 2026-03-12T17:00 --from 2026-03-12T09:00
            read on sales.orders not before monday, for a week | grant sales.orders read --duration 7d --from 2026-03-16
            """)
    void aTimeThatIsSaidFirstMakesItNoRemark(String said, String command) {
        var reading = (Reading.Understood) Readers.read(said);
        assertThat(reading.from()).hasSize(1).noneMatch(Reading.From::confirm);
        assertThat(CommandText.of(reading.from().getFirst().candidate())).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow I am going to launch a notebook",
                "2 hours would be too short for my notebook",
                "yesterday at 10 I launched a gpu notebook",
                "on friday at 5 the notebook was stopped",
                "next week we might launch a ray cluster with 4 workers"
            })
    void aTimeThatIsSaidFirstMakesNoOrder(String said) {
        var reading = Readers.read(said);
        assertThat(reading instanceof Reading.Understood understood
                        && understood.from().stream()
                                .anyMatch(from -> !from.confirm()
                                        && from.candidate().verb().acts()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ich brauche ein notebook für zwei tage          | Englisch
            bonjour, je voudrais un notebook pour deux jours | anglais
            necesito un notebook para tres días              | inglés
            мне нужен ноутбук на два дня                     | English only
            我需要一个笔记本                                    | English only
            """)
    void anotherLanguageIsSaidToBeOneAndNotGuessedAt(String said, String words) {
        var ask = (Reading.Ask) Readers.read(said);
        assertThat(ask.question()).contains(words);
        assertThat(ask.options()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guten Morgen, I need a notebook for two days",
                "read on sales.orders for two weeks por favor",
                "notebook for <@U05RAJ>",
                "launch a notebook for the Die Zeit project",
                "Ray cluster 4 workers due Friday max 2 EUR per hour"
            })
    void aGreetingOrANameOfAnotherLanguageIsNone(String said) {
        assertThat(Readers.read(said).evidence().candidates()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who has to say yes to that?             | Deciders
            who can approve my request?             | Deciders
            is there a GPU free?                    | Capacity
            how many h100s are available right now? | Capacity
            """)
    void questionsOfWhatWaitsAndOfWhatIsFreeAreAnswered(String said, String topic) {
        var answer = (Reading.Answer) Readers.read(said);
        assertThat(answer.topic()).isNotNull();
        assertThat(answer.topic().getClass().getSimpleName()).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free up the gpus please", "launch what is available of a ray cluster with 2 gpus"})
    void whoFreesOrLaunchesAsksNotWhatIsFree(String said) {
        assertThat(Readers.read(said)).isNotInstanceOf(Reading.Answer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whats the status?", "what's the status?", "any news?", "is it gone?"})
    void howItStandsIsAskedInFewWords(String said) {
        var reading = (Reading.Understood) Readers.read(said);
        assertThat(reading.from()).extracting(from -> from.candidate().verb()).containsExactly(Verb.STATUS);
    }

    private static Context.Last shown(String said) {
        var reading = (Reading.Understood) Readers.read(said);
        assertThat(reading.from()).hasSize(1).allMatch(Reading.From::confirm);
        return new Context.Last(
                reading.from().getFirst().candidate(), List.of("Yes", "Change it in a form", "No"), false);
    }
}

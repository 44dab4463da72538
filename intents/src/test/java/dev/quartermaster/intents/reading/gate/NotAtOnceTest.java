package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that look like requests and are not to be carried out as they would be understood first. */
class NotAtOnceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch a medium notebook for -2h",
                "extend lease-abcdefghij by -3 days",
                "launch a notebook with 8 GB for \u22124 hours",
                "give zorro read on sales.orders for 2 days",
                "let blorbo read sales.orders until friday",
                "grant read on sales.orders to 8 GB for 2 days"
            })
    void neverActs(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch rstudio from 2026-03-20 to 2026-03-17",
                "launch vscode from 5 april to 3 april",
                "launch pycharm from 20 march until 15 march",
                "launch a notebook from april 14 to 11",
                "launch vscode from next friday to tomorrow",
                "launch rstudio from 20 march 5pm to 20 march 3pm",
                "give me read on sales.orders from 20 march to 13 march"
            })
    void whatEndsBeforeItBeginsIsShownAsItWasSaid(String text) {
        assertThat(((Reading.Understood) Readers.read(text)).from())
                .as(text)
                .singleElement()
                .matches(from -> from.confirm() && from.why().contains("before it begins"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend rstudio by 1 hour less", "extend vscode by 2 days fewer than last time"})
    void lessIsNotAddedAsMore(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "give iris my vscode when she is back",
                "stop the notebook when the run is through",
                "launch a notebook for 2 hours when the cluster is free",
                "launch vscode for 2 days, same as iris has",
                "give raj what I have on sales.orders",
                "launch a notebook for 3 days, but only on weekdays, ore grades",
                "see below, can you do that? > Hi Ana, we need a notebook for 3 hours, thanks"
            })
    void whatDependsOnSomethingOrIsLikeAnotherIsShown(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extend rstudio by 2 hours when you have a moment",
                "launch a notebook for 2 hours to study when the buses are late"
            })
    void whenMayBeNoCondition(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "back up my bucket and stop it",
                "save my files and kill the notebook",
                "archive the repo and hand it over to raj",
                "download the bucket, then delete it",
                "please zip the results, then stop the spark cluster",
                "push to git, then kill the notebook",
                "archive files and kill my vscode",
                "finish training, then stop my notebook",
                "snapshot first, stop rstudio",
                "stop my notebook once it is done",
                "stop pycharm when finished"
            })
    void whatCannotBeDoneFirstIsNotFollowedByWhatDestroys(String text) {
        var from = ((Reading.Understood) Readers.read(text)).from();
        assertThat(from).as(text).isNotEmpty().allMatch(Reading.From::confirm);
        assertThat(from.getFirst().notes().toString()).contains("Left out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop rstudio please, saves us money",
                "please stop the notebook, it eats all our budget",
                "kill the spark cluster, thank you all"
            })
    void whatIsSaidBesideAStopIsNoOrder(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'repo for the scouting scripts, scout-scripts', scout-scripts",
        "'bucket hull-scans 30 days, monocle tier, hull photos', monocle tier",
        "'give me a notebook for 2 hours, penguin kernel', penguin kernel"
    })
    void wordsThatStandAloneAndAreUnderstoodByNobodyAreNamed(String text, String left) {
        var from = ((Reading.Understood) Readers.read(text)).from();
        assertThat(from).as(text).allMatch(Reading.From::confirm);
        assertThat(from.getFirst().notes().toString()).contains(left);
    }

    @ParameterizedTest
    @CsvSource({
        "'give me read on sales.orders for 2 days, masked columns only', masked columns only",
        "'give me read on sales.returns for 2 days, only the uk rows', only the uk rows",
        "give me read on sales.orders for 2 days without pii, without pii",
        "'give raj read on sales.orders for 2 days, uk only', uk only",
        "'give me read on sales.orders for 2 days, EU only', EU only",
        "give me read on sales.returns for 3 days but not the customers, but not the customers",
        "give me just the uk rows of sales.orders for 2 days, just the uk rows",
        "extend my notebook by 2 hours without the gpu, without the gpu",
        "launch rstudio for 2 hours with the penguin kernel, penguin kernel",
        "launch vscode for 2 hours on the penguin cluster, penguin",
        "launch pycharm for 2 hours in frankfurt, frankfurt",
        "launch rstudio for 2 hours nightly, nightly",
        "launch rstudio weekdays 9-5, weekdays"
    })
    void whatNarrowsARequestIsNamedHoweverUsualItsWords(String text, String left) {
        var from = ((Reading.Understood) Readers.read(text)).from();
        assertThat(from).as(text).allMatch(Reading.From::confirm);
        assertThat(from.getFirst().notes().toString()).contains(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just launch rstudio for 2 hours",
                "give me read only on sales.orders for 2 days",
                "give me read-only access to sales.orders for 2 days",
                "I just need a notebook for 2 hours",
                "rstudio for 2 hours only"
            })
    void whatOnlySoundsNarrowIsDone(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> launch a notebook for 2 hours",
                "please\n> launch vscode for 2 hours",
                "`launch a notebook for 2 hours`",
                "```\nlaunch rstudio for 2 hours\n```",
                "thanks `launch pycharm for 2 hours`",
                "launch a notebook for 2 hours? no",
                "launch vscode for 2 hours? no thanks",
                "launch a notebook for 2 hours, actually no",
                "extend my notebook until friday... nah",
                "stop my notebook? nope"
            })
    void whatIsQuotedOrTakenBackIsShown(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "give me rstudio for 2 hours, cheers all",
                "launch a notebook for 2 hours, quickly",
                "I need read access to sales.returns for 2 days, thanks a ton"
            })
    void whatIsOnlySaidBesideARequestHoldsNothingUp(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notebook instead please", "a notebook again please", "the notebook's password please"})
    void whatPointsToSomethingDoneIsNoRequestOfItsOwn(String text) {
        var vscode = new Slot("vscode", "vscode", true);
        var launched = new Candidate(Verb.LAUNCH, Map.of(KnownSlot.PATH, vscode), 0.9);

        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text, new Context.Last(launched, List.of(), true))))
                .as(text)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rstudio needs 16 cores", "vscode needs 8 cores, it has 2", "spark wants 12 workers"})
    void whatAThingNeedsIsToldAndNotOrdered(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
        assertThat(FollowUpsDoNothingTest.acts(Readers.read("i need rstudio with 16 cores")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch a notebook for 2 days, 32 GB would be too much",
                "launch a notebook for 2 days without 16 GB",
                "launch a notebook for 2 days (mind you, the large one crashed)",
                "launch a gpu workstation for 2 days, a100 are overpriced",
                "launch a notebook for at least 2 days",
                "give Mia access to customers for 2 days, write would be overkill",
                "extend my notebook and my workstation by 2 days",
                "make my notebook large and my workstation small"
            })
    void whatIsNamedAndNotWantedOrNotUsedIsShown(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch a notebook for 2 days, 32 GB would be too much",
                "launch pycharm for 3 hours without 16 GB",
                "launch rstudio for 2 days (the 64 GB one crashed)"
            })
    void whoeverSaysYesToWhatIsShownGetsNothingThatWasRefused(String text) {
        assertThat(((Reading.Understood) Readers.read(text)).from())
                .allSatisfy(from -> assertThat(from.candidate().slots()).doesNotContainKey(KnownSlot.MEMORY_GB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rstudio 3 hours, small is enough",
                "launch a notebook without gpu for 2 hours",
                "spark with 10 workers, each with 8 cores, for 3 hours"
            })
    void whatIsWantedIsDone(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "launch a spark cluster for 2 hours with as many workers as you can",
                "launch rstudio with enough memory for the census, 1 day",
                "launch pycharm for 3 hours with twice the memory of my notebook",
                "read on sales.returns except the refunds, 4 days",
                "stop one of my clusters",
                "launch vscode for everybody in commerce for a day",
                "rstudio for all of us, 3h",
                "run the orders refresh at 6pm",
                "run nightly churn twice",
                "pycharm mon, wed, fri, 2h",
                "bucket trawl-logs for 20 days and a repo of the same size",
                "spark 4 workers for Joanna in procurement, 3 hours",
                "a bucket for the scans: scans-1926, 80 GB",
                "grant read on sales.returns to whoever needs it, 4 days",
                "launch pycharm for 2 hours at the usual time",
                "launch pycharm for 2 hours with internet access",
                "notebook for 2 days per week"
            })
    void whatBindsARequestAndIsNotUnderstoodIsShown(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop my pycharm after the tests are through",
                "extend vscode by a day once the build is green",
                "shall I extend my vscode by 3h",
                "the manual says launch pycharm for 2 hours",
                "the handbook says: launch pycharm for 2 hours",
                "the notes say: stop my vscode",
                "example: launch pycharm for 2 hours",
                "until 6",
                "3h",
                "pycharm until 7pm tomorrow or 8",
                "bring the end of my notebook forward to 4pm"
            })
    void whatHangsOnSomethingOrIsOnlySaidIsShown(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop all my notebooks",
                "extend all my leases by a day",
                "stop both notebooks",
                "launch a spark cluster with 12 workers and 64 GB of memory for 3 hours",
                "launch a gpu workstation for 3 hours"
            })
    void whatIsUnderstoodOfWordsThatBindIsDone(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10 workers", "large", "until friday", "same but 4 workers", "3 days then"})
    void aBareValueBelowWhatWaitsChangesNothingElse(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text, new Context.Waiting(null))))
                .as(text)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"large", "needs 16 cores", "10 workers"})
    void anAnswerToAQuestionIsOfWhatWasAsked(String text) {
        var rstudio = new Slot("rstudio", "rstudio", true);
        var extended = new Candidate(Verb.EXTEND, Map.of(KnownSlot.TARGET, rstudio), 0.9);

        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text, new Context.Last(extended, List.of("Yes"), false))))
                .as(text)
                .isFalse();
    }

    @Test
    void whatAsksForAThingOfOursIsNeverWavedAway() {
        assertThat(Readers.read("can i get like a gpu machine doesn't matter which card three days pothole detection"))
                .isNotInstanceOf(Reading.NotOurs.class);
        assertThat(Readers.read("what is the weather in spark city")).isInstanceOf(Reading.NotOurs.class);
    }

    @ParameterizedTest
    @CsvSource({
        "give zorro read on sales.orders for 2 days, zorro",
        "give the new guy access to the orders, the new guy",
        "please give read on sales.orders to Agnieszka for 10 days, Agnieszka",
        "'notebook for Tomasz Kowalczyk, 2 days', Tomasz Kowalczyk",
        "sales.orders for the new hire for a week, the new hire",
        "launch a notebook for my colleague petra for 2 days, my colleague petra"
    })
    void whoIsNotKnownIsNamed(String text, String who) {
        var reading = Readers.read(text);

        assertThat(FollowUpsDoNothingTest.acts(reading)).as(text).isFalse();
        assertThat(reading.toString()).contains("“" + who + "”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i need access to sales.orders to check refunds until friday",
                "access to sales.returns for a week please",
                "write on sales.returns to fix depot codes for 2 days",
                "spark for the Tesco project, 2 days"
            })
    void whatItIsForIsNobody(String text) {
        assertThat(FollowUpsDoNothingTest.acts(Readers.read(text))).as(text).isTrue();
    }

    @Test
    void aStartThatHasPassedIsAskedFor() {
        Reading reading = Readers.read("/qm launch data-science-experimentation --from 2026-03-09T10:00 --for 2h");

        assertThat(reading).isInstanceOf(Reading.Ask.class);
        assertThat(((Reading.Ask) reading).question()).contains("already passed");
    }

    @Test
    void whatIsTooLongForASentenceIsReadAsACommandOnly() {
        String padding = " because we need it".repeat(110);

        assertThat(Readers.read("launch a medium notebook for 2 hours" + padding))
                .isInstanceOf(Reading.Ask.class);
        Reading.Understood command = (Reading.Understood)
                Readers.read("/qm launch data-science-experimentation --for 2h --purpose \"" + padding.strip() + "\"");
        assertThat(command.intents()).singleElement().isInstanceOf(Intent.Launch.class);
    }

    @Test
    void nestingOverflowsNothing() {
        String nested = "(".repeat(990) + "notebook" + ")".repeat(990);

        assertThat(FollowUpsDoNothingTest.acts(Readers.read(nested, new Context.None())))
                .isFalse();
    }
}

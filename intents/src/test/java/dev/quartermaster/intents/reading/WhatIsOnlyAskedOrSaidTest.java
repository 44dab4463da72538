package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.reading.Reading.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What something would cost, whose yes it would need, thanks and complaints: answers, and nothing that acts. */
class WhatIsOnlyAskedOrSaidTest {

    private static Topic topic(String text) {
        var reading = Readers.read(text);
        assertThat(reading).as(text).isInstanceOf(Reading.Answer.class);
        return ((Reading.Answer) reading).topic();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roughly how much is a ray cluster with 2 workers for a week?",
                "what's the price of a ray cluster with 2 workers for one week",
                "what will a ray cluster with two workers cost for 7 days",
                "how expensive is a ray cluster with 2 workers for a week",
                "what would I pay for a ray cluster with 2 workers for a week?"
            })
    void aPriceIsThatOfAllThatWasNamed(String text) {
        assertThat(topic(text)).as(text).isInstanceOfSatisfying(Topic.Price.class, price -> {
            var launch = (Intent.Launch) price.wish();
            assertThat(launch.path().value()).isEqualTo("ray-cluster");
            assertThat(launch.parameters()).containsKey("workers");
            assertThat(launch.term()).isEqualTo(new Term.For(Duration.ofDays(7)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what did my team spend last week",
                "how much has my notebook cost so far",
                "how much budget do we have left?"
            })
    void whatWasSpentOrIsLeftIsNoPrice(String text) {
        assertThat(Readers.read(text))
                .as(text)
                .matches(reading -> !(reading instanceof Reading.Answer answer) || answer.topic() == null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who must approve write on customer.accounts?",
                "whose sign-off is needed for write access to customer.accounts",
                "who decides about write on customer.accounts",
                "which approvals would write on customer.accounts need?",
                "who do I need a yes from for write on customer.accounts"
            })
    void whoMayApproveIsAskedOfWhatIsNamed(String text) {
        assertThat(topic(text))
                .as(text)
                .isInstanceOfSatisfying(
                        Topic.Approvers.class,
                        asked -> assertThat(asked.wish()).isInstanceOfSatisfying(Intent.Grant.class, grant -> {
                            assertThat(grant.dataset().value()).isEqualTo("customer.accounts");
                            assertThat(grant.access().name()).isEqualTo("WRITE");
                        }));
    }

    @Test
    void whomItIsForIsNoneOfThoseWhoMayApprove() {
        assertThat(topic("who must approve read on sales.orders for dan"))
                .isInstanceOfSatisfying(
                        Topic.Approvers.class,
                        asked -> assertThat(((Intent.Grant) asked.wish()).grantee())
                                .isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how much is a ray cluster and who can read sales.orders",
                "how much is a ray cluster? what do I have running?"
            })
    void aPriceBesideAnotherQuestionTakesTheAnswerToNone(String text) {
        assertThat(Readers.read(text)).as(text).isInstanceOfSatisfying(Reading.Understood.class, understood -> {
            assertThat(understood.intents()).isNotEmpty();
            assertThat(understood.said()).contains(Answers.PRICE);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my notebook hangs all the time",
                "Jupyter is unresponsive",
                "i cannot connect to my notebook",
                "the notebook froze again",
                "my notebook times out constantly"
            })
    void aComplaintNamesItsThing(String text) {
        assertThat(topic(text))
                .as(text)
                .isInstanceOfSatisfying(
                        Topic.Complaint.class,
                        complaint -> assertThat(complaint.target())
                                .isInstanceOfSatisfying(
                                        Target.Described.class,
                                        thing -> assertThat(thing.words()).containsAnyOf("notebook", "upyter")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much appreciated!", "thx a million", "brilliant, thank you", "cheers, that did the trick"})
    void thanksAreThanks(String text) {
        assertThat(topic(text)).as(text).isInstanceOf(Topic.Thanks.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My train is stuck and I can't save my work before the environment expires at eleven. Three more hours"
                        + " would rescue me.",
                "rstudio for error analysis, 2 days",
                "2 more days please, training is slow",
                "a notebook, the old one died",
                "or failing that a plain sql workspace",
                "my notebook is broken, you may close it"
            })
    void aRequestWithAComplaintInItIsStillARequest(String text) {
        assertThat(Readers.read(text))
                .as(text)
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.from().getFirst().candidate())
                                .matches(candidate -> candidate.verb().acts()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a notebook, the old one died", "Jupyter, since the rest is broken"})
    void anAnswerToAnOpenQuestionIsNoComplaint(String text) {
        var asked = new Candidate(Verb.LAUNCH, Map.of(), 1);
        assertThat(Readers.read(text, new Context.Last(asked, List.of("Ray cluster", "RStudio"), false)))
                .as(text)
                .matches(reading -> !(reading instanceof Reading.Answer answer) || answer.topic() == null);
    }

    @Test
    void anOrderBesideAComplaintOrThanksIsStillAnOrder() {
        assertThat(Readers.read("thanks, now launch rstudio for two days")).isInstanceOf(Reading.Understood.class);
        assertThat(Readers.read("rstudio is broken, stop it")).isNotInstanceOf(Reading.Answer.class);
    }

    @Test
    void aComplaintMayBeAboutData() {
        assertThat(topic("my access to sales.orders is terribly slow")).isInstanceOf(Topic.Complaint.class);
    }
}

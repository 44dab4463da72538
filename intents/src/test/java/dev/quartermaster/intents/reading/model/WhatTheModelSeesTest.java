package dev.quartermaster.intents.reading.model;

import static dev.quartermaster.intents.reading.model.Desk.thought;
import static dev.quartermaster.intents.reading.model.Desk.torn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.prompts.Prompts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Threat 13: what is not on the list in the README never leaves, shown on everything that was sent. */
class WhatTheModelSeesTest {

    private static final String CANARY = "canary-7f3a";

    @Test
    void nothingOfDatasetsPathsPeopleAndOtherMessagesLeavesButNames() {
        var puppet = Puppet.saying("nonsense, so that it is asked twice");
        var desk = Desk.with(torn(thought(Verb.LAUNCH)), puppet);
        var before = new Candidate(
                Verb.LAUNCH,
                Map.of(
                        KnownSlot.PATH, new Slot("ray-cluster", CANARY + " the message before", true),
                        KnownSlot.PURPOSE, new Slot(CANARY + " purpose", CANARY, true),
                        KnownSlot.GRANTEE, new Slot(CANARY, CANARY, true),
                        KnownSlot.NAME, new Slot(CANARY, CANARY, true),
                        KnownSlot.CPU, new Slot(8L, CANARY, true)),
                1);
        var known = marked(Sample.KNOWN);

        desk.interpreter()
                .read(
                        Sample.says("the same for two days rather"),
                        new Context.Last(before, List.of("launch x --purpose " + CANARY)),
                        known);

        var sent = puppet.requests().stream()
                .map(request -> request.messages() + " " + request.responseFormat())
                .collect(Collectors.joining("\n"));
        assertThat(puppet.requests()).hasSize(2);
        assertThat(sent).contains("the same for two days rather", "ray-cluster", "sales.orders");
        assertThat(sent).doesNotContain(CANARY);
        for (var person : known.people().persons().values()) {
            assertThat(sent).doesNotContain(person.emails());
        }
    }

    /** A mark in every text that the model has no business with. */
    private static Known marked(Known known) {
        var paths = known.catalogue().paths().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> marked(entry.getValue())));
        var datasets = known.catalogue().datasets().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> marked(entry.getValue())));
        var people = known.people();
        var persons = people.persons().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> marked(entry.getValue())));
        return new Known(new Catalogue(paths, datasets), new People(persons, people.teams(), people.groups()));
    }

    private static GoldenPath marked(GoldenPath path) {
        return new GoldenPath(
                path.name(),
                path.version(),
                CANARY + " title",
                CANARY + "-owner",
                CANARY + " about",
                path.says(),
                List.of(CANARY + " synonym"),
                CANARY + " how to",
                path.parameters(),
                path.data(),
                path.parts(),
                Map.of("cpu", CANARY),
                List.of(),
                path.idle(),
                path.start());
    }

    private static Dataset marked(Dataset dataset) {
        return new Dataset(
                dataset.name(),
                CANARY + " about",
                dataset.dataClass(),
                dataset.owner(),
                dataset.deputy(),
                CANARY + "-warehouse",
                dataset.standIn(),
                List.of(CANARY + " synonym"));
    }

    private static Person marked(Person person) {
        return new Person(
                person.id(),
                List.of(CANARY + "." + person.id().value() + "@example.com"),
                CANARY + " name",
                person.role(),
                person.sponsor());
    }

    @Test
    void theFormHasNoWordForADecisionForWhoAsksOrForMoney() {
        var form = Briefing.of(Sample.KNOWN, new Prompts()).form();

        assertThat(form.toString())
                .doesNotContainIgnoringCase("approve")
                .doesNotContainIgnoringCase("deny")
                .doesNotContainIgnoringCase("requester")
                .doesNotContainIgnoringCase("price")
                .doesNotContainIgnoringCase("budget");
        assertThat(form.toString()).contains("ray-cluster", "sales.orders", "sales.*", "workers", "launch");
        closed(form.jsonSchema().rootElement());
    }

    /** Every object is closed and every field of it required, as the strict modes of all providers want it. */
    private static void closed(JsonSchemaElement element) {
        switch (element) {
            case JsonObjectSchema object -> {
                assertThat(object.additionalProperties()).isFalse();
                assertThat(object.required())
                        .containsExactlyInAnyOrderElementsOf(object.properties().keySet());
                object.properties().values().forEach(WhatTheModelSeesTest::closed);
            }
            case JsonArraySchema array -> closed(array.items());
            case JsonAnyOfSchema any -> any.anyOf().forEach(WhatTheModelSeesTest::closed);
            default -> assertThat(element).isNotNull();
        }
    }

    @Test
    void everyVerbOfTheFormIsExplainedAndEveryExampleFitsIt() {
        var brief = Briefing.of(Sample.KNOWN, new Prompts());
        for (var verb : brief.vocabulary().slots().keySet()) {
            assertThat(brief.system()).containsPattern("(?m)^" + verb.word() + ": .{10,}");
        }
        assertThat(brief.system()).doesNotContain("{{");
        for (var line : new Prompts().named("model/examples.txt").lines()) {
            var halves = line.split("\t");
            var answer = new AnswerReader(brief.vocabulary()).read(halves[1]);
            assertThat(answer).as(line).isInstanceOf(Answer.Requests.class);
            var grounded = new Grounding(Sample.says(halves[0]), halves[0], new Context.None(), brief.names())
                    .of(((Answer.Requests) answer).requests());
            assertThat(grounded.problem()).as(line).isEmpty();
        }
    }

    @Test
    void anotherCatalogueOrWordingIsAnotherVersion() {
        var all = Sample.KNOWN;
        var fewer = new Known(new Catalogue(all.catalogue().paths(), Map.of()), all.people());

        assertThat(Briefing.of(all, new Prompts()).hash())
                .hasSize(12)
                .isEqualTo(Briefing.of(all, new Prompts()).hash())
                .isNotEqualTo(Briefing.of(fewer, new Prompts()).hash());
    }
}

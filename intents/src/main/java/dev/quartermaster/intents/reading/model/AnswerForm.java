package dev.quartermaster.intents.reading.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form an answer must have, as a JSON schema: a list of requests, each a verb and a list of slots. A slot that was not
 * said is not in the list, so that no field is optional or null: what is absent stays absent with every provider, and the
 * schema stays within the number of optional and united fields that the strictest of them allows.
 */
final class AnswerForm {

    private AnswerForm() {}

    static ResponseFormat of(Vocabulary vocabulary) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name("reading")
                        .rootElement(object(Map.of("requests", list(request(vocabulary)))))
                        .build())
                .build();
    }

    private static JsonSchemaElement request(Vocabulary vocabulary) {
        var fields = new LinkedHashMap<String, JsonSchemaElement>();
        fields.put(
                "verb",
                oneOf(vocabulary.slots().keySet().stream().map(Verb::word).toList()));
        fields.put("slots", list(slot(vocabulary)));
        return object(fields);
    }

    private static JsonSchemaElement slot(Vocabulary vocabulary) {
        var kinds = new ArrayList<JsonSchemaElement>();
        vocabulary.choices().forEach((slot, values) -> kinds.add(valued(List.of(slot.text()), oneOf(values))));
        kinds.add(
                valued(texts(vocabulary.numbers()), JsonIntegerSchema.builder().build()));
        var worded = new LinkedHashMap<String, JsonSchemaElement>();
        worded.put("slot", oneOf(texts(vocabulary.words())));
        worded.put("words", JsonStringSchema.builder().build());
        kinds.add(object(worded));
        return JsonAnyOfSchema.builder().anyOf(kinds).build();
    }

    private static List<String> texts(Collection<? extends SlotName> slots) {
        return slots.stream().map(SlotName::text).toList();
    }

    private static JsonSchemaElement valued(List<String> slots, JsonSchemaElement value) {
        var fields = new LinkedHashMap<String, JsonSchemaElement>();
        fields.put("slot", oneOf(slots));
        fields.put("value", value);
        fields.put("words", JsonStringSchema.builder().build());
        return object(fields);
    }

    private static JsonSchemaElement oneOf(List<String> values) {
        return JsonEnumSchema.builder().enumValues(values).build();
    }

    private static JsonSchemaElement list(JsonSchemaElement items) {
        return JsonArraySchema.builder().items(items).build();
    }

    private static JsonObjectSchema object(Map<String, JsonSchemaElement> fields) {
        return JsonObjectSchema.builder()
                .addProperties(fields)
                .required(List.copyOf(fields.keySet()))
                .additionalProperties(false)
                .build();
    }
}

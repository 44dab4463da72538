package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.model.Answer.Filled;
import dev.quartermaster.intents.reading.model.Answer.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes exactly the form that was asked for and nothing else: the schema is judged here again, because a provider may
 * ignore it and a hostile one will. Never throws, never repairs, never fills in.
 */
final class AnswerReader {

    /** Eight requests with all their slots stay well under this. */
    private static final int LONGEST = 8_000;

    private static final int MOST_REQUESTS = 6;
    private static final int MOST_SLOTS = 20;
    private static final int LONGEST_WORDS = 300;
    private static final long LARGEST = 1_000_000_000L;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .maxNestingDepth(8)
                            .maxNumberLength(18)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Vocabulary vocabulary;

    AnswerReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Answer read(String text) {
        if (text.isBlank()) {
            return new Answer.Unusable("The answer was empty.");
        }
        if (text.length() > LONGEST) {
            return new Answer.Unusable("The answer was too long.");
        }
        try {
            return new Answer.Requests(requests(JSON.readTree(text)));
        } catch (JacksonException noJson) {
            return new Answer.Unusable("The answer was not one JSON object, or named a field twice.");
        } catch (Wrong wrong) {
            return new Answer.Unusable(wrong.problem);
        }
    }

    private List<Said> requests(JsonNode root) {
        fields(root, Set.of("requests"), "the answer");
        var requests = new ArrayList<Said>();
        for (var request : items(root.get("requests"), MOST_REQUESTS, "requests")) {
            requests.add(request(request, "requests[" + requests.size() + "]"));
        }
        return requests;
    }

    private Said request(JsonNode request, String where) {
        fields(request, Set.of("verb", "slots"), where);
        var word = string(request.get("verb"), where + ".verb");
        var verb = vocabulary.slots().keySet().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Wrong(where + ".verb is none of the verbs."));
        var slots = new ArrayList<Filled>();
        var named = new HashSet<SlotName>();
        for (var slot : items(request.get("slots"), MOST_SLOTS, where + ".slots")) {
            var filled = slot(slot, verb, where + ".slots[" + slots.size() + "]");
            if (!named.add(filled.slot())) {
                throw new Wrong(where + ".slots has " + filled.slot() + " twice.");
            }
            slots.add(filled);
        }
        return new Said(verb, slots);
    }

    private Filled slot(JsonNode node, Verb verb, String where) {
        if (!node.isObject()) {
            throw new Wrong(where + " is not an object.");
        }
        var name = string(node.get("slot"), where + ".slot");
        var slot = vocabulary.slots().getOrDefault(verb, Set.of()).stream()
                .filter(each -> each.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new Wrong(where + ".slot is none of the slots that " + verb.word() + " takes."));
        var worded = vocabulary.words().contains(slot);
        fields(node, worded ? Set.of("slot", "words") : Set.of("slot", "value", "words"), where);
        var words = string(node.get("words"), where + ".words");
        if (words.length() > LONGEST_WORDS) {
            throw new Wrong(where + ".words is too long.");
        }
        return new Filled(slot, worded ? null : value(node.get("value"), slot, where + ".value"), words);
    }

    private Object value(JsonNode value, SlotName slot, String where) {
        if (vocabulary.numbers().contains(slot)) {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw new Wrong(where + " is not a whole number.");
            }
            var number = value.longValue();
            if (number < 0 || number > LARGEST) {
                throw new Wrong(where + " is out of bounds.");
            }
            return number;
        }
        var chosen = string(value, where);
        if (!vocabulary.choices().getOrDefault(slot, List.of()).contains(chosen)) {
            throw new Wrong(where + " is none of the values that " + slot + " takes.");
        }
        return chosen;
    }

    private static void fields(@Nullable JsonNode node, Set<String> wanted, String where) {
        if (node == null || !node.isObject()) {
            throw new Wrong(where + " is not an object.");
        }
        if (!Set.copyOf(node.propertyNames()).equals(wanted)) {
            throw new Wrong(where + " must have exactly the fields "
                    + String.join(", ", wanted.stream().sorted().toList()) + ".");
        }
    }

    private static Iterable<JsonNode> items(@Nullable JsonNode node, int most, String where) {
        if (node == null || !node.isArray()) {
            throw new Wrong(where + " is not a list.");
        }
        if (node.size() > most) {
            throw new Wrong(where + " has too many entries.");
        }
        return node;
    }

    private static String string(@Nullable JsonNode node, String where) {
        if (node == null || !node.isString()) {
            throw new Wrong(where + " is not a string.");
        }
        return node.stringValue();
    }

    /** Ends the reading of one answer; stays in this class and carries no trace. */
    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String problem;

        Wrong(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}

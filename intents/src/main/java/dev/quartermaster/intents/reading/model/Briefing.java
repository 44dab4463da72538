package dev.quartermaster.intents.reading.model;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a model is told, and this is the whole list: our own prompts, the names of paths and datasets, the sentences
 * of {@code says}, the message, and of the last reading what the catalogue or a number says (threats: 13). What datasets
 * and paths hold, people, teams, mail addresses and other messages are not given to this class's texts at all.
 *
 * @param hash of all that but the message, twelve hex digits
 */
record Briefing(Known known, Vocabulary vocabulary, Names names, String system, ResponseFormat form, String hash) {

    private static final int SAYS_SHOWN = 3;
    private static final int UTTERANCES_SHOWN = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Briefing of(Known known, Prompts prompts) {
        var vocabulary = Vocabulary.of(known.catalogue());
        var form = AnswerForm.of(vocabulary);
        var system = prompts.named("model/system.txt")
                .text()
                .replace("{{slots}}", slots(vocabulary))
                .replace("{{paths}}", paths(known))
                .replace("{{datasets}}", String.join(", ", KnownSlot.DATASET.options(known.catalogue())))
                .replace("{{utterances}}", utterances(vocabulary, prompts))
                .replace("{{examples}}", examples(prompts));
        return new Briefing(known, vocabulary, new Names(known), system, form, hash(system + "\n" + form));
    }

    /** @param problem what was wrong with the answer before; null for the first */
    ChatRequest request(String message, Context context, @Nullable String problem) {
        var told = new LinkedHashMap<String, Object>();
        if (context instanceof Context.Last last) {
            told.put("last", last(last));
        }
        told.put("message", message);
        if (problem != null) {
            told.put("problem_with_your_last_answer", problem);
        }
        return ChatRequest.builder()
                .messages(SystemMessage.from(system), UserMessage.from(JSON.writeValueAsString(told)))
                .responseFormat(form)
                .build();
    }

    /** Free text of an earlier message stays here; so do people. */
    private Map<String, Object> last(Context.Last last) {
        var shown = new LinkedHashMap<String, Object>();
        last.candidate().slots().forEach((slot, value) -> {
            var number = vocabulary.numbers().contains(slot) && value.value() instanceof Long;
            var chosen = vocabulary
                    .choices()
                    .getOrDefault(slot, List.of())
                    .contains(value.value().toString());
            if (number || chosen) {
                shown.put(slot.text(), value.value());
            }
        });
        return Map.of("verb", last.candidate().verb().word(), "slots", shown);
    }

    private static String slots(Vocabulary vocabulary) {
        return vocabulary.slots().entrySet().stream()
                .map(entry -> entry.getKey().word() + ": "
                        + (entry.getValue().isEmpty()
                                ? "none"
                                : entry.getValue().stream().map(SlotName::text).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n"));
    }

    private static String paths(Known known) {
        return known.catalogue().paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .map(path -> path.name() + ": " + String.join(" | ", spread(path.says(), SAYS_SHOWN)))
                .collect(Collectors.joining("\n"));
    }

    private static String utterances(Vocabulary vocabulary, Prompts prompts) {
        var said = prompts.utterances();
        return vocabulary.slots().keySet().stream()
                .map(verb -> verb.word() + ": "
                        + String.join(" | ", spread(said.getOrDefault(verb.word(), List.of()), UTTERANCES_SHOWN)))
                .collect(Collectors.joining("\n"));
    }

    private static String examples(Prompts prompts) {
        return prompts.named("model/examples.txt").lines().stream()
                .map(line -> line.replaceFirst("\t", "\n"))
                .collect(Collectors.joining("\n"));
    }

    /** Evenly out of the whole list: sentences next to each other are often alike. */
    private static List<String> spread(List<String> all, int wanted) {
        var step = Math.max(1, all.size() / wanted);
        return java.util.stream.IntStream.iterate(0, at -> at < all.size(), at -> at + step)
                .limit(wanted)
                .mapToObj(all::get)
                .toList();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

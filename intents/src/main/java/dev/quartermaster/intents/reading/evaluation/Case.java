package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.InterpretContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sentence and what it means, as a line of a JSONL file says it: {@code text}, {@code intent} and {@code slots} in
 * the words of the contract ({@code ask} where it should ask back), {@code also} for further requests in the message,
 * {@code context} for what it answers.
 *
 * @param wanted the requests in the order said; at least one
 */
public record Case(String text, List<Wanted> wanted, Context context) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Case {
        wanted = List.copyOf(wanted);
    }

    /** One request. Values are Strings, Numbers, or a List: for {@code path} any of them is right, else all are wanted. */
    public record Wanted(String intent, Map<String, Object> slots) {}

    /**
     * @param lines of a JSONL file; empty ones are passed over
     * @throws IllegalArgumentException naming the line that is none
     */
    public static List<Case> read(List<String> lines) {
        List<Case> cases = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                try {
                    cases.add(of(JSON.readValue(lines.get(number), Map.class)));
                } catch (RuntimeException unreadable) {
                    throw new IllegalArgumentException("Line " + (number + 1)
                            + " is no case: one JSON object with text, intent and slots is wanted.");
                }
            }
        }
        return cases;
    }

    private static Case of(Map<?, ?> line) {
        var also = line.get("also") instanceof List<?> list ? list : List.of();
        var wanted = Stream.concat(Stream.of(line), also.stream().map(Map.class::cast))
                .map(Case::wanted)
                .toList();
        var context = line.get("context") instanceof Map<?, ?> map ? map : Map.of();
        return new Case((String) line.get("text"), wanted, InterpretContext.of(context));
    }

    private static Wanted wanted(Map<?, ?> line) {
        Map<String, Object> slots = new LinkedHashMap<>();
        if (line.get("slots") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> slots.put(name.toString(), value));
        }
        return new Wanted(line.get("intent").toString(), slots);
    }
}

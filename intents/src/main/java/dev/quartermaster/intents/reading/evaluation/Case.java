package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.InterpretContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One sentence and what it means, as a line of a JSONL file says it: {@code text}, {@code intent} and {@code slots} in
 * the words of the contract ({@code ask} where it should ask back), {@code also} for further requests in the message,
 * {@code or} for other whole readings that are as right, {@code context} for what it answers, {@code by} for who says it.
 *
 * @param wanted the requests in the order said; at least one
 * @param others what may be read in place of all of {@code wanted}
 * @param by null: whoever asks for the whole set
 */
public record Case(
        String text,
        List<Wanted> wanted,
        List<List<Wanted>> others,
        Context context,
        @Nullable PersonId by) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Case {
        wanted = List.copyOf(wanted);
        others = List.copyOf(others);
    }

    /** Every whole reading that is right. */
    List<List<Wanted>> readings() {
        return Stream.concat(Stream.of(wanted), others.stream()).toList();
    }

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
        var others = line.get("or") instanceof List<?> list ? list : List.of();
        var context = line.get("context") instanceof Map<?, ?> map ? map : Map.of();
        return new Case(
                (String) line.get("text"),
                wanted(line),
                others.stream().map(other -> wanted((Map<?, ?>) other)).toList(),
                InterpretContext.of(context),
                line.get("by") instanceof String person ? new PersonId(person) : null);
    }

    private static List<Wanted> wanted(Map<?, ?> line) {
        var also = line.get("also") instanceof List<?> list ? list : List.of();
        return Stream.concat(Stream.of(line), also.stream().map(Map.class::cast))
                .map(Wanted::of)
                .toList();
    }
}

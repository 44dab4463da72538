package dev.quartermaster.bot.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.evaluation.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One conversation and its right end, as a line of a JSONL file says it.
 *
 * @param given what was asked for beforehand
 */
record Script(String id, String kind, List<Given> given, List<Turn> turns) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param command with or without {@code /qm} */
    record Given(String by, String command) {
        private static Given of(Map<?, ?> line) {
            return new Given(string(line, "by"), string(line, "command").replaceFirst("^/qm\\s+", ""));
        }
    }

    /**
     * @param where {@code dm}, {@code channel} (of their team, with the bot mentioned), {@code thread} (of its newest message
     *     to them) or {@code card} (in the thread of the newest approval card they see)
     * @param press the label of a button that is pressed in place of saying anything; empty: none
     * @param does all that must have been asked for or done once the turn is over
     * @param says of each list one at least must be in what is answered
     */
    record Turn(String by, String where, String text, String press, List<Wanted> does, List<List<String>> says) {
        private static Turn of(Map<?, ?> line) {
            return new Turn(
                    string(line, "by"),
                    line.containsKey("where") ? string(line, "where") : "dm",
                    string(line, "text"),
                    string(line, "press"),
                    list(line, "does").stream()
                            .flatMap(each -> wanted(Wanted.of((Map<?, ?>) each)))
                            .toList(),
                    list(line, "says").stream().map(Turn::any).toList());
        }

        /** Several of a kind are several requests; what a decision was given for is kept as no words that can be compared. */
        private static Stream<Wanted> wanted(Wanted said) {
            Map<String, Object> slots = new LinkedHashMap<>(said.slots());
            slots.remove(KnownSlot.REASON.text());
            Object count = slots.remove(KnownSlot.COUNT.text());
            return Collections.nCopies(
                            count instanceof Number number ? number.intValue() : 1, new Wanted(said.intent(), slots))
                    .stream()
                    .flatMap(one -> one.each().stream());
        }

        private static List<String> any(Object said) {
            return said instanceof List<?> several
                    ? several.stream().map(Object::toString).toList()
                    : List.of(said.toString());
        }

        @Override
        public String toString() {
            return by + (press.isEmpty() ? " (" + where + "): " + text : " presses " + press);
        }
    }

    /** @throws IllegalArgumentException naming the line that is none */
    static List<Script> read(List<String> lines) {
        List<Script> scripts = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            if (!lines.get(number).isBlank()) {
                try {
                    scripts.add(of(JSON.readValue(lines.get(number), Map.class)));
                } catch (RuntimeException unreadable) {
                    throw new IllegalArgumentException("Line " + (number + 1) + " is no conversation.", unreadable);
                }
            }
        }
        return scripts;
    }

    private static Script of(Map<?, ?> line) {
        return new Script(
                string(line, "id"),
                string(line, "kind"),
                list(line, "given").stream()
                        .map(each -> Given.of((Map<?, ?>) each))
                        .toList(),
                list(line, "turns").stream()
                        .map(each -> Turn.of((Map<?, ?>) each))
                        .toList());
    }

    private static String string(Map<?, ?> line, String name) {
        return line.get(name) == null ? "" : line.get(name).toString();
    }

    private static List<?> list(Map<?, ?> line, String name) {
        return line.get(name) instanceof List<?> list ? list : List.of();
    }
}

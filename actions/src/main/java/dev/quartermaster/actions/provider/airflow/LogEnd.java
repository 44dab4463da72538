package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.actions.provider.LogLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last lines of a task's log ({@code application/x-ndjson}). */
final class LogEnd {
    private static final JsonMapper JSON = JsonMapper.shared();

    private LogEnd() {}

    static List<String> of(String answer, int most) {
        Deque<String> last = new ArrayDeque<>();
        answer.lines().forEach(line -> {
            String words = plain(line);
            if (!words.isBlank()) {
                last.addLast(words);
                if (last.size() > most) {
                    last.removeFirst();
                }
            }
        });
        return List.copyOf(last);
    }

    private static String plain(String line) {
        String words;
        try {
            JsonNode read = JSON.readTree(line);
            words = read.path("event").asString(read.path("content").asString(""));
        } catch (JacksonException notJson) {
            words = line;
        }
        return LogLine.clean(words);
    }
}

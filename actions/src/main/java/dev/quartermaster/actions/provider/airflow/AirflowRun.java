package dev.quartermaster.actions.provider.airflow;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One run as Airflow shows it.
 *
 * @param state queued, running, success or failed
 * @param took from start to end; null where one of them is not known
 */
record AirflowRun(String state, @Nullable Duration took) {
    static AirflowRun of(JsonNode run) {
        Instant start = moment(run.path("start_date"));
        Instant end = moment(run.path("end_date"));
        return new AirflowRun(
                run.path("state").asString(""), start == null || end == null ? null : Duration.between(start, end));
    }

    boolean succeeded() {
        return state.equals("success");
    }

    boolean failed() {
        return state.equals("failed");
    }

    boolean over() {
        return succeeded() || failed();
    }

    /** One of its tasks. @param tries of which the last is the one that counts */
    record Task(
            String id,
            String state,
            long mapIndex,
            long tries,
            @Nullable Instant end) {
        static List<Task> of(JsonNode answer) {
            return StreamSupport.stream(answer.path("task_instances").spliterator(), false)
                    .map(each -> new Task(
                            each.path("task_id").asString(""),
                            each.path("state").asString(""),
                            each.path("map_index").asLong(-1),
                            each.path("try_number").asLong(0),
                            moment(each.path("end_date"))))
                    .toList();
        }

        boolean failed() {
            return state.equals("failed");
        }

        boolean over() {
            return List.of("success", "failed", "skipped", "upstream_failed", "removed")
                    .contains(state);
        }

        /** The one whose log says most: one that failed, otherwise the last that ended. */
        static Optional<Task> telling(List<Task> tasks) {
            return tasks.stream()
                    .filter(task -> task.tries() > 0 && task.end() != null)
                    .max(Comparator.comparing(Task::failed)
                            .thenComparing(task -> task.end() == null ? Instant.MIN : task.end()));
        }
    }

    private static @Nullable Instant moment(JsonNode text) {
        try {
            return text.isString() ? OffsetDateTime.parse(text.asString()).toInstant() : null;
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}

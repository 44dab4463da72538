package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.actions.provider.LogLine;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.ProvisioningLog;
import dev.quartermaster.actions.provider.airflow.AirflowClient.Answer;
import dev.quartermaster.actions.provider.airflow.AirflowRun.Task;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.part.PartType;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * {@code provider: airflow}: one run of a DAG. Airflow's stable REST API v2, as of 3.0; written from its published contract
 * and tested against a stub of it. The run's id is made from the lease, so that a run that was triggered before is found
 * and never triggered twice, whenever this program was killed.
 */
@Component
class AirflowProvider implements Provider {
    private static final Logger LOG = LoggerFactory.getLogger(AirflowProvider.class);
    private static final String AIRFLOW = "Airflow";
    private static final int MOST_TASKS = 100;

    private final AirflowSettings settings;
    private final AirflowClient client;

    @Autowired
    AirflowProvider(AirflowSettings settings) {
        this(settings, InstantSource.system());
    }

    AirflowProvider(AirflowSettings settings, InstantSource clock) {
        this.settings = settings;
        this.client = new AirflowClient(settings, clock);
    }

    @Override
    public PartType type() {
        return new AirflowPart();
    }

    @Override
    public Optional<Observed.Broken> missing() {
        return settings.configured()
                ? Optional.empty()
                : Optional.of(new Observed.Broken(
                        "No Airflow is connected here, so no job can be run. The platform team connects one and has"
                                + " been told that you asked.",
                        new PlatformTrouble(
                                "no-airflow",
                                "Set QUARTERMASTER_AIRFLOW_URL and its account (README) and start again.")));
    }

    @Override
    public Observed observe(Order order) {
        return asking(order, () -> seen(order));
    }

    @Override
    public Observed converge(Order order, Wanted wanted) {
        return switch (wanted) {
            case RUNNING -> asking(order, () -> run(order));
            case STOPPED, GONE -> gone(order);
        };
    }

    private interface Asking {
        Observed ask() throws IOException, RefusedByAirflow;
    }

    private Observed asking(Order order, Asking ask) {
        if (!settings.configured()) {
            return missing().orElseThrow();
        }
        try {
            return ask.ask();
        } catch (IOException away) {
            LOG.info("{}: {}", order.lease(), away.getMessage());
            return new Observed.Unreachable(AIRFLOW);
        } catch (RefusedByAirflow refused) {
            return refused.words(dag(order));
        }
    }

    private Observed seen(Order order) throws IOException, RefusedByAirflow {
        Optional<AirflowRun> run = find(order);
        return run.isEmpty() ? new Observed.Absent() : seen(order, run.get());
    }

    private Observed seen(Order order, AirflowRun run) throws IOException {
        if (run.succeeded()) {
            return new Observed.Done(id(order));
        }
        List<Task> tasks = tasks(order);
        if (run.failed()) {
            return new Observed.Broken("The run of " + dag(order) + " failed in Airflow" + failed(tasks) + after(run)
                    + ". Its id there is " + id(order) + ".");
        }
        String words = run.state().equals("queued")
                ? "queued in Airflow"
                : "running in Airflow"
                        + (tasks.isEmpty()
                                ? ""
                                : ", " + tasks.stream().filter(Task::over).count() + " of " + tasks.size()
                                        + " tasks are over");
        return new Observed.Making(id(order), words, null, settings.pause());
    }

    private static String failed(List<Task> tasks) {
        return tasks.stream()
                .filter(Task::failed)
                .findFirst()
                .map(task -> " in the task " + LogLine.clean(task.id()))
                .orElse("");
    }

    private static String after(AirflowRun run) {
        return run.took() == null ? "" : " after " + new Value.Span(run.took()).words();
    }

    /** Triggers it where it is not there. Who was there first, this program before a kill or another worker, counts. */
    private Observed run(Order order) throws IOException, RefusedByAirflow {
        Optional<AirflowRun> there = find(order);
        if (there.isPresent()) {
            return seen(order, there.get());
        }
        Map<String, Object> body = new HashMap<>();
        body.put("dag_run_id", id(order));
        body.put("logical_date", null);
        body.put("conf", Map.of());
        body.put("note", "Asked for through Quartermaster as " + order.lease());
        Answer answer = client.send("POST", runs(order), body);
        if (!answer.good() && answer.status() != 409) {
            throw new RefusedByAirflow("start it", answer);
        }
        Optional<AirflowRun> run = find(order);
        if (run.isEmpty() && answer.status() == 409) {
            throw new RefusedByAirflow("start it", answer);
        }
        return run.isEmpty()
                ? new Observed.Making(id(order), "triggered in Airflow", null, settings.pause())
                : seen(order, run.get());
    }

    /** A run that goes on is marked as failed, which ends its tasks; what this account may not end is left to Airflow. */
    private Observed gone(Order order) {
        if (!settings.configured()) {
            return new Observed.Absent();
        }
        try {
            Optional<AirflowRun> run = find(order);
            if (run.isEmpty() || run.get().over()) {
                return new Observed.Absent();
            }
            Answer answer = client.send(
                    "PATCH", runs(order) + "/" + id(order) + "?update_mask=state", Map.of("state", "failed"));
            if (!answer.good()) {
                LOG.warn("{}: Airflow answered {} when its run was to be ended", order.lease(), answer.status());
            }
            return new Observed.Absent();
        } catch (IOException away) {
            return new Observed.Unreachable(AIRFLOW);
        } catch (RefusedByAirflow refused) {
            LOG.warn("{}: {}", order.lease(), refused.getMessage());
            return new Observed.Absent();
        }
    }

    @Override
    public String farewell(Order order) {
        if (!settings.configured()) {
            return "";
        }
        String which = "The run " + id(order) + " of " + dag(order);
        try {
            return find(order)
                    .map(run -> run.succeeded()
                            ? which + " succeeded" + after(run) + "."
                            : run.failed() ? "" : which + " goes on in Airflow: this program may not end it.")
                    .orElse("");
        } catch (IOException | RefusedByAirflow unknown) {
            return which + " is to be looked up in Airflow.";
        }
    }

    @Override
    public List<String> lastLines(Order order, int most) {
        if (!settings.configured()) {
            return List.of();
        }
        try {
            Optional<Task> task = Task.telling(tasks(order));
            if (task.isEmpty()) {
                return List.of();
            }
            String path = runs(order) + "/" + id(order) + "/taskInstances/"
                    + encoded(task.get().id()) + "/logs/" + task.get().tries() + "?full_content=true&map_index="
                    + task.get().mapIndex();
            Answer answer = client.get(path, "application/x-ndjson");
            return answer.good() ? LogEnd.of(answer.text(), most) : unread(order);
        } catch (IOException away) {
            return unread(order);
        }
    }

    /** Not shown to this account, away, or too long to be read to its end. */
    private static List<String> unread(Order order) {
        return List.of("Its log could not be read from here. Airflow has it under " + id(order) + ".");
    }

    @Override
    public ProvisioningLog deeds(Order order) {
        return new ProvisioningLog(
                List.of("trigger the DAG " + dag(order) + " in Airflow as " + id(order)),
                List.of("end the run " + id(order) + " if it goes on"));
    }

    private Optional<AirflowRun> find(Order order) throws IOException, RefusedByAirflow {
        Answer answer = client.get(runs(order) + "/" + id(order));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.good()) {
            throw new RefusedByAirflow("show it", answer);
        }
        return Optional.of(AirflowRun.of(answer.json()));
    }

    /** Empty where they may not be seen: what the run is counts. */
    private List<Task> tasks(Order order) throws IOException {
        Answer answer = client.get(runs(order) + "/" + id(order) + "/taskInstances?limit=" + MOST_TASKS);
        return answer.good() ? Task.of(answer.json()) : List.of();
    }

    private static String runs(Order order) {
        return "/api/v2/dags/" + encoded(dag(order)) + "/dagRuns";
    }

    private static String dag(Order order) {
        return order.part().spec().get(AirflowPart.DAG).toString();
    }

    private static String id(Order order) {
        return "quartermaster-" + order.lease() + "-" + order.part().name();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.intents.catalogue.GoldenPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every golden path by a sentence in Slack's signed HTTP: asked for, decided by whoever must, handed over, stopped, and
 * nothing of it left. What is used through its links is used in the stories of its own.
 */
@Sharing("asking")
@Order(13)
class EveryPathStoryTest {
    private static final Map<String, String> SENTENCES = new TreeMap<>(Map.ofEntries(
            Map.entry("bucket", "s3 bucket named raj-raw, 10 GB, for 2 days"),
            Map.entry("data-engineering", "a dbt environment for 2 hours please"),
            Map.entry(
                    "data-science-customer-data",
                    "launch a notebook with customer data for 2 hours, churn model of the spring campaign"),
            Map.entry(
                    "data-science-experimentation",
                    "launch an environment that will allow me to build an experimental machine learning model, 2 hours"),
            Map.entry("data-viz", "superset for 2 hours please"),
            Map.entry("genai-peft", "lora on llama 8b with 1 a100 for 2 hours, tuning on our tickets"),
            Map.entry("gpu-workstation", "gpu box with one a100 for 2 hours, vision experiment"),
            Map.entry("ml-batch", "batch scoring environment for 2 hours"),
            Map.entry("ml-stream", "kafka and flink environment for 2 hours please"),
            Map.entry("pycharm", "please launch a pycharm backend for 2 hours"),
            Map.entry("ray-cluster", "launch a ray cluster with one a100 for 2 hours, hyperparameter sweep"),
            Map.entry("repository", "git repo please"),
            Map.entry("rstudio", "rstudio for 2 hours please"),
            Map.entry("scheduled-job", "run report.py of https://git.example.com/risk/reports.git every weekday at 9"),
            Map.entry("spark-cluster", "small spark cluster for 2 hours"),
            Map.entry("spark-job", "fire off the pyspark script main.py once and tell me how it ended"),
            Map.entry("sql-querying", "just wanna run selects, no compute"),
            Map.entry("vscode", "vscode for 2 hours please"),
            Map.entry("website", "website pls")));

    /** In the order in which they are asked; only those that a request waits for are told. */
    private static final List<String> APPROVERS = List.of("lee", "pat", "omar", "kim", "mia", "dan");

    private static final String COMMAND = "\"action_id\":\"command:0\"";
    private static final String FORM = "\"action_id\":\"form:0\"";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void everyGoldenPathComesUpForASentenceAndLeavesNothing() {
        assertThat(SENTENCES.keySet()).isEqualTo(offered());
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        Map<String, String> requests = new LinkedHashMap<>();
        SENTENCES.forEach((path, sentence) -> requests.put(path, asked(raj, path, sentence)));
        requests.values().forEach(EveryPathStoryTest::decided);
        requests.forEach((path, request) -> program.eventually(() -> {
            String state = program.state(request);
            assertThat(state).as(path).isNotIn("failed", "denied", "refused", "lapsed");
            // A job ends by itself.
            return state.equals("live") || state.equals("ended");
        }));
        requests.values().stream()
                .filter(request -> program.state(request).equals("live"))
                .forEach(request -> raj.says("/qm stop " + lease(request)));
        requests.values().forEach(request -> {
            program.eventually(() -> program.state(request).equals("ended"));
            program.eventually(() -> left(request).isEmpty());
        });
    }

    /** All but those of a shared model, of which none is set up here. */
    private static Set<String> offered() {
        Set<String> offered = new TreeSet<>();
        program.context().getBean(Bundles.class).current().catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .map(GoldenPath::name)
                .forEach(name -> offered.add(name.value()));
        offered.removeAll(Set.of("shared-llm", "genai-prompt-engineering", "genai-rag"));
        return offered;
    }

    /** Says it, and says yes to whatever is asked back. */
    private static String asked(WorkspaceUser person, String path, String sentence) {
        int before = requests(person, path).size();
        double said = System.currentTimeMillis() / 1000.0;
        person.says(sentence);
        Set<String> answered = new TreeSet<>();
        return person.patiently(() -> {
            List<String> now = requests(person, path);
            if (now.size() > before && !program.state(now.getFirst()).equals("refused")) {
                return Optional.of(now.getFirst());
            }
            person.since(said).stream()
                    .filter(message -> message.toString().contains(COMMAND)
                            || message.toString().contains(FORM))
                    .filter(question -> answered.add(question.path("ts").asString()))
                    .findFirst()
                    .ifPresent(question -> answers(person, question));
            return Optional.empty();
        });
    }

    /** Yes to a question; where something is still to be said, that is said in the form. */
    private static void answers(WorkspaceUser person, JsonNode question) {
        if (question.toString().contains(COMMAND)) {
            person.presses(question, "command:0");
        } else {
            person.presses(question, "form:0");
            JsonNode form = person.form();
            String repository = "https://git.example.com/risk/reports.git";
            person.sends(form, Map.of("scheduled-job/--repository", repository, "spark-job/--repository", repository));
        }
    }

    private static List<String> requests(WorkspaceUser person, String path) {
        return program.jdbc()
                .sql("select id from request where asker = ? and judgement::text like ? order by asked_at desc")
                .params(person.account(), "%\"" + path + "\"%")
                .query(String.class)
                .list();
    }

    private static void decided(String request) {
        for (String approver : APPROVERS) {
            if (!program.state(request).equals("waiting")) {
                return;
            }
            WorkspaceUser person = new WorkspaceUser(program, approver);
            JsonNode card = person.sees(request, "approvals");
            // Nobody is asked any more where the yes before was enough.
            person.pressesIfOffered(card, "approve", person.channel("approvals"));
        }
        program.eventually(() -> !program.state(request).equals("waiting"));
    }

    private static List<String> left(String request) {
        SimulatedCluster cluster = program.context().getBean(SimulatedCluster.class);
        List<String> left = new ArrayList<>();
        cluster.objects(Map.of(Labels.LEASE, lease(request))).forEach(object -> left.add(object.toString()));
        left.addAll(program.jdbc()
                .sql("select rolname from pg_roles where rolname like ?")
                .param("%" + lease(request).substring("lease-".length()) + "%")
                .query(String.class)
                .list());
        return left;
    }

    private static String lease(String request) {
        return request.replace("req-", "lease-");
    }
}

package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The form of a launch, of access to data and of an extension, by signed HTTP as Slack sends it. */
@Sharing("asking")
@Order(12)
class RequestFormTest {
    private static final Set<String> SETTLED = Set.of("live", "done", "ended", "waiting");

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    /** Smallest and shortest, so that the rules ask nobody where they need not. */
    @Test
    void everyGoldenPathIsAskedForByItsForm() {
        WorkspaceUser kim = person("kim");
        Map<String, String> requests = new HashMap<>();
        Set<String> refused = new HashSet<>();
        for (GoldenPath path : offered()) {
            JsonNode form = opened(kim, "start " + path.name());
            assertThat(form.toString()).contains(path.about().substring(0, 20));
            Map<String, String> values = new HashMap<>(Map.of("term", "2h"));
            path.parameters().stream()
                    .filter(Parameter::required)
                    .forEach(each -> values.put(path.name() + "/" + each.option(), example(each)));
            JsonNode answer = kim.sends(form, values);
            assertThat(answer.path("errors").toString()).as(path.name().value()).isEqualTo("");
            if (kim.hasForm()) {
                // Nothing of the kind is set up here, and the form says so.
                assertThat(kim.form().toString())
                        .as(path.name().value())
                        .contains("No shared language model is set up");
                kim.closes();
                refused.add(path.name().value());
            } else {
                requests.put(path.name().value(), newest(kim, path.name().value()));
            }
        }
        assertThat(refused).containsExactlyInAnyOrder("shared-llm", "genai-prompt-engineering", "genai-rag");
        assertThat(requests).hasSize(19);
        List<String> unsettled = new ArrayList<>(requests.values());
        program.eventually(() -> {
            unsettled.removeIf(request -> SETTLED.contains(program.state(request)));
            return unsettled.isEmpty();
        });
        System.out.println("Time to ready, of " + requests.size() + " asked for at once: "
                + Stream.of("repository", "bucket", "sql-querying", "website")
                        .map(path -> path + " " + timeToReady(requests.get(path)) + " ms")
                        .collect(Collectors.joining(", ")));
        requests.values().forEach(request -> program.types("kim", "stop " + request.replace("req-", "lease-")));
    }

    /** From the yes to the hand-over. */
    private static long timeToReady(String request) {
        return program.jdbc()
                .sql("select (extract(epoch from started - opened) * 1000)::bigint from lease where request = ?")
                .param(request)
                .query(Long.class)
                .single();
    }

    /** Where nothing is left to say, the command launches; that is every other path. */
    @Test
    void aCommandThatWantsMoreSaidOpensItsForm() {
        WorkspaceUser raj = person("raj");
        JsonNode form = opened(raj, "launch scheduled-job");
        assertThat(form.toString()).contains("is still to be said");
        raj.closes();
    }

    @Test
    void priceAndVerdictFollowWhatIsTyped() {
        WorkspaceUser raj = person("raj");
        JsonNode form = opened(raj, "start data-science-experimentation");
        assertThat(form.toString())
                .contains("*Price*")
                .contains("nobody's yes")
                .contains("not measured: the cluster is simulated");
        raj.fills(form, "data-science-experimentation/--gpus", "2");
        JsonNode asked = redrawn(raj, view -> view.contains("Would be asked"));
        assertThat(asked.path("id")).isEqualTo(form.path("id"));
        raj.fills(asked, "data-science-experimentation/--gpus", "9");
        redrawn(raj, view -> view.contains("It may be 0 to 8."));
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        WorkspaceUser raj = person("raj");
        JsonNode form = opened(raj, "start data-science-experimentation");
        JsonNode answer = raj.sends(
                form,
                Map.of(
                        "data-science-experimentation/--gpus", "9",
                        "data-science-experimentation/--memory", "a lot",
                        "term", "when it is done"));
        assertThat(answer.path("errors")
                        .path("data-science-experimentation/--gpus")
                        .asString(""))
                .isEqualTo("It may be 0 to 8.");
        assertThat(answer.path("errors")
                        .path("data-science-experimentation/--memory")
                        .asString(""))
                .contains("an amount of memory such as 16Gi");
        assertThat(answer.path("errors").path("term").asString("")).contains("That is no time");
    }

    /** Nothing is filed; the form stays, says why and what would do. */
    @Test
    void whatWouldBeRefusedStaysInTheForm() {
        WorkspaceUser iris = person("iris");
        JsonNode form = opened(iris, "start data-science-experimentation");
        assertThat(iris.sends(form, Map.of("term", "13 days")).path("errors").isEmpty())
                .isTrue();
        JsonNode refused = redrawn(iris, view -> view.contains("Not asked for"));
        assertThat(refused.toString()).contains("This would work");
        assertThat(asked("iris", "data-science-experimentation")).isEmpty();
        iris.sends(refused, Map.of("term", "5h"));
        program.eventually(() -> asked("iris", "data-science-experimentation").isPresent());
    }

    @Test
    void accessToDataIsAskedForByItsForm() {
        WorkspaceUser pat = person("pat");
        pat.says("/qm grant");
        JsonNode form = pat.form();
        assertThat(pat.looksUp(form, "dataset", "return").toString())
                .contains("sales.returns")
                .doesNotContain("sales.orders");
        assertThat(pat.looksUp(form, "--to", "rAj").toString()).contains("\"raj\"");
        pat.sends(
                form, Map.of("dataset", "sales.returns", "term", "2 weeks", "--purpose", "quality \"report\" & more"));
        pat.sees("sales.returns");
        String request = program.request("pat");
        program.eventually(() -> program.state(request).equals("waiting"));
        assertThat(program.jdbc()
                        .sql("select purpose from request where id = ?")
                        .param(request)
                        .query(String.class)
                        .single())
                .isEqualTo("quality \"report\" & more");
        program.types("pat", "withdraw " + request);
    }

    @Test
    void somethingIsKeptLongerByItsForm() {
        WorkspaceUser lee = person("lee");
        lee.says("/qm grant synthetic.products --duration 2d --purpose kept-longer");
        String request = newest(lee, "kept-longer");
        program.eventually(() -> program.state(request).equals("live"));
        String lease = request.replace("req-", "lease-");
        lee.pressesAtHome(lee.home(), "form:2");
        JsonNode form = lee.form();
        assertThat(form.toString()).contains("Keep it longer").contains(lease);
        JsonNode answer = lee.sends(form, Map.of("target", lease, "term", "3 days"));
        assertThat(answer.path("errors").toString()).isEqualTo("");
        assertThat(lee.hasForm()).as("%s", answer).isFalse();
        program.eventually(() -> program.jdbc()
                .sql("select count(*) from lease where id = ? and until > now() + interval '4 days'")
                .param(lease)
                .query(Boolean.class)
                .single());
    }

    /** The question is answered by the form, so that its yes does not do it a second time. */
    @Test
    void aDoubtfulReadingIsOneClickFromItsForm() {
        WorkspaceUser dan = person("dan");
        dan.says("/qm launch repository --name uplift-models --duration soon");
        JsonNode question = dan.sees("Change it in a form");
        dan.presses(question, "form:");
        JsonNode form = dan.form();
        assertThat(form.toString()).contains("uplift-models");
        dan.sends(form, Map.of("term", "3 days"));
        String request = newest(dan, "repository");
        program.eventually(() -> program.state(request).equals("live"));
        dan.sees("You chose");
    }

    /** Whether one of several readings is meant, or something of it is wrong. */
    @Test
    void aQuestionAboutASentenceIsOneClickFromItsForm() {
        WorkspaceUser lee = person("lee");
        lee.says("start rstudio from 1 January 2020 for 3 days");
        lee.presses(lee.sees("That start has already passed"), "form:");
        assertThat(lee.form().toString()).contains("Start something", "RStudio", "\"3d\"", "2020-01-01");
        assertThat(lee.sends(lee.form(), Map.of()).path("errors").path("--from").asString(""))
                .contains("has already passed");
        lee.closes();
        lee.says("give me access to data for 3 days with 4 GPUs");
        lee.presses(lee.sees("Which of these do you mean"), "form:");
        assertThat(lee.form().toString()).contains("Get access to data", "\"3d\"");
        lee.closes();
    }

    /** Whatever is wrong with it, and wherever: nothing that was typed is lost between the command and the form. */
    @Test
    void aCommandWithAFaultFillsTheFormWithAllThatWasTyped() {
        WorkspaceUser omar = person("omar");
        omar.says("/qm grant sales.orders read --to \"Bob Smith\" --duration 2w --purpose \"churn study\"");
        omar.presses(omar.sees("is nobody"), "form:");
        JsonNode form = omar.form();
        assertThat(form.toString()).contains("Bob Smith").contains("2w").contains("churn study");
        assertThat(omar.sends(form, Map.of()).path("errors").path("--to").asString(""))
                .contains("is nobody");
        omar.closes();
        omar.says("/qm launch pycharm --to bob_smith --cpu lots --memory 64Gi");
        omar.presses(omar.sees("lots"), "form:");
        JsonNode launch = omar.form();
        assertThat(launch.toString()).contains("bob_smith").contains("\"lots\"").contains("64Gi");
        JsonNode errors = omar.sends(launch, Map.of()).path("errors");
        assertThat(errors.has("pycharm/--cpu")).as(errors.toString()).isTrue();
        assertThat(errors.has("--to")).as(errors.toString()).isTrue();
        omar.closes();
    }

    private static List<GoldenPath> offered() {
        return program.context().getBean(Bundles.class).current().catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .toList();
    }

    private static String example(Parameter parameter) {
        return switch (parameter.name()) {
            case "name" -> "form-made";
            case "schedule" -> "every weekday at 9";
            default -> parameter.type() == Parameter.Type.INTEGER ? "1" : "example";
        };
    }

    private static JsonNode opened(WorkspaceUser person, String command) {
        return person.opens("/qm " + command);
    }

    private static JsonNode redrawn(WorkspaceUser person, Predicate<String> so) {
        return person.patiently(() -> Optional.of(person.form()).filter(form -> so.test(form.toString())));
    }

    private static String newest(WorkspaceUser person, String path) {
        return person.patiently(() -> asked(person.account(), path));
    }

    private static Optional<String> asked(String person, String path) {
        return program.jdbc()
                .sql(
                        "select id from request where asker = ? and judgement::text ilike ? order by asked_at desc limit 1")
                .params(person, "%" + path + "%")
                .query(String.class)
                .optional();
    }

    private static WorkspaceUser person(String account) {
        return new WorkspaceUser(program, account);
    }
}

package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.intents.yaml.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line of the default organisation made wrong at a time: the answer names that file, that line and the next step. */
class BrokenFilesTest {
    private static final String NOTEBOOK = "golden-paths/data-science-experimentation.yaml";

    static List<Arguments> faults() {
        return List.of(
                fault(
                        NOTEBOOK,
                        "local: {provider: notebook,",
                        "local: {provider: notbook,",
                        "\"notbook\" is not known here.",
                        "Did you mean notebook?"),
                fault(
                        "data.yaml",
                        "masked: {holder: initials,",
                        "masked: {holder: initial,",
                        "\"initial\" is not known here.",
                        "Did you mean initials?"),
                fault(
                        "data.yaml",
                        "  - name: customer_clear.accounts\n    about: Customers' accounts in clear text\n",
                        "  - name: customer.accounts_clear\n    about: Customers' accounts in clear text\n",
                        "A grant on customer.* would hold the clear text, too.",
                        "Give it a name in another schema, such as customer_clear.accounts."),
                fault(
                        "data.yaml",
                        "clearTextOf: customer.accounts ",
                        "clearTextOf: customer.transactions ",
                        "customer.transactions masks no column.",
                        "Give it masked: {column: hidden}, or take clearTextOf away."),
                fault(
                        "organisation.yaml",
                        "  # query: \"https://sql.example.com/{database}?user={login}\"",
                        "  query: \"https://{login}.example.com/\"",
                        "\"https://{login}.example.com/\" is not a link such as"
                                + " https://sql.example.com/{database}?user={login}, in which only {database} and"
                                + " {login} are filled in.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "zone: Europe/London",
                        "zone: Europe/Londres",
                        "\"Europe/Londres\" is not a time zone such as Europe/London.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "container: {cpu: 500m,",
                        "container: {cpu: half a core,",
                        "\"half a core\" is not an amount such as 16, 500m or 512Gi.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "    t4: [Tesla-T4]",
                        "    t4: [Tesla T4]",
                        "\"Tesla T4\" is not what a label can say, such as NVIDIA-A100-SXM4-80GB.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "  label: nvidia.com/gpu.product",
                        "  label: gpu product",
                        "\"gpu product\" is not the name of a label such as nvidia.com/gpu.product.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "namespaces: create",
                        "namspaces: create",
                        "The key \"namspaces\" is not known here.",
                        "Did you mean namespaces?"),
                fault(
                        "organisation.yaml",
                        "    - quay.io/jupyter/",
                        "    - quay.io/jupyter",
                        "\"quay.io/jupyter\" is not a registry's prefix ending in / such as quay.io/jupyter/.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "  escalate: 4h",
                        "  escalate: 30s",
                        "\"30s\" is not a length of time such as 90m, 8h, 3d or 2w.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "  digest: \"09:00\"",
                        "  digest: nine",
                        "\"nine\" is not a time of day such as \"09:00\", with its quotes.",
                        "Correct it on this line."),
                fault(
                        "organisation.yaml",
                        "  remind: 15m",
                        "  remnid: 15m",
                        "The key \"remnid\" is not known here.",
                        "Did you mean remind?"),
                fault(
                        "organisation.yaml",
                        "  lapse: 72h",
                        "  lapse: 0h",
                        "\"0h\" is not a time from 1h to 90d such as 3d.",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, atCap: halt}",
                        "\"halt\" is not known here.",
                        "Use one of: ask, stop, warn."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, grace: 2h}",
                        "Nothing is stopped here, so nothing has a grace.",
                        "Add atCap: stop, or remove it."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, atCap: stop, grace: 5m}",
                        "\"5m\" is not a time from 15m to 14d such as 24h.",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, perPerson: {raj: 50}}",
                        "raj is not a member of this team.",
                        "Name a member, or remove the line."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, perPurpose: {churn: 50, Churn: 60}}",
                        "The purpose churn stands in line 24 already.",
                        "Keep one of them, or change this one."),
                fault(
                        "people.yaml",
                        "budget: {perMonth: 2000, owner: mia, deputy: omar}",
                        "budget: {perMonth: 2000, owner: mia, costCentre: \"=1+1\"}",
                        "\"=1+1\" is not a cost centre (letters, digits, blanks and . _ / -, at most 64).",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "namespace: team-risk",
                        "namespace: team-growth",
                        "The namespace of another team: team-growth stands in line 26 already.",
                        "Keep one of them, or change this one."),
                fault(
                        "people.yaml",
                        "namespace: team-risk",
                        "namespace: kube-system",
                        "\"kube-system\" is the cluster's own namespace and cannot be a team's; use for example"
                                + " team-system.",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "namespace: team-risk",
                        "namespace: default",
                        "\"default\" is the cluster's own namespace and cannot be a team's; use for example"
                                + " team-default.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "utterances: data-science-experimentation",
                        "utterances: data-science",
                        "There is no text named utterances/paths/data-science.txt.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "utterances: data-science-experimentation",
                        "utterances: ../launch",
                        "\"../launch\" is not a name (lower case letters, digits and -).",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "version: 1,",
                        "version: 202604011200,",
                        "202604011200 is not a whole number from 1 to 1000000.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "{name: gpu_kind, type: choice",
                        "{name: path, type: choice",
                        "\"path\" cannot be a parameter's name: every launch takes --path already, call it for"
                                + " example path_what.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "{name: gpu_kind, type: choice",
                        "{name: until, type: choice",
                        "\"until\" cannot be a parameter's name: every launch takes --until already, call it for"
                                + " example until_what.",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "members: [raj, lee]",
                        "members: [raj, leo]",
                        "There is no person \"leo\".",
                        "Did you mean lee?"),
                fault(
                        "people.yaml",
                        "emails: [raj@example.com]",
                        "emails: [Ana@Example.com]",
                        "The e-mail address ana@example.com stands in line 5 already.",
                        "Keep one of them, or change this one."),
                fault(
                        "people.yaml",
                        "members: [dan]",
                        "members: [dan, ana]",
                        "A member of another team: ana stands in line 22 already.",
                        "Keep one of them, or change this one."),
                fault(
                        "people.yaml",
                        "namespace: team-risk",
                        "namespace: Team_Risk",
                        "\"Team_Risk\" is not an RFC 1123 label (lower case letters, digits and -, at most 63, no - at"
                                + " either end).",
                        "Correct it on this line."),
                fault(
                        "people.yaml",
                        "role: intern, sponsor: ana",
                        "role: intern",
                        "An intern has no sponsor.",
                        "Add sponsor: with the id of who answers for them."),
                fault(
                        "people.yaml",
                        "perMonth: 1500",
                        "perMonth: lots",
                        "\"lots\" is not an amount such as 0.05.",
                        "Correct it on this line."),
                fault(
                        "data.yaml",
                        "    class: public",
                        "    class: publick",
                        "\"publick\" is not known here.",
                        "Did you mean public?"),
                fault(
                        "data.yaml",
                        "    standIn: synthetic.products",
                        "    standIn: synthetic.product",
                        "There is no dataset \"synthetic.product\".",
                        "Did you mean synthetic.products?"),
                fault(
                        "data.yaml",
                        "name: sales.returns",
                        "name: sales.orders",
                        "The dataset sales.orders stands in line 33 already.",
                        "Keep one of them, or change this one."),
                fault(
                        "prices.yaml",
                        "  cpu: 0.05",
                        "  cpu: 0,05",
                        "\"0,05\" is not an amount such as 0.05.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "  cpu: \"${p.cpu}\"",
                        "  cpu: \"${p.cpus}\"",
                        "In \"p.cpus\": there is no p.cpus.",
                        "Did you mean p.cpu?"),
                fault(
                        NOTEBOOK,
                        "replicas: 1",
                        "replicas: \"${p.gpus > 0 ? 1}\"",
                        "In \"p.gpus > 0 ? 1\": mismatched input '<EOF>'.",
                        "Correct the expression; it may name gpu.label, gpu.products, lease.host, lease.id, lease.purpose, org.name, org.zone, p.cpu,"
                                + " p.duration, p.gpu_kind, p.gpus, p.image, p.memory, person.email, person.id,"
                                + " person.name, team.id, team.namespace."),
                fault(
                        NOTEBOOK,
                        "when: \"${p.gpus > 0}\"",
                        "when: \"${p.gpus}\"",
                        "\"p.gpus\" gives int, not true or false.",
                        "Compare it with something, or convert it with string(…), int(…) or double(…)."),
                fault(
                        NOTEBOOK,
                        "provider: repository,",
                        "provider: repositry,",
                        "\"repositry\" is not known here.",
                        "Did you mean repository?"),
                fault(
                        NOTEBOOK,
                        "datasets: [synthetic.*], access: read",
                        "datasets: [synthetik.*], access: read",
                        "There is no dataset \"synthetik.*\".",
                        "Did you mean synthetic.*?"),
                fault(
                        NOTEBOOK,
                        "metadata: {name: data-science-experimentation,",
                        "metadata: {name: notebook,",
                        "The file is not called notebook.yaml.",
                        "Give file and golden path the same name."),
                fault(
                        NOTEBOOK,
                        "small: [2, 2Gi]",
                        "small: [2, 2000Gi]",
                        "2000Gi is outside the bounds of memory.",
                        "Use 1Gi to 512Gi."),
                fault(
                        NOTEBOOK,
                        "url: \"https://${lease.host}/lab\"",
                        "url: \"https://evil.example.org/${lease.id}\"",
                        "\"https://evil.example.org/${lease.id}\" does not start with https://${lease.host}/.",
                        "Correct it on this line."),
                fault(
                        NOTEBOOK,
                        "              automountServiceAccountToken: false",
                        "              automountServiceAccountToken:",
                        "There is no value here.",
                        "Give one ({} for an empty map, \"\" for empty text) or remove the key."));
    }

    private static Arguments fault(String file, String right, String wrong, String what, String todo) {
        return Arguments.of(file, right, wrong, what, todo);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void everyFaultIsNamedByFileLineAndNextStep(String file, String right, String wrong, String what, String todo)
            throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        String before = files.get(file);
        assertThat(before).contains(right);
        files.put(file, before.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong)));
        int line = 1
                + (int) before.substring(0, before.indexOf(right))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        List<Problem> problems = problems(files);
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.what()).isEqualTo(what);
            assertThat(problem.todo()).isEqualTo(todo);
        });
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.remove("prices.yaml");
        files.put("people.yml", "people: []");
        files.compute("organisation.yaml", (file, text) -> text.replace("currency: EUR", "currency: EURO"));
        files.compute("data.yaml", (file, text) -> text.replace("owner: lee", "owner: leo"));
        assertThat(problems(files))
                .extracting(Problem::file)
                .contains("prices.yaml", "people.yml", "organisation.yaml", "data.yaml");
    }

    @Test
    void aResourceWithoutAPriceIsNamedWhereItIsOffered() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.compute("prices.yaml", (file, text) -> text.replace(", h100: 4.00", ""));
        assertThat(problems(files))
                .extracting(Problem::toString)
                .hasSize(6)
                .allSatisfy(problem -> assertThat(problem)
                        .matches("golden-paths/.*\\.yaml:[0-9]+: prices\\.yaml has no price for gpu\\.h100\\. Add one"
                                + " there, or don't offer it here\\."));
    }

    @Test
    void whatIsPlannedHasNoPartsAndWhatIsOfferedHasSome() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.compute("golden-paths/ml-stream.yaml", (file, text) -> text.replaceFirst("(?s)\nparts:.*", "\n"));
        files.compute(NOTEBOOK, (file, text) -> text.replace("about: JupyterLab", "planned: true\nabout: JupyterLab"));
        assertThat(problems(files))
                .extracting(Problem::file, Problem::what)
                .containsExactlyInAnyOrder(
                        tuple(NOTEBOOK, "A golden path that is planned has no parts."),
                        tuple("golden-paths/ml-stream.yaml", "The key \"parts\" is missing."));
    }

    @Test
    void aGoldenPathWithoutAnEndIsRefused() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.compute(NOTEBOOK, (file, text) -> text.replace("{name: duration, type", "{name: length, type"));
        assertThat(problems(files))
                .extracting(Problem::what)
                .contains("There is no parameter duration of type duration: everything handed out ends.");
    }

    static List<Problem> problems(Map<String, String> files) {
        return switch (DefaultOrganisation.reader().read(files)) {
            case Loaded.Broken(var problems) -> problems;
            case Loaded.Ok ok -> throw new AssertionError("Nothing is wrong");
        };
    }
}

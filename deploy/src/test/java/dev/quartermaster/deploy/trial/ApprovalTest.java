package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens between an ask and a yes, by signed HTTP, in an organisation whose files change meanwhile. */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApprovalTest {
    private static final String APPROVALS = FakeSlack.channel("approvals");

    @TempDir
    static Path folder;

    @TempDir
    static Path organisation;

    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        Trial.needsTheJar();
        Path sample = Path.of("config").toAbsolutePath();
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.toList()) {
                Path copy = organisation.resolve(sample.relativize(file));
                if (!Files.isDirectory(file)) {
                    Files.copy(file, copy);
                } else {
                    Files.createDirectories(copy);
                }
            }
        }
        trial = Trial.start(folder, Map.of("QUARTERMASTER_CONFIG", organisation.toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    @Order(1)
    void oneOfTwoLeadsDeniesAndItIsOver() throws Exception {
        trial.person("ana").commands("launch ray-cluster --gpus 6 --duration 1h --purpose \"six gpus\"");
        FakeSlack.Post card = trial.sees(APPROVALS, "six gpus");
        String request = newest().path("id").asString();
        assertThat(card.all())
                .contains("2 different people")
                .contains("Kim")
                .contains("Omar")
                .contains("Pat");
        trial.person("omar").presses(card, "approve");
        trial.eventually("omar's yes", () -> decided(request, 1));
        JsonNode form = trial.person("pat").opens(card, "deny");
        assertThat(trial.person("pat").submits(form, Map.of("words", " ")).isEmpty())
                .as("a no without a reason is asked for one")
                .isFalse();
        assertThat(trial.person("pat").submits(form, Map.of("words", "Use two t4 instead.")))
                .isEmpty();
        awaits(request, "denied");
        trial.sees(FakeSlack.dm("ana"), "Use two t4 instead");
        trial.person("kim").presses(card, "approve");
        trial.sees(APPROVALS, "already said no");
        assertThat(newest().path("state").asString()).isEqualTo("denied");
    }

    @Test
    @Order(2)
    void dataIsGrantedForLessThanWasAskedFor() throws Exception {
        trial.person("raj").commands("grant sales.orders read --duration 60d --purpose \"sixty days\"");
        FakeSlack.Post card = trial.sees(FakeSlack.dm("dan"), "sixty days");
        String request = newest().path("id").asString();
        JsonNode form = trial.person("dan").opens(card, "less");
        assertThat(trial.person("dan").submits(form, Map.of("term", "80d")).isEmpty())
                .as("longer is not less")
                .isFalse();
        assertThat(trial.person("dan").submits(form, Map.of("term", "14d", "words", "Two weeks will do.")))
                .isEmpty();
        awaits(request, "live");
        trial.sees(FakeSlack.dm("raj"), "14 days");
        trial.sees(FakeSlack.dm("raj"), "Two weeks will do");
    }

    @Test
    @Order(3)
    void internTakesTheSmallerOneThatIsOffered() throws Exception {
        trial.person("iris").commands("launch data-science-experimentation --gpus 4 --duration 3d");
        FakeSlack.Post refused = trial.sees(FakeSlack.dm("iris"), "Interns work without GPUs");
        assertThat(refused.all()).contains("Ana Ferreira").contains("2 days");
        String before = newest().path("id").asString();
        trial.person("iris").presses(refused, "command:0");
        awaits(newestOtherThan(before), "live");
    }

    @Test
    @Order(4)
    void whatOnlyTheAskerCouldApproveIsRefusedAtOnce() throws Exception {
        edit(
                "data.yaml",
                "    owner: dan\n    deputy: omar\n    warehouse: main\n    synonyms: [returns",
                "    owner: dan\n    warehouse: main\n    synonyms: [returns");
        trial.eventually("the changed files in force", () -> {
            trial.person("dan").commands("grant sales.returns read --duration 2w");
            Thread.sleep(2_000);
            return trial.slack().in(FakeSlack.dm("dan")).stream()
                    .filter(each -> each.all().contains("nobody but you"))
                    .findFirst();
        });
        assertThat(trial.sees(FakeSlack.dm("dan"), "nobody but you").all()).contains("to name a deputy");
    }

    @Test
    @Order(5)
    void whoLosesTheRightBetweenCardAndClickDecidesNothing() throws Exception {
        trial.person("ana").commands("launch ray-cluster --gpus 1 --duration 1h --purpose \"right removed\"");
        FakeSlack.Post card = trial.sees(APPROVALS, "right removed");
        String request = newest().path("id").asString();
        edit("people.yaml", "platform-leads: [omar, pat, kim]", "platform-leads: [omar, pat]");
        trial.person("kim").presses(card, "approve");
        trial.sees(APPROVALS, "not yours to decide");
        assertThat(find(request).path("state").asString()).isEqualTo("waiting");
        trial.person("pat").presses(trial.sees(APPROVALS, "right removed"), "approve");
        awaits(request, "live");
        edit("people.yaml", "platform-leads: [omar, pat]", "platform-leads: [omar, pat, kim]");
    }

    @Test
    @Order(6)
    void brokenGlassIsLoudAndReviewed() throws Exception {
        trial.person("kim")
                .commands("break-glass grant customer.accounts read --duration 1h --reason \"payments are down\"");
        assertThat(trial.sees(APPROVALS, "payments are down").all()).contains("had without a yes");
        trial.sees(FakeSlack.dm("lee"), "had without a yes");
        awaits(newest().path("id").asString(), "live");
        trial.person("kim").commands("stop " + newest().path("lease").asString());
        FakeSlack.Post review = withButton("lee", "review:ok", "payments are down");
        trial.person("lee").presses(review, "review:ok");
        trial.sees(FakeSlack.dm("lee"), "found it in order");
        trial.person("raj").commands("break-glass grant customer.accounts read --duration 1h --reason curious");
        trial.sees(FakeSlack.dm("raj"), "do not let you break the glass");
    }

    @Test
    @Order(7)
    void aRuleIsTriedProposedApprovedAndInForce() throws Exception {
        trial.person("raj").commands("launch ray-cluster --gpus 4 --duration 1d --purpose \"before the change\"");
        trial.sees(APPROVALS, "before the change");
        assertThat(newest().path("stages").size()).isEqualTo(2);
        trial.person("pat").commands("change compute-over-20");
        FakeSlack.Post rule = withButton("pat", "rule-form:change", "compute-over-20");
        JsonNode form = trial.person("pat").opens(rule, "rule-form:change");
        String text = form.path("blocks")
                .valueStream()
                .filter(block -> block.path("block_id").asString("").equals("rule"))
                .map(block -> block.path("element").path("initial_value").asString())
                .findFirst()
                .orElseThrow();
        String changed = text.replaceFirst("(?m)^( *)then: approve", "$1unless: team.id == 'risk'\n$1then: approve");
        assertThat(changed).isNotEqualTo(text);
        Map<String, String> wrong =
                Map.of("rule", changed.replace("team.id", "team.idd"), "reason", "Risk's own money.");
        assertThat(trial.person("pat").submits(form, wrong).path("rule").asString(""))
                .contains("team.id");
        assertThat(trial.person("pat").submits(form, Map.of("rule", changed, "reason", "Risk's own money.")))
                .isEmpty();
        FakeSlack.Post draft = trial.sees(FakeSlack.dm("pat"), "On the last 90 days");
        assertThat(draft.all()).contains("fewer");
        trial.person("pat").presses(draft, "rule-change:propose");
        FakeSlack.Post card = trial.sees(FakeSlack.dm("kim"), "Rule change: approval needed");
        trial.person("kim").presses(card, "rule-change:approve");
        trial.sees(FakeSlack.dm("pat"), "in force as");
        trial.person("raj").commands("launch ray-cluster --gpus 4 --duration 1d --purpose \"after the change\"");
        trial.sees(APPROVALS, "after the change");
        assertThat(newest().path("stages").size()).isEqualTo(1);
    }

    @Test
    @Order(90)
    void aCardLeftAloneRemindsAndLapses() throws Exception {
        // Nobody is reminded at night, whenever this test runs.
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/London"));
        Duration morning = Duration.between(now, now.plusDays(1).with(LocalTime.of(10, 0)));
        trial.jar().embedded().clock(morning);
        trial.person("raj").commands("grant sales.orders read --duration 3w --purpose \"left alone\"");
        trial.sees(FakeSlack.dm("dan"), "left alone");
        String request = newest().path("id").asString();
        trial.jar().embedded().clock(morning.plusMinutes(16));
        trial.sees(FakeSlack.dm("dan"), "till waiting");
        trial.jar().embedded().clock(morning.plusHours(73));
        awaits(request, "lapsed");
        trial.sees(FakeSlack.dm("raj"), "so it lapsed");
    }

    @Test
    @Order(99)
    void nothingWasSaidThatSlackWouldRefuse() {
        assertThat(trial.slack().refusals()).isEmpty();
    }

    private static FakeSlack.Post withButton(String person, String action, String words) {
        return trial.eventually(
                "a card with " + action,
                () -> trial.slack().in(FakeSlack.dm(person)).reversed().stream()
                        .filter(each -> each.all().contains(words)
                                && Buttons.find(each, action).isPresent())
                        .findFirst());
    }

    private static JsonNode newest() throws IOException, InterruptedException {
        return trial.get("omar", "/api/requests").path("requests").get(0);
    }

    private static String newestOtherThan(String before) {
        return trial.eventually(
                "another request",
                () -> Optional.of(newest().path("id").asString()).filter(id -> !id.equals(before)));
    }

    private static JsonNode find(String request) throws IOException, InterruptedException {
        return trial.get("omar", "/api/requests")
                .path("requests")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Boolean> decided(String request, int yeses) throws IOException, InterruptedException {
        long found = find(request)
                .path("stages")
                .valueStream()
                .mapToLong(stage -> stage.path("decided").size())
                .sum();
        return found == yeses ? Optional.of(true) : Optional.empty();
    }

    private static void awaits(String request, String state) {
        trial.eventually(
                request + " to be " + state,
                () -> Optional.of(find(request).path("state").asString()).filter(state::equals));
    }

    private static void edit(String file, String before, String after) throws IOException {
        Path path = organisation.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }
}

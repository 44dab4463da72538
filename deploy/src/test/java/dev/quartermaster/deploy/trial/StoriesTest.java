package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The first user's four stories, in the order a newcomer would try them. */
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoriesTest {
    private static final String ANA = FakeSlack.dm("ana");

    @TempDir
    static Path folder;

    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        trial = Trial.startPacked(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    @Order(1)
    void analystSaysOneSentenceAndHasAnEnvironmentSecondsLater() throws Exception {
        assertThat(
                        trial.person("ana")
                                .says(
                                        "launch an environment that will allow me to build an experimental machine learning model"))
                .isEqualTo(200);
        FakeSlack.Post ready = trial.sees(ANA, "JupyterLab");
        assertThat(ready.all())
                .contains("0.88 EUR")
                .contains("synthetic.customers")
                .contains("Ends")
                .contains("imulated");
        JsonNode request = trial.get("ana", "/api/requests").path("requests").get(0);
        assertThat(request.path("state").asString()).isEqualTo("live");
        assertThat(request.path("slots").path("path").asString()).isEqualTo("data-science-experimentation");
        assertThat(new BigDecimal(request.path("price").path("amount").asString()))
                .isEqualByComparingTo("0.88");
        assertThat(slackInDmOf("ana", "JupyterLab"))
                .as("one message with the links")
                .isEqualTo(1);
        List<String> links = trial.get("ana", "/api/leases")
                .path("leases")
                .get(0)
                .path("links")
                .valueStream()
                .map(link -> link.path("url").asString())
                .toList();
        assertThat(links).hasSize(5);
        for (String link : links) {
            assertThat(trial.opens(link)).as(link).isEqualTo(200);
        }
    }

    @Test
    @Order(2)
    void gpusNeedTwoPeopleAndNotTheAsker() throws Exception {
        trial.person("ana").says("spin up 4 A100s for three days for the churn model");
        FakeSlack.Post card = trial.sees(FakeSlack.channel("approvals"), "Approval needed");
        assertThat(card.all())
                .contains("Ana")
                .contains("churn model")
                .contains("EUR")
                .doesNotContain("Budget of");
        FakeSlack.Post owners = trial.sees(FakeSlack.dm("mia"), "Approval needed");
        assertThat(owners.all()).contains("Budget of growth");

        trial.person("ana").presses(card, "approve");
        trial.sees(FakeSlack.channel("approvals"), "else");
        assertThat(newestRequest().path("state").asString()).isEqualTo("waiting");

        trial.person("omar").presses(card, "approve");
        trial.eventually("omar's yes", () -> stillWaiting() && decisions() == 1 ? Optional.of(true) : Optional.empty());
        trial.person("mia").presses(owners, "approve");
        trial.sees(ANA, "Ray dashboard");
        assertThat(newestRequest().path("state").asString()).isEqualTo("live");
        assertThat(trial.slack().at(card.channel(), card.ts()).orElseThrow().all())
                .contains("Omar")
                .contains("Mia")
                .doesNotContain("\"action_id\":\"approve\"");
    }

    @Test
    @Order(3)
    void grantedDataCanBeReadAndTheRestIsRefusedByPostgres() throws Exception {
        trial.person("ana").says("grant me read on sales.orders for two weeks, churn study");
        FakeSlack.Post card = trial.sees(FakeSlack.dm("dan"), "Approval needed");
        trial.person("dan").presses(card, "approve");
        FakeSlack.Post ready = trial.eventually(
                "a button for the credentials",
                () -> trial.slack().in(ANA).reversed().stream()
                        .filter(each -> each.all().contains("sales.orders")
                                && Buttons.find(each, "reveal").isPresent())
                        .findFirst());
        trial.person("ana").presses(ready, "reveal");
        String form = trial.eventually(
                "a private form",
                () -> trial.slack().views().stream().map(JsonNode::toString).findFirst());
        assertThat(trial.slack().posts())
                .as("no message has the password")
                .noneMatch(each -> each.all().contains(find("password", form)));

        try (Connection warehouse = DriverManager.getConnection(
                        find("(?:JDBC|jdbc)[^\"]*", "jdbc:postgresql:[^`\\\\\"]+", form),
                        find("user", form),
                        find("password", form));
                Statement statement = warehouse.createStatement()) {
            try (ResultSet orders = statement.executeQuery("select count(*) from sales.orders")) {
                orders.next();
                assertThat(orders.getLong(1)).isPositive();
            }
            assertThatThrownBy(() -> statement.executeQuery("select * from customer.accounts"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
        trial.person("ana").presses(ready, "reveal");
        String again = trial.eventually(
                "the second form",
                () -> trial.slack().views().stream()
                        .skip(1)
                        .map(JsonNode::toString)
                        .findFirst());
        assertThat(find("password", again))
                .as("a new password: the first one is nowhere to be shown again")
                .isNotEmpty()
                .isNotEqualTo(find("password", form));
    }

    @Test
    @Order(4)
    void managerSeesEverythingHandedOutAndTheTotalIsTheSum() throws Exception {
        trial.person("mia").says("provide me with an itemised breakdown of my team's usage and spend");
        FakeSlack.Post report = trial.sees(FakeSlack.dm("mia"), "Total so far");
        assertThat(report.all())
                .contains("Ana")
                .contains("\"type\\\":\\\"table")
                .contains("Data science experimentation")
                .contains("Ray cluster")
                .contains("(grant)");
        JsonNode spend = trial.get("mia", "/api/spend?team=growth");
        BigDecimal sum = spend.path("items")
                .valueStream()
                .map(item -> new BigDecimal(item.path("amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(spend.path("items").size()).isEqualTo(3);
        assertThat(new BigDecimal(spend.path("total").asString())).isEqualByComparingTo(sum);
    }

    @Test
    @Order(5)
    void nothingWasSaidThatSlackWouldRefuse() {
        assertThat(trial.slack().refusals()).isEmpty();
    }

    private static JsonNode newestRequest() throws Exception {
        return trial.get("ana", "/api/requests").path("requests").get(0);
    }

    private static boolean stillWaiting() throws Exception {
        return newestRequest().path("state").asString().equals("waiting");
    }

    private static long decisions() throws Exception {
        return newestRequest()
                .path("stages")
                .valueStream()
                .mapToLong(stage -> stage.path("decided").size())
                .sum();
    }

    private static long slackInDmOf(String person, String words) {
        return trial.slack().in(FakeSlack.dm(person)).stream()
                .filter(each -> each.all().contains(words))
                .count();
    }

    /** The value shown below a label in the form. */
    private static String find(String label, String form) {
        return find(label, "[^`\\\\\"]+", form);
    }

    private static String find(String label, String value, String form) {
        Matcher matcher = Pattern.compile("(?i)\\*" + label + "\\*\\\\n```(" + value + ")```")
                .matcher(form);
        assertThat(matcher.find())
                .as("\"" + label + "\" in " + form.replaceAll("```[^`]*```", "```…```"))
                .isTrue();
        return matcher.group(1);
    }
}

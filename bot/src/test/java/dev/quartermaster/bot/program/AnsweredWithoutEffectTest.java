package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Questions, thanks and complaints are answered with what is so, and file nothing. */
@Started
class AnsweredWithoutEffectTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void whatIsLeftOfTheBudgetIsToldToTheTeam() {
        program.tells("ana", "how much of our budget is still there?");

        program.eventually(() -> has("ana", "Budget of ", " left of ", "reserved ", "Spend of growth"));
        program.tells("raj", "how much budget has growth left");
        program.eventually(() -> has("raj", "What growth spends is seen by its members"));
        assertThat(has("raj", " left of ")).isFalse();
    }

    @Test
    void aPriceIsThatOfTheCardAndNothingIsFiled() {
        program.tells("ana", "what will a notebook for two days cost me?");

        program.eventually(
                () -> has("ana", "launch data-science-experimentation", "2d", " costs ", "Nothing was asked for"));
        assertThat(requests("ana")).isZero();
        String answer = said("ana", "Nothing was asked for").getLast();
        program.types("ana", "launch data-science-experimentation --duration 2d");
        String priced = program.jdbc()
                .sql("select judgement->'price'->'ceiling'->>'amount' from request where id = ?")
                .param(program.request("ana"))
                .query(String.class)
                .single();
        assertThat(answer)
                .contains("at most " + new java.math.BigDecimal(priced).setScale(2, java.math.RoundingMode.HALF_UP));
    }

    @Test
    void whoMayApproveIsJudgedAndNobodyIsAsked() {
        program.tells("kim", "who has to okay read on sales.orders for me?");

        program.eventually(() -> has("kim", "grant sales.orders", "after a yes from", "Dan", "Nobody was asked"));
        assertThat(requests("kim")).isZero();
    }

    @Test
    void whatAPriceWasAskedOfIsAskedForByAWordThatSaysSoAndNotByAnOk() {
        program.tells("dan", "what would a notebook for 3 hours cost?");
        program.eventually(() -> has("dan", "Nothing was asked for", "Ask for it"));
        program.tells("dan", "ok");
        program.tells("dan", "is there a gpu free?");
        program.eventually(() -> has("dan", "I do not see before it is asked for", "the platform team, in #"));
        assertThat(requests("dan")).isZero();

        program.tells("pat", "what would a notebook for 3 hours cost?");
        program.eventually(() -> has("pat", "Nothing was asked for", "Ask for it"));
        program.tells("pat", "ok do that");
        program.eventually(() -> requests("pat") == 1);
    }

    @Test
    void whoseYesIsWaitedForIsToldWithTheRequest() {
        program.tells("omar", "whose yes does that need?");
        program.eventually(() -> has("omar", "Nothing of yours waits for a yes"));
        program.tells("omar", "read on sales.orders for 2 days for the churn study please");
        String request = program.request("omar");
        program.eventually(() -> program.state(request).equals("waiting"));

        program.tells("omar", "who has to say yes to that?");
        program.eventually(() -> said("omar", "It needs a yes from").size() == 2);
        assertThat(requests("omar")).isEqualTo(1);

        program.tells("omar", "actually make it 3 days");
        program.eventually(() -> has("omar", "take that back and ask for this instead", "--duration 3d"));
        program.tells("dan", "why does he need it?");
        program.eventually(() -> has("dan", "To ask back, press"));
    }

    @Test
    void thanksAndComplaintsNameTheNextStepWithWhatThePersonHas() {
        program.tells("lee", "ta, you rock");
        program.eventually(() -> has("lee", "You are welcome. Say what you need next"));
        program.types("lee", "grant synthetic.products read --duration 2d");
        String request = program.request("lee");
        program.eventually(() -> program.state(request).equals("live"));

        program.tells("lee", "many thanks indeed");
        program.eventually(() -> has("lee", "You are welcome", "synthetic.products", "/qm extend"));
        program.tells("lee", "my access to synthetic.products is terribly slow");
        program.eventually(() -> has("lee", "I am sorry that access to synthetic.products", "/qm why " + request));
        program.eventually(() -> has("lee", "the platform team reads #"));
        program.tells("lee", "my rstudio crashed twice");
        program.eventually(() -> has("lee", "I am sorry. "));
        assertThat(requests("lee")).isEqualTo(1);
    }

    @Test
    void noLeaseIsListedTwiceToAManagerWhoHasOne() throws Exception {
        program.types("mia", "grant synthetic.customers read --duration 2d");
        String request = program.request("mia");
        program.eventually(() -> program.state(request).equals("live"));

        String leases =
                send("mia", HttpRequest.newBuilder(address("/api/leases"))).body();

        assertThat(leases.split(request.replace("req-", "lease-"), -1)).hasSize(2);
    }

    @Test
    void rulesOfMoreThanHalfAMillionCharactersAreNotRehearsed() throws Exception {
        assertThat(rehearsed(500_001).statusCode()).isEqualTo(413);
        assertThat(rehearsed(500_001).body()).contains("500000 characters");
        assertThat(rehearsed(500_000).statusCode()).isNotEqualTo(413);
    }

    private static HttpResponse<String> rehearsed(int characters) throws Exception {
        int half = characters / 2;
        String body = "{\"files\":{\"policies/a.yaml\":\"" + "#".repeat(half) + "\",\"policies/b.yaml\":\""
                + "#".repeat(characters - half) + "\"}}";
        return send(
                "omar",
                HttpRequest.newBuilder(address("/api/rehearse"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static URI address(String path) {
        return URI.create(
                "http://127.0.0.1:" + program.context().getEnvironment().getProperty("server.port") + path);
    }

    private static HttpResponse<String> send(String person, HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String page = http.send(
                            HttpRequest.newBuilder(address("/workspace/page/state?as=" + person))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            String token = "";
            for (var account : JsonMapper.shared().readTree(page).path("people")) {
                if (account.path("account").asString("").equals(person)) {
                    token = account.path("token").asString("");
                }
            }
            assertThat(token).as(page).isNotEmpty();
            return http.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static long requests(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static boolean has(String person, String... words) {
        return program.told(person).stream()
                .anyMatch(each -> List.of(words).stream().allMatch(each::contains));
    }

    private static List<String> said(String person, String words) {
        return program.told(person).stream()
                .filter(each -> each.contains(words))
                .toList();
    }
}

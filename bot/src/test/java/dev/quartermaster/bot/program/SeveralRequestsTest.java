package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Several requests of one sentence that are not done at once: one message, a line for each, and none is asked for twice. */
@Sharing("asking")
@Order(16)
class SeveralRequestsTest {
    private static final String SHOWN =
            "maybe launch rstudio for 2 days and grant me read on synthetic.products for 3 days";

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    /** By signed HTTP, as Slack sends it. */
    @Test
    void eachIsAskedForOnceByItsButtonByItsFormOrWithAllTheOthers() {
        WorkspaceUser omar = new WorkspaceUser(program, "omar");
        long before = requests("omar");
        omar.says(SHOWN);
        JsonNode message = omar.sees("I read several requests in that");
        assertThat(message.toString())
                .contains("You said maybe", "*1.* *RStudio", "*2.* *Read on synthetic.products", "*Price*")
                .contains("Ask for it", "Change it in a form", "Ask for all of it");
        assertThat(requests("omar")).isEqualTo(before);

        omar.presses(message, "form:1");
        JsonNode form = omar.form();
        assertThat(form.toString()).contains("Get access to data", "synthetic.products", "\"3d\"");
        omar.sends(form, Map.of("--purpose", "a study"));
        program.eventually(() -> requests("omar") == before + 1);
        String card = program.cards("lines:%").getLast();
        program.eventually(() -> program.card("omar", card).contains("Asked for."));
        assertThat(program.card("omar", card)).contains("command:0.0").doesNotContain("command:1.0", "command:all");

        // As somebody does whose message still shows the buttons of before.
        program.presses("omar", card, "command:all", "take " + card + " all");
        assertThat(requests("omar")).isEqualTo(before + 2);
        program.presses("omar", card, "command:all", "take " + card + " all");
        program.presses("omar", card, "command:1.0", "take " + card + " 1 0");
        assertThat(requests("omar")).isEqualTo(before + 2);
        omar.sees("That was asked for already, or left");
    }

    @Test
    void aWordForAllOfThemAsksForAllOfThemOnce() {
        long before = requests("ana");
        program.tells("ana", SHOWN);
        String card = program.cards("lines:%").getLast();

        program.tells("ana", "both please");

        assertThat(requests("ana")).isEqualTo(before + 2);
        program.tells("ana", "yes");
        program.presses("ana", card, "command:0.0", "take " + card + " 0 0");
        assertThat(requests("ana")).isEqualTo(before + 2);
    }

    @Test
    void ofManyPressesAtOnceEachRequestIsAskedForOnce() {
        long before = requests("lee");
        program.tells("lee", SHOWN);
        String card = program.cards("lines:%").getLast();
        program.eventually(() -> program.card("lee", card).contains("command:all"));

        List<CompletableFuture<Void>> presses = Stream.of("all", "0 0", "1 0", "all", "1 0", "0 0")
                .map(which -> CompletableFuture.runAsync(
                        () -> program.presses("lee", card, "command:all", "take " + card + " " + which)))
                .toList();
        presses.forEach(CompletableFuture::join);

        assertThat(requests("lee")).isEqualTo(before + 2);
        program.eventually(() -> !program.card("lee", card).contains("command:"));
    }

    @Test
    void whatIsInNoneOfThemIsNamedOnceAndInEachForm() {
        WorkspaceUser raj = new WorkspaceUser(program, "raj");
        raj.says("launch rstudio for 2 days, and read on synthetic.products for 3 days, before Tuesday");
        JsonNode message = raj.sees("I read several requests in that");
        assertThat(message.toString().split("before Tuesday", -1))
                .as(message.toString())
                .hasSizeGreaterThan(1);
        raj.presses(message, "form:0");
        assertThat(raj.form().toString())
                .contains("Not taken over: “before Tuesday”.", "Not all that you said", "\"2d\"");
        raj.closes();
        program.tells("raj", "no");
        String card = program.cards("lines:%").getLast();
        program.eventually(() -> program.card("raj", card).contains("Left as it is."));
        assertThat(program.card("raj", card)).doesNotContain("Ask for it");
    }

    @Test
    void anExtensionStandsAmongThemWithTheThingThatIsMeant() {
        program.types("pat", "grant synthetic.products --duration 2d");
        String request = program.request("pat");
        program.eventually(() -> program.state(request).equals("live"));
        WorkspaceUser pat = new WorkspaceUser(program, "pat");
        pat.says("maybe extend my access to synthetic.products by 1 day and launch rstudio for 2 days");
        JsonNode message = pat.sees("I read several requests in that");
        assertThat(message.toString()).contains("*1.* *Read on synthetic.products, extended to 3 days*");

        pat.presses(message, "form:0");
        assertThat(pat.form().toString()).contains("Keep it longer", request.replace("req-", "lease-"), "\"1d\"");
        pat.sends(pat.form(), Map.of("term", "3 days"));

        program.eventually(() -> program.jdbc()
                .sql("select count(*) = 1 from request where extending = ? and summary like '%extended to 5 days'")
                .param(request.replace("req-", "lease-"))
                .query(Boolean.class)
                .single());
        program.types("pat", "stop " + request.replace("req-", "lease-"));
    }

    @Test
    void aCorrectionLeavesTheOneItCorrectsAndTheOtherAsItWas() {
        program.tells("dan", SHOWN);
        String card = program.cards("lines:%").getLast();
        program.tells("dan", "make that five days");

        String corrected = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("dan", corrected).contains("launch rstudio --duration 5d"));
        program.eventually(() -> program.card("dan", card).contains("Left as it is."));
        assertThat(program.card("dan", card))
                .contains("command:1.0", "form:1")
                .doesNotContain("command:0.0", "form:0", "command:all");
    }

    @Test
    void inAChannelNobodyElseAsksForThemOrOpensTheirForm() {
        WorkspaceUser iris = new WorkspaceUser(program, "iris");
        program.says("mia", "growth", SHOWN);
        String card = program.cards("lines:%").getLast();
        JsonNode message = iris.sees("I read several requests in that", "growth");
        long before = requests("iris");

        program.presses("iris", card, "command:all", "take " + card + " all");
        iris.sees("Only whoever asked can do that");
        iris.presses(message, "form:0", iris.channel("growth"));

        assertThat(iris.hasForm()).isFalse();
        assertThat(requests("iris")).isEqualTo(before);
        assertThat(program.card("mia", card)).contains("command:all");
    }

    @Test
    void aFormOpensOnlyForWhomItsQuestionWasPutToAndWhileItIsOpen() {
        WorkspaceUser mia = new WorkspaceUser(program, "mia");
        WorkspaceUser iris = new WorkspaceUser(program, "iris");
        program.says("mia", "growth", "maybe launch rstudio for 2 days");
        String card = program.cards("ask:%").getLast();
        program.eventually(() -> program.card("mia", card).contains("form:0"));
        JsonNode message = mia.sees("You said maybe", "growth");

        iris.presses(message, "form:0", iris.channel("growth"));
        assertThat(iris.hasForm()).isFalse();
        mia.presses(message, "form:0", mia.channel("growth"));
        assertThat(mia.form().toString()).contains("Start something", "\"2d\"");
        mia.closes();
        program.presses("mia", card, "dismiss", "no");
        mia.presses(message, "form:0", mia.channel("growth"));
        assertThat(mia.hasForm()).isFalse();
    }

    private static long requests(String person) {
        return program.jdbc()
                .sql("select count(*) from request where asker = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}

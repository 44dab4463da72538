package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.identity.AccountDispute;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Breaking the glass and what comes of it, as the default organisation's people see it. */
@Started
class EmergencyTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant NEXT_WEEK = TUESDAY.plus(Duration.ofDays(7));

    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void aLeadHasItAtOnceInSightOfEverybodyAndTheOwnerReviewsIt() {
        program.clock(TUESDAY);
        program.types("kim", "break-glass grant customer.accounts read --duration 2d --reason \"fraud case 42\"");
        String request = program.request("kim");
        program.eventually(() -> program.cards("glass:" + request + ":%").size() == 3);

        assertThat(program.cards("glass:" + request + ":%"))
                .containsExactlyInAnyOrder(
                        "glass:" + request + ":lee", "glass:" + request + ":#approvals", "glass:" + request + ":#risk");
        assertThat(program.card("lee", "glass:" + request + ":lee"))
                .contains("fraud case 42", "4 hours", "without the yes of");
        program.eventually(() -> program.state(request).equals("live"));
        assertThat(program.card("kim", "status:" + request)).contains("Break-glass");

        program.clock(TUESDAY.plus(Duration.ofHours(5)));
        program.runs("waiting-requests");
        program.eventually(() -> program.cards("review:" + request + ":lee").size() == 1);
        assertThat(program.card("lee", "review:" + request + ":lee")).contains("review:ok", "review:no");
        program.presses("kim", "review:" + request + ":lee", "review:ok", request);
        program.eventually(() -> has(program.told("kim"), "somebody else has to review it"));
        program.sends("lee", "review", request, Map.of("note", List.of("No case 42 is known.")));
        program.eventually(
                () -> program.card("lee", "review:" + request + ":lee").contains("not in order"));

        assertThat(program.card("lee", "review:" + request + ":lee")).doesNotContain("review:ok");
        program.eventually(() -> program.cards("reviewed:" + request + ":%").size() == 2);
        assertThat(program.card("kim", "reviewed:" + request + ":kim")).contains("No case 42 is known.");
    }

    @Test
    void whoseAccountSlackWasNotAskedAboutDecidesNothing() {
        program.clock(TUESDAY);
        program.types("raj", "grant sales.orders read --duration 2w");
        String request = program.request("raj");
        String shown = request + "|" + program.digest(request);
        program.eventually(() -> program.cards("card:" + request + ":dan").size() == 1);
        RunningProgram unconfirmed = program.unconfirmed();
        int before = requests();
        Map<String, List<String>> words = Map.of("words", List.of("no"), "note", List.of("no"));
        List<Runnable> decisions = List.of(
                () -> unconfirmed.presses("dan", "card:" + request + ":dan", "approve", shown),
                () -> unconfirmed.presses("dan", "card:" + request + ":dan", "deny", shown),
                () -> unconfirmed.sends("dan", "deny", shown, words),
                () -> unconfirmed.sends("dan", "less", shown, words),
                () -> unconfirmed.sends("dan", "review", request, words),
                () -> unconfirmed.types("dan", "approve " + request),
                () -> unconfirmed.presses("dan", "card:" + request + ":dan", "review:ok", request),
                () -> unconfirmed.presses("dan", "card:" + request + ":dan", "beforehand-yes", "pre-aaaaaaaaaa"),
                () -> unconfirmed.types("dan", "preapprove commerce 2 a100 until Friday"),
                () -> unconfirmed.types("dan", "away until Friday, omar covers"),
                () -> unconfirmed.types(
                        "kim", "break-glass grant customer.accounts read --duration 2d --reason \"fraud\""));
        for (int number = 0; number < decisions.size(); number++) {
            assertThatThrownBy(decisions.get(number)::run)
                    .as("decision %d", number)
                    .isInstanceOf(Speaker.Unconfirmed.class);
        }
        assertThat(program.state(request)).isEqualTo("waiting");
        assertThat(requests()).isEqualTo(before);
        program.presses("dan", "card:" + request + ":dan", "approve", shown);
        program.eventually(() -> !program.state(request).equals("waiting"));
    }

    private static int requests() {
        return program.jdbc()
                .sql("select count(*) from request")
                .query(Integer.class)
                .single();
    }

    @Test
    void platformTeamHearsOnceOfAnAccountThatIsNotTakenForSomebody() {
        for (int i = 0; i < 5; i++) {
            program.context()
                    .publishEvent(new AccountDispute(
                            "U0NEW",
                            "ana@example.com",
                            new PersonId("ana"),
                            "the address is known by the account U0ANA"));
        }
        program.eventually(() -> has(program.told("omar"), "slack: [U0NEW]"));
        assertThat(program.jdbc()
                        .sql("select count(*) from slack_outbox where card = 'platform:account:U0NEW:ana'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void withoutAReasonOrTheRightNothingBreaks() {
        program.types("kim", "break-glass grant customer.accounts read --duration 1h");
        program.types("ana", "break-glass grant customer.accounts read --duration 1h --reason \"curious\"");
        program.types("kim", "break-glass the bank");

        program.eventually(() -> has(program.told("kim"), "Say what you need as a command"));
        assertThat(has(program.told("kim"), "Say why")).isTrue();
        program.eventually(() -> has(program.told("ana"), "do not let you break the glass"));
        assertThat(program.jdbc()
                        .sql("select count(*) from request where asker = 'ana'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void unreviewedItIsARedLineInEverybodysDigestUntilSomebodyLooks() {
        program.clock(NEXT_WEEK);
        program.types("pat", "break-glass grant sales.orders read --duration 1h --reason \"invoice run\"");
        String request = program.request("pat");
        program.eventually(() -> program.state(request).equals("live"));
        program.clock(NEXT_WEEK.plus(Duration.ofHours(2)));
        program.runs("waiting-requests");
        program.eventually(() -> program.cards("review:" + request + ":dan").size() == 1);
        program.clock(NEXT_WEEK.plus(Duration.ofDays(2)));
        program.runs("digests");

        String day = "2026-12-03";
        program.eventually(() -> program.cards("digest:daily:iris:" + day).size() == 1);
        assertThat(program.cards("digest:daily:%:" + day)).hasSize(9);
        assertThat(program.card("iris", "digest:daily:iris:" + day))
                .contains(":red_circle:", "sales.orders", "nobody has reviewed");

        program.presses("dan", "review:" + request + ":dan", "review:ok", request);
        program.clock(NEXT_WEEK.plus(Duration.ofDays(3)));
        program.runs("digests");

        assertThat(program.cards("digest:daily:%:2026-12-04")).isEmpty();
    }

    private static boolean has(List<String> told, String words) {
        return told.stream().anyMatch(said -> said.contains(words));
    }
}

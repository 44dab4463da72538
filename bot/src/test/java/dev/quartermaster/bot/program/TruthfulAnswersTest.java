package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people are told is so, is about what they asked, and is theirs to know. */
@Sharing("asking")
@Order(1)
class TruthfulAnswersTest {
    private static RunningProgram program;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
    }

    @Test
    void whoOwnsDataIsToldWhoHasAccessAndNobodyElseIs() {
        String request = asks("ana", "grant synthetic.customers read --duration 2d --purpose \"churn study\"");
        program.eventually(() -> program.state(request).equals("live"));

        for (String owner : List.of("omar", "pat")) {
            program.types(owner, "list access synthetic.customers");
            program.eventually(
                    () -> has(owner, "Access to synthetic.customers: 1 person", "read on synthetic.customers"));
        }
        program.types("mia", "list access synthetic.customers");
        program.eventually(() -> has("mia", "read on synthetic.customers", "only people of Growth"));
        program.types("raj", "list access synthetic.customers");
        program.eventually(() -> has("raj", "is for those to see who answer for it. Ask Omar"));
        assertThat(has("raj", "read on synthetic.customers")).isFalse();
        program.types("raj", "list access");
        program.eventually(() -> has("raj", "You own no data"));
    }

    @Test
    void aPersonWhoIsNamedIsTheOneWhoseThingsAreListedToThoseWhoMaySeeThem() {
        String request = asks("raj", "grant synthetic.transactions read --duration 3d");
        program.eventually(() -> program.state(request).equals("live"));

        program.tells("lee", "what does raj have");
        program.eventually(() -> has("lee", "Raj Patel: ", request.replace("req-", "lease-")));
        program.tells("ana", "what does Raj have?");
        program.eventually(() -> has("ana", "What Raj Patel has is shown to members of Risk and platform leads"));
        assertThat(has("ana", request.replace("req-", "lease-"))).isFalse();
        program.tells("kim", "list everything Raj Patel has");
        program.eventually(() -> has("kim", "Raj Patel: ", request.replace("req-", "lease-")));
    }

    @Test
    void aMonthThatIsNoneIsSaidToBeNone() {
        program.types("mia", "spend --period 2026-13");

        program.eventually(() -> has("mia", "is no month"));
    }

    @Test
    void whatStartsLaterIsNotToldToRun() {
        asks("ana", "launch data-science-experimentation --duration 3h --from \"Monday 9:00\"");
        program.types("mia", "spend");

        program.eventually(() -> has("mia", "Ana Ferreira", "not started yet"));
    }

    @Test
    void aTeamThatIsNamedIsTheOneThatIsListedToThoseWhoMaySeeIt() {
        String request = asks("ana", "grant synthetic.products read --duration 3d");
        program.eventually(() -> program.state(request).equals("live"));
        String lease = request.replace("req-", "lease-");

        program.types("kim", "list growth");
        program.eventually(() -> has("kim", "Growth: ", lease, "danger"));
        program.types("iris", "list --team growth");
        program.eventually(() -> has("iris", "Growth: ", lease));
        assertThat(said("iris", "Growth: ")).noneMatch(list -> list.contains("Stop this?"));
        program.types("raj", "list growth");
        program.eventually(() -> has("raj", "What Growth has is shown to its members and to platform leads. Ask Mia"));
        program.types("raj", "list --team grwoth");
        program.eventually(() -> has("raj", "There is no team called grwoth", "list growth"));
    }

    @Test
    void whatWaitsIsListedForWhoeverDecidesAndForWhoeverAsked() {
        String request = asks("ana", "grant sales.orders read --duration 2w");

        program.types("dan", "list waiting");
        program.eventually(() -> has("dan", "1 waiting for your decision", request));
        program.eventually(() -> has("dan", "approve", request + "|" + program.digest(request)));
        program.types("ana", "list waiting");
        program.eventually(() -> has("ana", "0 waiting for your decision", "of yours waiting for others", request));
    }

    @Test
    void whatWaitsOfATeamIsListedForItsMembersToo() {
        String request = asks("ana", "grant sales.orders read --duration 13d");

        program.types("kim", "list growth");
        program.eventually(() -> has("kim", "Growth: ", request));
    }

    @Test
    void aLeadsAskThatWaitsIsFoundAmongEverybodys() {
        String first = asks("iris", "grant customer.accounts read --duration 2w");
        assertThat(program.state(first)).isEqualTo("waiting");
        // 200 of other people, filed since.
        program.jdbc().sql("""
                        insert into request (id, event_key, asker, team, summary, purpose, judgement, digest, state, asked_at,
                            lapses_at)
                        select 'req-zzzzzzz' || translate(lpad(number::text, 3, '0'), '0189', 'abcd'), 'other-' || number, 'lee',
                            team, summary, purpose, judgement, digest, 'withdrawn', now() + make_interval(secs => number),
                            lapses_at
                        from request, generate_series(1, 200) as number where id = ?""").param(first).update();

        assertThat(asks("iris", "grant customer.accounts read --duration 2w")).isEqualTo(first);
    }

    @Test
    void aSecondYesAndOneThatCameTooLateAreAnsweredInWords() {
        String request = asks("ana", "launch ray-cluster --gpus 4 --gpu-kind t4 --duration 3d");
        program.eventually(() -> program.cards("card:" + request + ":mia").size() == 1);
        String shown = request + "|" + program.digest(request);

        program.presses("mia", "card:" + request + ":mia", "approve", shown);
        program.eventually(() -> program.card("mia", "card:" + request + ":mia").contains("*You said yes* "));
        assertThat(program.card("mia", "card:" + request + ":mia"))
                .contains("It still waits for ", "\"action_id\":\"deny\"")
                .doesNotContain("\"action_id\":\"approve\"");
        assertThat(program.card("pat", "card:" + request + ":#")).contains("\"action_id\":\"approve\"");
        program.presses("mia", "card:" + request + ":mia", "approve", shown);

        program.eventually(() -> has("mia", "You said yes already, and it counts."));
    }

    @Test
    void whyIsAnsweredAboutWhatIsMeantAndLengthsAreInWords() {
        String refused = asks("raj", "launch ray-cluster --gpus 12 --duration 72h");
        String granted = asks("raj", "grant synthetic.transactions read --duration 72h");

        program.types("raj", "why last refused");
        program.eventually(() -> has("raj", "Why: ", "Request `" + refused));
        assertThat(has("raj", "Why: ", "Request `" + granted)).isFalse();
        program.types("raj", "why --target \"synthetic transactions\"");
        program.eventually(() -> has("raj", "Why: ", "Request `" + granted));
        program.types("raj", "why --target \"rstudio\"");
        program.eventually(() -> has("raj", "Nothing of yours fits “rstudio”", " · risk · "));
        assertThat(said("raj", "Why: ")).isNotEmpty().noneMatch(card -> card.contains("PT72H"));
        assertThat(said("raj", "Why: ")).anyMatch(card -> card.contains("for: 3 days"));
    }

    @Test
    void aStrangerIsToldOfALeaseWhatTheyAreToldOfNone() {
        String request = asks("ana", "grant synthetic.* read --duration 1d");
        program.eventually(() -> program.state(request).equals("live"));
        String lease = request.replace("req-", "lease-");

        program.unsent(() -> {
            for (String command : List.of("stop ?", "extend ? 1d", "status ?", "why ?", "what if extend ? 1d")) {
                assertThat(answer(command, lease)).as(command).isEqualTo(answer(command, "lease-zzzzzzzzzz"));
            }
            for (String command :
                    List.of("withdraw ?", "approve ?", "deny ?", "status ?", "why ?", "again ?", "answer ? 1 so")) {
                assertThat(answer(command, request)).as(command).isEqualTo(answer(command, "req-zzzzzzzzzz"));
            }
        });
        assertThat(program.state(request)).isEqualTo("live");
    }

    @Test
    void theRulesAreShownAsSentences() {
        program.types("iris", "rules");
        program.eventually(() -> has("iris", "It may cost the estimate, which is over 20 EUR."));
        assertThat(said("iris", "The rules")).noneMatch(card -> card.contains("${words"));
    }

    @Test
    void anOfferWorkedOutOfTheBudgetStandsInNoChannel() {
        String wish = "launch ray-cluster --gpus 8 --gpu-kind h100 --duration 14d";
        String alone = asks("ana", wish);
        program.says("ana", "growth", wish);
        String before = program.request("ana");
        program.eventually(() -> !program.cards("status:" + before).isEmpty());

        assertThat(program.card("ana", "status:" + alone)).contains("150 % of its budget", "This would work", " days");
        assertThat(before).isNotEqualTo(alone);
        assertThat(program.card("ana", "status:" + before))
                .contains("150 % of its budget")
                .doesNotContain("This would work", "\"command:");
    }

    @Test
    void aCommandTooLongForAButtonIsCarriedWhole() {
        String purpose = "churn “study” \\ ".repeat(170).strip();
        String request = asks(
                "ana",
                "launch ray-cluster --gpus 12 --duration 1d --purpose \"" + purpose.replaceAll("([“”\\\\])", "\\\\$1")
                        + "\"");
        String card = program.card("ana", "status:" + request);
        String value = card.replaceAll("(?s).*(stored:[0-9a-f]{64}).*", "$1");
        assertThat(value).startsWith("stored:");

        program.presses("ana", "status:" + request, "command:0", value);

        String offered = program.request("ana");
        assertThat(offered).isNotEqualTo(request);
        assertThat(program.jdbc()
                        .sql("select purpose from request where id = ?")
                        .param(offered)
                        .query(String.class)
                        .single())
                .isEqualTo(purpose);
        assertThat(program.state(offered)).isEqualTo("waiting");
    }

    private static String asks(String person, String command) {
        program.types(person, command);
        return program.request(person);
    }

    /** What lee is told of it, with the id left out. */
    private static String answer(String command, String id) {
        int before = program.written("lee").size();
        program.types("lee", command.replace("?", id));
        List<String> answers = program.written("lee");
        assertThat(answers).as(command).hasSizeGreaterThan(before);
        return answers.getLast().replaceAll("\"block_id\":\"[^\"]*\"", "").replace(id, "?");
    }

    private static List<String> said(String person, String words) {
        return program.told(person).stream()
                .filter(each -> each.contains(words))
                .toList();
    }

    private static boolean has(String person, String... words) {
        return program.told(person).stream()
                .anyMatch(each -> List.of(words).stream().allMatch(each::contains));
    }
}

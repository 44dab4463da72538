package dev.quartermaster.bot.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.conversation.home.HomePage;
import dev.quartermaster.bot.program.RunningProgram;
import dev.quartermaster.bot.program.Started;
import dev.quartermaster.bot.program.StatementTally;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is shown of many leases and requests asks the database as often as for one. */
@Started(
        settings = {
            StatementTally.SOURCES,
            "--quartermaster.api-tokens=ana@example.com=anas,mia@example.com=mias,omar@example.com=omars"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsDoNotGrowTest {
    private static final String OTHER =
            "regexp_replace($1, '-....', '-z' || translate(lpad(n::text, 3, '0'), '0123456789', 'abcdefghij'))";

    private final RunningProgram program;
    private final List<String> originals = new ArrayList<>();
    private int made;

    StatementsDoNotGrowTest(RunningProgram program) {
        this.program = program;
    }

    @BeforeAll
    void oneThatIsLiveAndOneThatWaits() {
        program.types("ana", "launch data-science-experimentation");
        String live = program.request("ana");
        program.eventually(() -> program.state(live).equals("live"));
        program.types("ana", "launch data-science-experimentation --gpus 1");
        String waiting = program.request("ana");
        originals.addAll(List.of(live, waiting, live.replace("req-", "lease-")));
        program.jdbc().sql("""
                with said as (
                    insert into words (request, text, hash) values (:waiting, 'I know the study', 'reason') returning request)
                insert into decision (request, round, person, choice, reason, at, own, stand_in, less)
                select request, 1, 'mia', 'approve', 'reason', now(), '{}', '{}', '' from said""").param("waiting", waiting).update();
        // What is drawn and told in the background of what is new has been by now, as for anything older.
        program.eventually(() -> program.jdbc()
                .sql("select not exists (select from notice where said_at is null)")
                .query(Boolean.class)
                .single());
    }

    @Test
    void ofOneOfTenAndOfAHundred() {
        List<List<String>> lists = lists();
        copied(9);
        assertThat(lists()).isEqualTo(lists);
        // A Home has the cards of three at most.
        List<List<String>> homes = homes();
        copied(90);
        assertThat(lists()).isEqualTo(lists);
        assertThat(homes()).isEqualTo(homes);

        System.out.println("statements of one's own leases, a team's, everybody's, a team's requests: " + sizes(lists)
                + "; of an analyst's Home and of one who decides: " + sizes(homes));
    }

    private static List<Integer> sizes(List<List<String>> executed) {
        return executed.stream().map(List::size).toList();
    }

    private List<List<String>> lists() {
        return List.of(leases("anas"), leases("mias"), leases("omars"), requests("mias"));
    }

    private List<List<String>> homes() {
        return List.of(home("ana"), home("omar"));
    }

    private List<String> home(String person) {
        return executed(() -> program.heard(said -> page().opened(program.speaker(person))));
    }

    private HomePage page() {
        return program.context().getBean(HomePage.class);
    }

    private List<String> leases(String token) {
        return executed(
                () -> assertThat((List<?>) state().leases("Bearer " + token).get("leases"))
                        .hasSize(made + 1));
    }

    private List<String> requests(String token) {
        return executed(
                () -> assertThat((List<?>) state().requests("Bearer " + token).get("requests"))
                        .hasSize(2 * made + 2));
    }

    private StateController state() {
        return program.context().getBean(StateController.class);
    }

    /** As many values as are asked for; the configuration in force is looked at by the clock, now and then, whoever asks. */
    private static List<String> executed(Runnable work) {
        return StatementTally.during(work).stream()
                .filter(each -> !each.contains("bundle"))
                .map(each -> each.replaceAll("\\?(, ?\\?)+", "?"))
                .toList();
    }

    /** What is live and what waits, once more under other ids; no worker looks at it. */
    private void copied(int more) {
        copied(
                "request",
                more,
                "'id', other(id), 'event_key', other(id), 'asked_at', asked_at - n * interval '1 second'");
        copied("words", more, "'request', other(request), 'id', 1000 * n + id");
        copied("decision", more, "'request', other(request)");
        copied("lease", more, "'id', other(id), 'request', other(request), 'settled', true");
        copied("lease_part", more, "'lease', other(lease)");
        copied("account", more, "'lease', other(lease)");
        program.jdbc().sql("""
                insert into usage (lease, team, from_at, per_hour)
                select a.lease, a.team, date_trunc('second', now()), a.per_hour from account a
                where not exists (select from usage u where u.lease = a.lease)""").update();
        made += more;
    }

    /** @param others columns that are not the same; {@code other(id)} is the id of a copy */
    private void copied(String table, int more, String others) {
        program.jdbc()
                .sql("insert into " + table + " overriding system value"
                        + " select (jsonb_populate_record(t, jsonb_build_object("
                        + others.replaceAll("other\\((\\w+)\\)", OTHER)
                        + "))).* from " + table + " t, generate_series(" + (made + 1) + ", " + (made + more) + ") n"
                        + " where "
                        + (others.contains("other(lease)") ? "lease" : others.contains("other(id)") ? "id" : "request")
                        + " in (:originals)")
                .param("originals", originals)
                .update();
    }
}

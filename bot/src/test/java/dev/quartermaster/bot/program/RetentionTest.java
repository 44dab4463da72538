package dev.quartermaster.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.retention.RetentionQueries;
import dev.quartermaster.actions.retention.RetentionRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every table says how long its rows stay; what is over is deleted, and nothing else. */
@Sharing("asking")
@Order(8)
class RetentionTest {
    private static final Path LIST = Path.of("../deploy/decisions/0105-how-long-rows-stay.md");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    private static RunningProgram program;
    private static RetentionQueries retention;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start(RunningProgram started) {
        program = started;
        retention = started.context().getBean(RetentionQueries.class);
        jdbc = started.jdbc();
    }

    @Test
    void everyTableSaysHowLongItsRowsStay() throws IOException {
        Set<String> tables = new TreeSet<>(jdbc.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'flyway%'""").query(String.class).list());
        Map<String, String> said = said();
        assertThat(said.keySet()).isEqualTo(tables);
        for (RetentionRule rule : retention.rules()) {
            assertThat(said.get(rule.table())).as(rule.table()).contains(rule.days() + " days");
        }
    }

    @Test
    void whatIsOverGoesAndWhatMayStillBeNeededStays() {
        jdbc.sql("""
                insert into notice (request, kind, words, at, said_at)
                select 'req-old', 'progress', 'said', qm_now() - interval '100 days', qm_now() - interval '91 days'
                from generate_series(1, 2500)""").update();
        jdbc.sql("""
                insert into notice (request, kind, words, at, said_at, due) values
                  ('req-old', 'progress', 'lately', qm_now(), qm_now() - interval '89 days', 'infinity'),
                  ('req-old', 'progress', 'unsaid', qm_now() - interval '100 days', null, 'infinity')""").update();
        purge("notice");
        assertThat(jdbc.sql("select words from notice where request = 'req-old' order by words")
                        .query(String.class)
                        .list())
                .containsExactly("lately", "unsaid");
        jdbc.sql("delete from notice where request = 'req-old'").update();
    }

    @Test
    void whatAWaitingRequestNeedsStaysHoweverOldItIs() {
        program.types("raj", "launch ray-cluster --gpus 2 --gpu-kind a100 --for 2h --purpose \"retention\"");
        String waiting = program.request("raj");
        program.eventually(() -> program.state(waiting).equals("waiting"));
        jdbc.sql("insert into gathered (person, request, batch, at) values (?, ?, 1, now() - interval '91 days'),"
                        + " ('mia', 'req-gone', 1, now() - interval '91 days'), ('mia', 'req-new', 1, now())")
                .params("mia", waiting)
                .update();
        purge("gathered");
        assertThat(jdbc.sql(
                                "select request from gathered where person = 'mia' and request in (?, 'req-gone', 'req-new')")
                        .param(waiting)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(waiting, "req-new");
        jdbc.sql("delete from gathered where request in (?, 'req-new')")
                .param(waiting)
                .update();
        program.types("raj", "withdraw " + waiting);
    }

    @Test
    void eachRuleCanBeDone() {
        jdbc.sql("""
                insert into slack_inbox (key, lane, state, at, worked_at) values
                  ('retention-old', 'U0', 'parked', now(), now() - interval '181 days'),
                  ('retention-new', 'U0', 'parked', now(), now() - interval '179 days')""").update();
        jdbc.sql("""
                insert into model_allowance (person, day, calls) values
                  ('nobody', current_date - 8, 1), ('nobody', current_date - 7, 1)""").update();
        retention.rules().forEach(retention::purge);
        assertThat(jdbc.sql("select key from slack_inbox where key like 'retention-%'")
                        .query(String.class)
                        .list())
                .containsExactly("retention-new");
        assertThat(jdbc.sql("select count(*) from model_allowance where person = 'nobody'")
                        .query(Long.class)
                        .single())
                .isOne();
        jdbc.sql("delete from slack_inbox where key = 'retention-new'").update();
    }

    private static void purge(String table) {
        retention.rules().stream().filter(rule -> rule.table().equals(table)).forEach(retention::purge);
    }

    /** What the list says of each table. */
    private static Map<String, String> said() throws IOException {
        Map<String, String> said = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            String[] cells = line.split("\\|");
            if (cells.length > 2) {
                NAME.matcher(cells[1])
                        .results()
                        .forEach(name -> assertThat(said.put(name.group(1), cells[2]))
                                .as(name.group(1))
                                .isNull());
            }
        }
        return said;
    }
}

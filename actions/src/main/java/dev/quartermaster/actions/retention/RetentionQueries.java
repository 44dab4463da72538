package dev.quartermaster.actions.retention;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what has stayed long enough, a thousand rows at a time, so that nobody waits for it. */
@Component
public class RetentionQueries {
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final List<RetentionRules> modules;

    RetentionQueries(JdbcClient jdbc, List<RetentionRules> modules) {
        this.jdbc = jdbc;
        this.modules = modules;
    }

    public List<RetentionRule> rules() {
        return modules.stream().flatMap(module -> module.all().stream()).toList();
    }

    /** @return how many rows of it were over and are deleted */
    public int purge(RetentionRule rule) {
        int all = 0;
        int deleted;
        do {
            deleted = jdbc.sql("delete from " + rule.table() + " where ctid in (select ctid from " + rule.table()
                            + " where " + rule.over() + " limit " + AT_ONCE + ")")
                    .param("days", rule.days())
                    .update();
            all += deleted;
        } while (deleted == AT_ONCE);
        return all;
    }
}

package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Outcomes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes with memory in a table, so that what a transaction took back was never said. */
final class SaidOutcomes implements Outcomes {
    private final JdbcClient jdbc;

    SaidOutcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists said (n bigint generated always as identity, request text, what text,"
                        + " words text)")
                .update();
    }

    static List<String> heard(JdbcClient jdbc, RequestId request) {
        return jdbc.sql("select what from said where request = ? order by n")
                .param(request.value())
                .query(String.class)
                .list();
    }

    static List<String> words(JdbcClient jdbc, RequestId request) {
        return jdbc.sql("select words from said where request = ? order by n")
                .param(request.value())
                .query(String.class)
                .list();
    }

    @Override
    public void hold(RequestId request) {}

    /** Only when the words are new, as the contract says. */
    @Override
    public void progress(RequestId request, String words) {
        if (!words(jdbc, request).contains(words)) {
            say(request, "progress", words);
        }
    }

    @Override
    public void handedOver(RequestId request, String words) {
        say(request, "handed-over", words);
    }

    @Override
    public void interrupted(RequestId request, String words) {
        say(request, "interrupted", words);
    }

    @Override
    public void endingSoon(RequestId request, String words) {
        say(request, "ending-soon", words);
    }

    @Override
    public void ended(RequestId request, String words) {
        say(request, "ended", words);
    }

    @Override
    public void failed(RequestId request, String words) {
        say(request, "failed", words);
    }

    private void say(RequestId request, String what, String words) {
        jdbc.sql("insert into said (request, what, words) values (?, ?, ?)")
                .params(request.value(), what, words)
                .update();
    }
}

package dev.quartermaster.actions.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealPostgres
class NoticeQueriesTest {
    private final Database database;
    private final Notices notices;
    private final RequestId request = RequestId.random();

    NoticeQueriesTest(Database database) {
        this.database = database;
        this.notices = new NoticeQueries(database.jdbc(), event -> {});
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("delete from notice").update();
    }

    @Test
    void oldestComesFirstAndOnce() {
        say("one");
        say("two");
        List<Notice> claimed = database.inTransaction(() -> {
            List<Notice> found = notices.claim(1);
            found.forEach(notice -> notices.done(notice.id()));
            return found;
        });

        assertThat(claimed).extracting(Notice::words).containsExactly("one");
        assertThat(database.inTransaction(() -> notices.claim(9)))
                .extracting(Notice::words)
                .containsExactly("two");
    }

    @Test
    void aRequestsNextNoticeWaitsForTheOneBeforeIt() {
        say("one");
        say("two");
        database.inTransaction(() -> {
            assertThat(notices.claim(9)).extracting(Notice::words).containsExactly("one");
            var elsewhere = CompletableFuture.supplyAsync(() -> database.inTransaction(() -> notices.claim(9)));
            assertThat(elsewhere.join()).isEmpty();
        });
    }

    @Test
    void whatOneReplicaHoldsAnotherSkips() {
        say("one");
        database.inTransaction(() -> notices.say(RequestId.random(), Notice.Kind.PROGRESS, "two"));
        database.inTransaction(() -> {
            assertThat(notices.claim(1)).hasSize(1);
            var elsewhere = CompletableFuture.supplyAsync(() -> database.inTransaction(() -> notices.claim(9)));
            assertThat(elsewhere.join()).extracting(Notice::words).containsExactly("two");
        });
    }

    @Test
    void whatIsDelayedIsSaidLaterHoweverOften() {
        say("one");
        long id = database.inTransaction(() -> notices.claim(1)).getFirst().id();
        for (int time = 0; time < 30; time++) {
            notices.delayed(id);
        }
        assertThat(database.inTransaction(() -> notices.claim(9))).isEmpty();

        database.jdbc().sql("update notice set due = qm_now()").update();

        assertThat(database.inTransaction(() -> notices.claim(9)))
                .extracting(Notice::words)
                .containsExactly("one");
    }

    @Test
    void whatOnlyANewerReplicaUnderstandsHoldsUpNothing() {
        say("newer");
        database.jdbc().sql("update notice set kind = 'LATER_INVENTED'").update();
        database.inTransaction(() -> notices.say(RequestId.random(), Notice.Kind.PROGRESS, "two"));

        assertThat(database.inTransaction(() -> notices.claim(9)))
                .extracting(Notice::words)
                .containsExactly("two");
    }

    private void say(String words) {
        database.inTransaction(() -> notices.say(request, Notice.Kind.PROGRESS, words));
    }
}

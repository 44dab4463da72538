package dev.quartermaster.bot.slack.stand;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One replica of the edge, or more on the same database, before one Slack for all tests of a class. */
@ExtendWith(Postgres.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EdgeTestCase {
    protected final Listener listener = new Listener();
    protected FakeSlack slack;
    protected Edge edge;
    private final Deque<Edge> replicas = new ArrayDeque<>();
    private Postgres.Fresh database;

    @BeforeAll
    void start(Postgres.Fresh fresh) throws IOException {
        database = fresh;
        slack = new FakeSlack();
        edge = replica();
    }

    protected final Edge replica() {
        Edge replica = Edge.start(database.url(), slack, listener, listener);
        replicas.push(replica);
        return replica;
    }

    @AfterAll
    void stop() {
        replicas.forEach(Edge::close);
        slack.close();
    }

    @BeforeEach
    void nothingHeardOrSaid() {
        listener.reset();
        slack.reset();
    }
}

package dev.quartermaster.actions.audit;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chains in their table. The head's row is the lock that keeps numbers without gaps, and shows a cut tail. */
@Component
class ChainQueries implements Audit {
    private final JdbcClient jdbc;
    private final Json json;

    ChainQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String chain, @Nullable PersonId by, String what, Map<String, ?> detail) {
        Locked locked = lock(chain);
        Head head = locked.head();
        Fact fact = FactChain.sealed(
                new Fact(chain, head.length() + 1, locked.at(), name(by), what, json.write(detail), head.hash(), ""));
        jdbc.sql("""
                insert into fact (request, number, at, person, what, detail, previous, hash)
                values (:request, :number, :at, :person, :what, :detail, :previous, :hash)""")
                .param("request", chain)
                .param("number", fact.number())
                .param("at", fact.at().atOffset(ZoneOffset.UTC))
                .param("person", fact.by())
                .param("what", what)
                .param("detail", fact.detail())
                .param("previous", fact.previous())
                .param("hash", fact.hash())
                .update();
        jdbc.sql("update chain set length = :length, head = :head where name = :name")
                .param("length", fact.number())
                .param("head", fact.hash())
                .param("name", chain)
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String words(String request, String text) {
        String hash = Sha256.hex(text);
        jdbc.sql("insert into words (request, text, hash) values (:request, :text, :hash)")
                .param("request", request)
                .param("text", text)
                .param("hash", hash)
                .update();
        return hash;
    }

    @Override
    public Optional<String> written(String request, String hash) {
        return jdbc.sql("select text from words where request = :request and hash = :hash limit 1")
                .param("request", request)
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    @Override
    public Map<KeptWords, String> written(Collection<KeptWords> kept) {
        Map<KeptWords, String> written = new HashMap<>();
        if (!kept.isEmpty()) {
            jdbc.sql("""
                    select request, hash, text from words
                    where (request, hash) in (select * from unnest(cast(:requests as text[]), cast(:hashes as text[])))""")
                    .param("requests", kept.stream().map(KeptWords::request).toArray(String[]::new))
                    .param("hashes", kept.stream().map(KeptWords::hash).toArray(String[]::new))
                    .query(row -> {
                        written.put(
                                new KeptWords(row.getString("request"), row.getString("hash")), row.getString("text"));
                    });
        }
        return written;
    }

    @Override
    public List<Fact> of(String chain) {
        return jdbc.sql("""
                select request, number, at, person, what, detail, previous, hash
                from fact where request = :request order by number""")
                .param("request", chain)
                .query((row, index) -> new Fact(
                        row.getString("request"),
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("what"),
                        row.getString("detail"),
                        row.getString("previous"),
                        row.getString("hash")))
                .list();
    }

    @Override
    public String verify(String chain) {
        Head head = jdbc.sql("select length, head from chain where name = :name")
                .param("name", chain)
                .query((row, index) -> head(row))
                .optional()
                .orElse(new Head(0, ""));
        return FactChain.firstFault(of(chain), head.length(), head.hash());
    }

    /** Whoever comes later waits here, and its moment is read once it has the row: facts of a chain are in the order of time. */
    private Locked lock(String chain) {
        return jdbc.sql("""
                insert into chain (name) values (:name)
                on conflict (name) do update set name = excluded.name
                returning length, head, clock_timestamp() + (select "offset" from time_offset) as now""")
                .param("name", chain)
                .query((row, index) -> new Locked(
                        head(row), row.getObject("now", OffsetDateTime.class).toInstant()))
                .single();
    }

    private static @Nullable String name(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong("length"), row.getString("head"));
    }

    private record Head(long length, String hash) {}

    private record Locked(Head head, Instant at) {}
}

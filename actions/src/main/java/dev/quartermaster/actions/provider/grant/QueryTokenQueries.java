package dev.quartermaster.actions.provider.grant;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class QueryTokenQueries implements QueryTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Bytes; as text 32 letters. */
    private static final int LENGTH = 24;

    private final JdbcClient jdbc;

    QueryTokenQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public String fresh(LeaseId lease, PartName part) {
        String token = random();
        jdbc.sql("insert into query_token (lease, part, hash) values (?, ?, ?)"
                        + " on conflict (lease, part) do update set hash = excluded.hash, at = excluded.at")
                .params(lease.value(), part.value(), Sha256.hex(token))
                .update();
        jdbc.sql("delete from query_session where (lease = ? and part = ?) or until < clock_timestamp()")
                .params(lease.value(), part.value())
                .update();
        return token;
    }

    @Override
    public void forget(LeaseId lease, PartName part) {
        jdbc.sql("delete from query_token where lease = ? and part = ?")
                .params(lease.value(), part.value())
                .update();
    }

    /** Against a token replaced at the same moment: the row of the token is held until the session stands. */
    @Override
    @Transactional
    public Optional<String> open(LeaseId lease, String token) {
        String session = random();
        int opened = jdbc.sql("insert into query_session (hash, lease, part, until)"
                        + " select ?, lease, part, clock_timestamp() + interval '8 hours' from query_token"
                        + " where lease = ? and hash = ? for share")
                .params(Sha256.hex(session), lease.value(), Sha256.hex(token))
                .update();
        return opened == 1 ? Optional.of(session) : Optional.empty();
    }

    @Override
    public boolean opened(LeaseId lease, String session) {
        return jdbc.sql("select count(*) from query_session where hash = ? and lease = ? and until > clock_timestamp()")
                        .params(Sha256.hex(session), lease.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void close(LeaseId lease, String session) {
        jdbc.sql("delete from query_session where hash = ? and lease = ?")
                .params(Sha256.hex(session), lease.value())
                .update();
    }

    private static String random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.request.PastQuestions;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** From the questions kept; where none was kept yet, as much of it as the judgement knows. */
@Component
class PastQuestionQueries implements PastQuestions {
    private static final Logger LOG = LoggerFactory.getLogger(PastQuestionQueries.class);

    private final JdbcClient jdbc;
    private final Json json;
    private final Bundles bundles;

    PastQuestionQueries(JdbcClient jdbc, Json json, Bundles bundles) {
        this.jdbc = jdbc;
        this.json = json;
        this.bundles = bundles;
    }

    /** @param asked null: asked before questions were kept. @param extending what it was to make longer; null: new */
    private record Row(
            RequestId id,
            PersonId by,
            Instant at,
            String judgement,
            @Nullable String asked,
            @Nullable String extending) {}

    @Override
    public Found since(Instant from) {
        List<Row> rows = rows(from);
        List<EvaluationRequest> questions = new ArrayList<>();
        int withoutMoney = 0;
        int unreadable = 0;
        for (Row row : rows.reversed()) {
            Optional<EvaluationRequest> asked = asked(row);
            asked.ifPresent(questions::add);
            unreadable += asked.isEmpty() ? 1 : 0;
            withoutMoney += asked.isPresent() && row.asked() == null ? 1 : 0;
        }
        return new Found(questions, withoutMoney, unreadable, count(from) - rows.size());
    }

    private List<Row> rows(Instant from) {
        return jdbc.sql("""
                select r.id, r.asker, r.asked_at, r.judgement::text as judgement, q.asked, r.extending
                from request r left join question q on q.request = r.id
                where r.asked_at >= :from order by r.asked_at desc, r.id limit :most""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> new Row(
                        new RequestId(row.getString("id")),
                        new PersonId(row.getString("asker")),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getString("judgement"),
                        row.getString("asked"),
                        row.getString("extending")))
                .list();
    }

    private int count(Instant from) {
        return jdbc.sql("select count(*) from request where asked_at >= :from")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private Optional<EvaluationRequest> asked(Row row) {
        try {
            if (row.asked() != null) {
                return Optional.of(json.read(row.asked(), EvaluationRequest.class));
            }
            // What ran at the time of an extension is known nowhere else.
            return row.extending() == null ? rebuilt(row) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException older) {
            LOG.info(
                    "The question of {} cannot be read any more: {}",
                    row.id(),
                    older.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<EvaluationRequest> rebuilt(Row row) {
        Bundle bundle = bundles.current();
        Judgement judgement = json.read(row.judgement(), Judgement.class);
        Money nothing = Money.zero(bundle.organisation().currency());
        Money perMonth = bundle.people()
                .teamOf(row.by())
                .map(Team::budget)
                .map(Team.Budget::perMonth)
                .orElse(nothing);
        return Optional.of(new EvaluationRequest(
                row.by(), judgement.intent(), row.id().lease(), row.at(), new BudgetView(perMonth, Map.of()), null));
    }
}

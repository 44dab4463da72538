package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.bot.card.overview.RequestBatchCard;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps an approver's DM readable when many requests come within ten minutes: the first few have a card each, the rest
 * stand in one message that is edited as they change. The channel and Home have every card as ever. Joins the caller's
 * transaction.
 */
@Component
class CardBatches {
    private static final String LATELY = "interval '10 minutes'";

    private final JdbcClient jdbc;
    private final RequestService desk;
    private final Bundles bundles;
    private final Outbox outbox;

    CardBatches(JdbcClient jdbc, RequestService desk, Bundles bundles, Outbox outbox) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    /** @return whether it stands with others, and needs no card of its own */
    boolean takes(RequestId request, PersonId person) {
        if (gathered(request, person)) {
            return true;
        }
        if (fresh(request, person) < bundles.current().organisation().limits().cards()) {
            return false;
        }
        long batch = batch(person);
        jdbc.sql("insert into gathered (person, request, batch) values (?, ?, ?) on conflict do nothing")
                .params(person.value(), request.value(), batch)
                .update();
        draw(new Batch(person.value(), batch));
        return true;
    }

    /** Something about it changed. */
    void refresh(RequestId request) {
        jdbc.sql("select person, batch from gathered where request = ? order by person")
                .param(request.value())
                .query(Batch.class)
                .list()
                .forEach(this::draw);
    }

    record Batch(String person, long batch) {}

    private boolean gathered(RequestId request, PersonId person) {
        return jdbc.sql("select exists (select 1 from gathered where person = ? and request = ?)")
                .params(person.value(), request.value())
                .query(Boolean.class)
                .single();
    }

    /** Cards of others that came lately; none where this one has its card already. */
    private long fresh(RequestId request, PersonId person) {
        return jdbc.sql("select case when bool_or(request = :request) then 0 else count(*) end from shown"
                        + " where person = :person and card like 'card:%' and (request = :request or since > now() - "
                        + LATELY + ")")
                .param("request", request.value())
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    /** The message of a flood that goes on, or a new one. */
    private long batch(PersonId person) {
        Optional<Long> last = jdbc.sql("select batch from gathered where person = ? and at > now() - " + LATELY
                        + " order by at desc limit 1")
                .param(person.value())
                .query(Long.class)
                .optional();
        return last.orElseGet(() -> jdbc.sql("select (extract(epoch from now()) * 1000)::bigint")
                .query(Long.class)
                .single());
    }

    private void draw(Batch batch) {
        PersonId person = new PersonId(batch.person());
        Set<String> all = new HashSet<>(jdbc.sql("select request from gathered where person = ? and batch = ?")
                .params(batch.person(), batch.batch())
                .query(String.class)
                .list());
        List<Request> waiting = desk.waitingFor(person).stream()
                .filter(request -> all.contains(request.id().value()))
                .toList();
        outbox.post(
                new MessageKey("gathered:" + batch.person() + ":" + batch.batch()),
                new Recipient.Person(person),
                RequestBatchCard.of(
                        waiting,
                        all.size(),
                        bundles.current().organisation().approvalsChannel(),
                        bundles.current().people()));
    }
}

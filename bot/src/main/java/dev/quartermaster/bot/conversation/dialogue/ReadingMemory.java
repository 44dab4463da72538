package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last reading of each person in each place, kept an hour, so that a follow-up is read in its context; and the
 * options of an open question, which a word answers for ten minutes.
 */
@Component
public class ReadingMemory {
    /** A question older than this is not answered by a word in passing. */
    private static final int OPEN_MINUTES = 10;

    private final JdbcClient database;
    private final OpenQuestions questions;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadingMemory(JdbcClient database, OpenQuestions questions) {
        this.database = database;
        this.questions = questions;
    }

    /** @param changing the request that what was read is to take the place of; null: it is one of its own */
    public void keep(IncomingMessage asking, Reading reading, @Nullable RequestId changing) {
        Optional<Candidate> last = reading.last();
        if (last.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into last_reading (person, place, candidate, offered, waiting)
                        values (?, ?, ?::jsonb, ?::jsonb, false)
                        on conflict (person, place) do update
                        set candidate = excluded.candidate, offered = excluded.offered, waiting = false, at = now()""")
                .params(
                        asking.person().value(),
                        asking.memory(),
                        json.writeValueAsString(Kept.of(last.get(), changing)),
                        json.writeValueAsString(List.of()))
                .update();
    }

    /** Whether what was read last here asked for something to be done. */
    public boolean acted(IncomingMessage asking) {
        return remembered(asking).filter(last -> last.candidate().verb().acts()).isPresent();
    }

    /** Something else was said in between: what was asked before is answered by no word any more, only by its buttons. */
    public void aside(IncomingMessage asking) {
        for (String place : places(asking)) {
            database.sql("update last_reading set offered = '[]', waiting = false where person = ? and place = ?")
                    .params(asking.person().value(), place)
                    .update();
        }
    }

    /** What was read last became this request, or is a change of it that was not made yet. */
    public Optional<RequestId> request(IncomingMessage asking) {
        return remembered(asking).flatMap(last -> Optional.ofNullable(last.request()));
    }

    /** What was read last in this place was asked for. */
    public void filed(IncomingMessage asking, RequestId request) {
        database.sql("update last_reading set candidate = candidate || jsonb_build_object('request', ?::text)"
                        + " where person = ? and place = ?")
                .params(request.value(), asking.person().value(), asking.memory())
                .update();
    }

    /** The last question was answered, or left: what it was about is not to be taken up again unasked. */
    void close(IncomingMessage asking) {
        for (String place : places(asking)) {
            database.sql("update last_reading set offered = '[]', waiting = false where person = ? and place = ?")
                    .params(asking.person().value(), place)
                    .update();
            database.sql("delete from open_question where person = ? and card ="
                            + " (select card from last_reading where person = ? and place = ?)")
                    .params(asking.person().value(), asking.person().value(), place)
                    .update();
        }
    }

    /** The question of this message was answered, or left, by whom it was put to; one put since stays open. */
    void close(PersonId person, MessageKey card) {
        database.sql("update last_reading set offered = '[]', waiting = false where person = ? and card = ?")
                .params(person.value(), card.value())
                .update();
        questions.close(person, card);
    }

    /** All that wait here, oldest first. */
    List<OpenQuestions.Open> open(IncomingMessage asking) {
        return places(asking).stream()
                .flatMap(place -> questions.of(asking.person(), place, OPEN_MINUTES).stream())
                .toList();
    }

    /** The messages with the questions that a word said here would answer. */
    List<MessageKey> cards(IncomingMessage asking) {
        return places(asking).stream()
                .flatMap(place -> database
                        .sql(
                                "select card from last_reading where person = ? and place = ? and waiting and card is not null")
                        .params(asking.person().value(), place)
                        .query(String.class)
                        .list()
                        .stream())
                .map(MessageKey::new)
                .toList();
    }

    /**
     * What a question with buttons offers, so that it can be answered in words too; what was read is not done yet.
     *
     * @param card the message with the buttons; null: none that can be found again
     * @param title what it is about
     */
    void offer(IncomingMessage asking, @Nullable MessageKey card, String title, List<Option> options) {
        database.sql(
                        "update last_reading set offered = ?::jsonb, card = ?, waiting = true, at = now() where person = ? and place = ?")
                .params(
                        questions.written(options),
                        card == null ? null : card.value(),
                        asking.person().value(),
                        asking.memory())
                .update();
        if (card != null) {
            questions.add(asking, card, title, options);
        }
    }

    /** What the last question offered; empty when it was none, or was answered. */
    public List<Option> offered(IncomingMessage asking) {
        return remembered(asking).map(Remembered::offered).orElse(List.of());
    }

    /** What was read last in this thread, otherwise in the conversation it hangs in; below a card only what was said of that. */
    public Context last(IncomingMessage asking) {
        return remembered(asking).map(Remembered::context).orElseGet(Context.None::new);
    }

    private List<String> places(IncomingMessage asking) {
        return asking.about() == null
                ? Stream.of(asking.memory(), around(asking)).distinct().toList()
                : List.of(asking.memory());
    }

    /** The conversation a thread hangs in; to what begins one in a channel, the thread they were answered in there last. */
    private String around(IncomingMessage asking) {
        String channel = asking.memory().replaceFirst(":.*", "");
        return asking.begins() ? newest(asking.person(), channel).orElse(channel) : channel;
    }

    private Optional<String> newest(PersonId person, String channel) {
        return database.sql("""
                        select place from last_reading
                        where person = ? and split_part(place, ':', 1) = ? and at > now() - make_interval(mins => ?)
                        order by at desc limit 1""")
                .params(person.value(), channel, OPEN_MINUTES)
                .query(String.class)
                .optional();
    }

    /** What somebody else said last in this channel, a short while ago. */
    public Optional<Candidate> saidByOthers(IncomingMessage asking) {
        String channel = asking.memory().replaceFirst(":.*", "");
        return database.sql("""
                        select candidate, offered, false as waits from last_reading
                        where person <> ? and split_part(place, ':', 1) = ? and at > now() - make_interval(mins => ?)
                        order by at desc limit 1""")
                .params(asking.person().value(), channel, OPEN_MINUTES)
                .query((row, number) ->
                        remembered(row.getString("candidate"), row.getString("offered"), row.getBoolean("waits")))
                .optional()
                .map(Remembered::candidate);
    }

    private Optional<Remembered> remembered(IncomingMessage asking) {
        return places(asking).stream()
                .flatMap(place -> kept(asking.person(), place).stream())
                .map(last -> asking.begins() ? last.elsewhere() : last)
                .findFirst()
                .or(() -> Optional.ofNullable(asking.about())
                        .flatMap(request ->
                                kept(asking.person(), around(asking)).filter(last -> request.equals(last.request()))));
    }

    /** @param done nothing waits for an answer: it was carried out, refused or left, or the question is too old */
    private record Remembered(
            Candidate candidate,
            List<Option> offered,
            boolean done,
            @Nullable RequestId request) {
        /** Of another thread: its question is answered there, or by its buttons. */
        Remembered elsewhere() {
            return new Remembered(candidate, List.of(), done, request);
        }

        Context context() {
            return new Context.Last(
                    candidate, offered.stream().map(Option::label).toList(), done);
        }
    }

    private Optional<Remembered> kept(PersonId person, String place) {
        return database.sql("""
                        select candidate, offered, waiting and at > now() - make_interval(mins => ?) as waits
                        from last_reading
                        where person = ? and place = ? and at > now() - interval '1 hour'""")
                .params(OPEN_MINUTES, person.value(), place)
                .query((row, number) ->
                        remembered(row.getString("candidate"), row.getString("offered"), row.getBoolean("waits")))
                .optional();
    }

    private Remembered remembered(String candidate, String offered, boolean waits) {
        Kept kept = json.readValue(candidate, Kept.class);
        return new Remembered(
                kept.candidate(),
                waits ? questions.read(offered) : List.of(),
                !waits,
                kept.request() == null ? null : new RequestId(kept.request()));
    }

    /** As stored. Numbers come back as Long, as the contract has them. */
    private record Kept(
            String verb,
            Map<String, KeptSlot> slots,
            double confidence,
            @Nullable String request) {
        static Kept of(Candidate candidate, @Nullable RequestId request) {
            Map<String, KeptSlot> slots = new LinkedHashMap<>();
            candidate
                    .slots()
                    .forEach((name, slot) ->
                            slots.put(name.text(), new KeptSlot(slot.value(), slot.words(), slot.resolved())));
            return new Kept(
                    candidate.verb().name(), slots, candidate.confidence(), request == null ? null : request.value());
        }

        Candidate candidate() {
            Map<SlotName, Slot> typed = new LinkedHashMap<>();
            slots.forEach((name, slot) -> typed.put(
                    SlotName.of(name),
                    new Slot(
                            slot.value() instanceof Integer number ? Long.valueOf(number) : slot.value(),
                            slot.words(),
                            slot.resolved())));
            return new Candidate(Verb.valueOf(verb), typed, confidence);
        }
    }

    private record KeptSlot(Object value, String words, boolean resolved) {}
}

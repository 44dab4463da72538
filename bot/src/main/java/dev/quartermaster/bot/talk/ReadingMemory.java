package dev.quartermaster.bot.talk;

import dev.quartermaster.bot.slack.outbox.Key;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last reading of each person in each place, kept an hour, so that a follow-up is read in its context; and the
 * options of an open question, which a word answers for ten minutes.
 */
@Component
class ReadingMemory {
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    /** A question older than this is not answered by a word in passing. */
    private static final int OPEN_MINUTES = 10;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    ReadingMemory(JdbcClient database) {
        this.database = database;
    }

    void keep(Asking asking, Reading reading) {
        Optional<Candidate> last = reading.evidence().candidates().stream().findFirst();
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
                        json.writeValueAsString(Kept.of(last.get())),
                        json.writeValueAsString(List.of()))
                .update();
    }

    /** Whether this is the first answer to the question on that card; of two presses at once the second waits, and is not. */
    boolean first(PersonId person, Key card) {
        return database.sql("insert into answered_question (person, card) values (?, ?) on conflict do nothing")
                        .params(person.value(), card.value())
                        .update()
                == 1;
    }

    /** The last question was answered, or left: what it was about is not to be taken up again unasked. */
    void close(Asking asking) {
        for (String place : places(asking)) {
            database.sql("update last_reading set offered = '[]', waiting = false where person = ? and place = ?")
                    .params(asking.person().value(), place)
                    .update();
        }
    }

    /** The question of this message was answered, or left, by whom it was put to; one put since stays open. */
    void close(PersonId person, Key card) {
        database.sql("update last_reading set offered = '[]', waiting = false where person = ? and card = ?")
                .params(person.value(), card.value())
                .update();
    }

    /** The messages with the questions that a word said here would answer. */
    List<Key> cards(Asking asking) {
        return places(asking).stream()
                .flatMap(place -> database
                        .sql(
                                "select card from last_reading where person = ? and place = ? and waiting and card is not null")
                        .params(asking.person().value(), place)
                        .query(String.class)
                        .list()
                        .stream())
                .map(Key::new)
                .toList();
    }

    /**
     * What a question with buttons offers, so that it can be answered in words too; what was read is not done yet.
     *
     * @param card the message with the buttons; null: none that can be found again
     */
    void offer(Asking asking, @Nullable Key card, List<Option> options) {
        List<String> offered = options.stream()
                .map(option -> option.label().replace('\n', ' ') + "\n" + option.command())
                .toList();
        database.sql(
                        "update last_reading set offered = ?::jsonb, card = ?, waiting = true, at = now() where person = ? and place = ?")
                .params(
                        json.writeValueAsString(offered),
                        card == null ? null : card.value(),
                        asking.person().value(),
                        asking.memory())
                .update();
    }

    /** What the last question offered; empty when it was none, or was answered. */
    List<Option> offered(Asking asking) {
        return remembered(asking).map(Remembered::offered).orElse(List.of());
    }

    /** Of this thread, otherwise of the conversation it hangs in. */
    Context last(Asking asking) {
        return remembered(asking).map(Remembered::context).orElseGet(Context.None::new);
    }

    private static List<String> places(Asking asking) {
        return Stream.of(asking.memory(), asking.memory().replaceFirst(":.*", ""))
                .distinct()
                .toList();
    }

    private Optional<Remembered> remembered(Asking asking) {
        return places(asking).stream()
                .flatMap(place -> kept(asking.person(), place).stream())
                .findFirst();
    }

    /** @param done nothing waits for an answer: it was carried out, refused or left, or the question is too old */
    private record Remembered(Candidate candidate, List<Option> offered, boolean done) {
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
        return new Remembered(
                json.readValue(candidate, Kept.class).candidate(),
                waits
                        ? json.readValue(offered, WORDS).stream()
                                .map(ReadingMemory::option)
                                .toList()
                        : List.of(),
                !waits);
    }

    private static Option option(String written) {
        int cut = written.indexOf('\n');
        return cut < 0
                ? new Option(written, written)
                : new Option(written.substring(0, cut), written.substring(cut + 1));
    }

    /** As stored. Numbers come back as Long, as the contract has them. */
    private record Kept(String verb, Map<String, KeptSlot> slots, double confidence) {
        static Kept of(Candidate candidate) {
            Map<String, KeptSlot> slots = new LinkedHashMap<>();
            candidate
                    .slots()
                    .forEach((name, slot) ->
                            slots.put(name.text(), new KeptSlot(slot.value(), slot.words(), slot.resolved())));
            return new Kept(candidate.verb().name(), slots, candidate.confidence());
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

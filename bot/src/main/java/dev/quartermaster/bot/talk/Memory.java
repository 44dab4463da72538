package dev.quartermaster.bot.talk;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Reading.Option;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last reading of each person in each place, for an hour: what a follow-up is a follow-up to. */
@Component
class Memory {
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    Memory(JdbcClient database) {
        this.database = database;
    }

    void keep(Asking asking, Reading reading) {
        Optional<Candidate> last = reading.evidence().candidates().stream().findFirst();
        if (last.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into last_reading (person, place, candidate, offered)
                        values (?, ?, ?::jsonb, ?::jsonb)
                        on conflict (person, place) do update
                        set candidate = excluded.candidate, offered = excluded.offered, at = now()""")
                .params(
                        asking.person().value(),
                        asking.memory(),
                        json.writeValueAsString(Kept.of(last.get())),
                        json.writeValueAsString(List.of()))
                .update();
    }

    /** What a question with buttons offers, so that it can be answered in words too. */
    void offer(Asking asking, List<Option> options) {
        List<String> offered = options.stream()
                .map(option -> option.label().replace('\n', ' ') + "\n" + option.command())
                .toList();
        database.sql("update last_reading set offered = ?::jsonb, at = now() where person = ? and place = ?")
                .params(json.writeValueAsString(offered), asking.person().value(), asking.memory())
                .update();
    }

    /** What the last question offered; empty when it was none, or was answered. */
    List<Option> offered(Asking asking) {
        return kept(asking.person(), asking.memory())
                .or(() -> kept(asking.person(), asking.memory().replaceFirst(":.*", "")))
                .map(Remembered::offered)
                .orElse(List.of());
    }

    /** Of this thread, otherwise of the conversation it hangs in. */
    Context last(Asking asking) {
        return kept(asking.person(), asking.memory())
                .or(() -> kept(asking.person(), asking.memory().replaceFirst(":.*", "")))
                .map(Remembered::context)
                .orElseGet(Context.None::new);
    }

    private record Remembered(Candidate candidate, List<Option> offered) {
        Context context() {
            return new Context.Last(
                    candidate, offered.stream().map(Option::label).toList());
        }
    }

    private Optional<Remembered> kept(PersonId person, String place) {
        return database.sql("""
                        select candidate, offered from last_reading
                        where person = ? and place = ? and at > now() - interval '1 hour'""")
                .params(person.value(), place)
                .query((row, number) -> new Remembered(
                        json.readValue(row.getString("candidate"), Kept.class).candidate(),
                        json.readValue(row.getString("offered"), WORDS).stream()
                                .map(Memory::option)
                                .toList()))
                .optional();
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
                    .forEach(
                            (name, slot) -> slots.put(name, new KeptSlot(slot.value(), slot.words(), slot.resolved())));
            return new Kept(candidate.verb().name(), slots, candidate.confidence());
        }

        Candidate candidate() {
            Map<String, Slot> typed = new LinkedHashMap<>();
            slots.forEach((name, slot) -> typed.put(
                    name,
                    new Slot(
                            slot.value() instanceof Integer number ? Long.valueOf(number) : slot.value(),
                            slot.words(),
                            slot.resolved())));
            return new Candidate(Verb.valueOf(verb), typed, confidence);
        }
    }

    private record KeptSlot(Object value, String words, boolean resolved) {}
}

package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Conversations of two to five turns with known readings: complete requests, each of something else, and between them what
 * asks for nothing. Whatever was said before, only a request of its own acts, as what it is, and with its own words alone.
 */
class ComposedConversationsTest {

    private static final int CONVERSATIONS = 10_000;
    /** Each turn is embedded, so the build reads a share; {@code -Dcomposed=10000} reads all of them. */
    private static final int READ = Math.min(CONVERSATIONS, Integer.getInteger("composed", 250));

    private static final Map<String, Verb> REQUESTS = Map.of(
            "launch a notebook with {n} cores for {time}", Verb.LAUNCH,
            "I need RStudio with {n} GB of memory {end}, please", Verb.LAUNCH,
            "can I get a spark cluster with {n} workers for {time}?", Verb.LAUNCH,
            "please give me read on {data} for {time}", Verb.GRANT,
            "could {person} get write on {data} {end}?", Verb.GRANT,
            "extend my rstudio by {time}", Verb.EXTEND,
            "please keep my notebook {end}", Verb.EXTEND,
            "stop my spark cluster", Verb.STOP,
            "resize my notebook to {n} cores", Verb.RESIZE);

    /** Values on their own: an answer where something was asked, and nothing anywhere else. */
    private static final List<String> VALUES = List.of("{n}", "{n} cores", "{time}", "{end}", "{n} workers", "medium");

    private record Turn(String text, Verb verb, List<String> named) {}

    private final Random random = new Random(2_026);
    private final List<String> orders = REQUESTS.keySet().stream().sorted().toList();
    private final FollowUps followUps = new FollowUps(2_027);

    @Test
    void onlyARequestActsAndOnlyWithItsOwnWords() {
        var wrong = new ArrayList<String>();
        var turns = 0;
        var acted = 0;
        for (var n = 0; n < CONVERSATIONS; n++) {
            var conversation = conversation();
            if (n % (CONVERSATIONS / READ) != 0) {
                continue;
            }
            Context context = new Context.None();
            for (var turn : conversation) {
                var reading = Readers.read(turn.text(), context);
                turns++;
                acted += acting(reading).findAny().isPresent() ? 1 : 0;
                wrong(turn, context, reading).forEach(what -> wrong.add(what + " in: " + conversation));
                context = after(reading, context);
            }
        }
        System.out.println(READ + " of " + CONVERSATIONS + " composed conversations read, " + turns
                + " turns, of which " + acted + " act; " + wrong.size() + " wrong");
        assertThat(acted).isGreaterThan(turns / 4);
        assertThat(wrong).isEmpty();
    }

    private List<Turn> conversation() {
        var turns = new ArrayList<Turn>();
        turns.add(request());
        var more = 1 + random.nextInt(4);
        for (var n = 0; n < more; n++) {
            turns.add(
                    switch (random.nextInt(4)) {
                        case 0, 1 -> request();
                        case 2 -> new Turn(followUps.next().text(), Verb.SMALLTALK, List.of());
                        default ->
                            new Turn(
                                    filled(VALUES.get(random.nextInt(VALUES.size())), new ArrayList<>()),
                                    Verb.SMALLTALK,
                                    List.of());
                    });
        }
        return turns;
    }

    private Turn request() {
        var order = orders.get(random.nextInt(orders.size()));
        var named = new ArrayList<String>();
        return new Turn(filled(order, named), REQUESTS.get(order), named);
    }

    private String filled(String form, List<String> named) {
        var text = form;
        while (text.contains("{")) {
            var start = text.indexOf('{');
            var end = text.indexOf('}', start);
            var word = word(text.substring(start + 1, end));
            named.add(word);
            text = text.substring(0, start) + word + text.substring(end + 1);
        }
        return text;
    }

    private String word(String kind) {
        return switch (kind) {
            case "n" -> String.valueOf(4 * (1 + random.nextInt(6)));
            case "time" -> of("two weeks", "3 days", "6 hours", "90 minutes");
            case "end" -> of("until Friday", "until tomorrow noon", "until 5 pm");
            case "data" -> of("sales.orders", "sales.returns", "customer.accounts");
            default -> of("raj", "mia", "iris");
        };
    }

    private String of(String... words) {
        return words[random.nextInt(words.length)];
    }

    private static Stream<Candidate> acting(Reading reading) {
        return reading instanceof Reading.Understood understood
                ? understood.from().stream()
                        .filter(from -> !from.confirm())
                        .map(Reading.From::candidate)
                        .filter(candidate -> candidate.verb().acts())
                : Stream.empty();
    }

    /** What the next turn may answer: done where it acted, otherwise shown or asked. */
    private static Context after(Reading reading, Context before) {
        return reading.last()
                .<Context>map(last -> new Context.Last(
                        last,
                        reading instanceof Reading.Ask ask
                                ? ask.options().stream()
                                        .map(Reading.Option::label)
                                        .toList()
                                : List.of(),
                        acting(reading).findAny().isPresent() || !last.verb().acts()))
                .orElse(before);
    }

    private static List<String> wrong(Turn turn, Context context, Reading reading) {
        var text = turn.text().toLowerCase(Locale.ROOT);
        var answers = context instanceof Context.Last last && !last.done();
        var wrong = new ArrayList<String>();
        acting(reading).forEach(one -> {
            if (one.verb() != turn.verb() && !(turn.verb() == Verb.SMALLTALK && answers)) {
                wrong.add("acts as " + one.verb() + ": " + turn.text());
            }
            if (turn.verb() != Verb.SMALLTALK) {
                one.slots().values().stream()
                        .map(Slot::words)
                        .filter(words -> !text.contains(words.toLowerCase(Locale.ROOT)))
                        .forEach(words -> wrong.add("took “" + words + "” from before: " + turn.text()));
                var used = one.slots().values().stream()
                        .map(slot -> slot.words() + " " + slot.value())
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT);
                turn.named().stream()
                        .filter(word -> !used.contains(word.toLowerCase(Locale.ROOT)))
                        .forEach(word -> wrong.add("lost “" + word + "”: " + turn.text()));
            }
        });
        return wrong;
    }
}

package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Messages of two or three requests: everything named in them is done, answered, or said to be left out. */
class ComposedMessagesTest {

    private static final int MESSAGES = 10_000;
    /** The reader embeds every clause, so the build reads a share; {@code -Dcomposed=10000} reads all of them. */
    private static final int READ = Integer.getInteger("composed", 750);

    private static final List<String> CLAUSES = List.of(
            "launch a ray cluster with {gpus} for {time}",
            "grant me read on {data} for {time}",
            "extend my notebook by {time}",
            "stop {lease}",
            "give {person} read on {data} until {day}",
            "I need a notebook with {cpu} cores and {mem} GB from {hour} to {hour2} {day}",
            "spin up {gpus} until {day}",
            "read on {data} for {time}",
            "write on {data} for {time}",
            "stop {lease} and {lease2}",
            "a notebook {day} from {hour} to {hour2}",
            "keep {lease} until {day}",
            "hand {lease} to {person}",
            "launch rstudio with {mem} GB for {person}",
            "grant me read on {data} and {data2} for {time}",
            "resize {lease} to {cpu} cores",
            "can I get {gpus} for {time}?",
            "withdraw {request}");
    private static final List<String> JOINS = List.of(" and ", ", and ", ". ", "; ", " and then ", ", also ", " plus ");

    private final Random random = new Random(2_026);

    @Test
    void nothingRecognisedInSeveralRequestsIsLost() {
        var lost = new ArrayList<String>();
        for (var n = 0; n < MESSAGES; n++) {
            var named = new ArrayList<String>();
            var text = message(named);
            if (n % (MESSAGES / READ) == 0) {
                lost.addAll(lost(text, named, Readers.read(text)));
            }
        }
        System.out.println(READ + " of " + MESSAGES + " composed messages read, " + lost.size() + " entities lost");
        assertThat(lost).isEmpty();
    }

    private String message(List<String> named) {
        var message = new StringBuilder();
        var many = 2 + random.nextInt(2);
        for (var n = 0; n < many; n++) {
            message.append(n == 0 ? "" : JOINS.get(random.nextInt(JOINS.size())))
                    .append(clause(named));
        }
        return message.toString();
    }

    private String clause(List<String> named) {
        var clause = CLAUSES.get(random.nextInt(CLAUSES.size()));
        while (clause.contains("{")) {
            var start = clause.indexOf('{');
            var end = clause.indexOf('}', start);
            var word = word(clause.substring(start + 1, end));
            named.add(word);
            clause = clause.substring(0, start) + word + clause.substring(end + 1);
        }
        return clause;
    }

    private String word(String kind) {
        return switch (kind) {
            case "gpus" -> (2 + random.nextInt(4)) + " A100";
            case "time" -> of("two weeks", "3 days", "6 hours", "10 days", "one month");
            case "data" -> of("sales.orders", "customer.accounts", "synthetic.customers");
            case "data2" -> of("sales.returns", "product.catalogue");
            case "person" -> of("raj", "mia", "iris", "@kim");
            case "lease" -> "ray-sweep-" + random.nextInt(9);
            case "lease2" -> "lease-" + (10 + random.nextInt(80));
            case "request" -> "req-" + (10 + random.nextInt(80));
            case "cpu" -> String.valueOf(4 * (1 + random.nextInt(8)));
            case "mem" -> String.valueOf(16 * (1 + random.nextInt(8)));
            case "hour" -> String.valueOf(8 + random.nextInt(4));
            case "hour2" -> String.valueOf(12 + random.nextInt(6));
            default -> of("tomorrow", "Friday", "next Tuesday");
        };
    }

    private String of(String... words) {
        return words[random.nextInt(words.length)];
    }

    /** What acts without a click must hold every word that was named; what is shown names the rest. */
    private static List<String> lost(String text, List<String> named, Reading reading) {
        if (!(reading instanceof Reading.Understood understood)) {
            return List.of();
        }
        var shown = understood.from().stream()
                .flatMap(from -> java.util.stream.Stream.concat(
                        from.candidate().slots().values().stream().map(slot -> slot.words() + " " + slot.value()),
                        from.notes().stream()))
                .collect(Collectors.joining(" | "))
                .toLowerCase(Locale.ROOT);
        return named.stream()
                .filter(word -> !shown.contains(word.toLowerCase(Locale.ROOT).replace("@", "")))
                .map(word -> word + " in: " + text + " -> " + shown)
                .toList();
    }
}

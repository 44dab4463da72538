package dev.quartermaster.intents.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores sentences of a JSONL file given as the argument ({@code text}, {@code intent}, {@code slots}, {@code context})
 * and prints accuracy, slot hits and latency. The file stays where it is and is no part of the build.
 */
final class ScoreSentences {

    private final Interpreter interpreter = new Interpreter(List.of(new EmbeddedReader(new Prompts(), null)));
    private final List<Long> nanos = new ArrayList<>();
    private int intents;
    private int slots;
    private int slotsRight;
    private int asked;

    private ScoreSentences() {}

    public static void main(String[] arguments) throws IOException {
        var score = new ScoreSentences();
        score.interpreter.read(Sample.says("warm up"), new Context.None(), Sample.KNOWN);
        var lines = Files.readAllLines(Path.of(arguments[0]));
        for (var line : lines) {
            score.one(new ObjectMapper().readTree(line));
        }
        Collections.sort(score.nanos);
        System.out.printf(
                "intents %d of %d (%.1f %%), slots %d of %d (%.1f %%), asked %d; p50 %.1f ms, p99 %.1f ms%n",
                score.intents,
                lines.size(),
                100.0 * score.intents / lines.size(),
                score.slotsRight,
                score.slots,
                100.0 * score.slotsRight / Math.max(1, score.slots),
                score.asked,
                score.nanos.get(score.nanos.size() / 2) / 1e6,
                score.nanos.get(score.nanos.size() * 99 / 100) / 1e6);
    }

    private void one(JsonNode gold) {
        var text = gold.get("text").asText();
        var started = System.nanoTime();
        var view = InterpretView.of(interpreter.read(Sample.says(text), context(gold.get("context")), Sample.KNOWN));
        nanos.add(System.nanoTime() - started);
        var readings = (List<?>) view.get("readings");
        var first = readings.isEmpty() ? Map.of("intent", "ask", "slots", Map.of()) : (Map<?, ?>) readings.getFirst();
        var wanted = gold.get("intent").asText();
        asked += readings.isEmpty() ? 1 : 0;
        var wrong = new LinkedHashMap<String, String>();
        if (first.get("intent").equals(wanted)) {
            intents++;
        } else {
            wrong.put("intent " + wanted, first.get("intent").toString());
        }
        var found = (Map<?, ?>) first.get("slots");
        gold.get("slots").properties().forEach(entry -> {
            slots++;
            if (same(entry.getValue(), found.get(entry.getKey()))) {
                slotsRight++;
            } else {
                wrong.put(entry.getKey() + "=" + entry.getValue(), String.valueOf(found.get(entry.getKey())));
            }
        });
        if (!wrong.isEmpty()) {
            System.out.println(text + "\n      " + wrong + " " + view.get("readings"));
        }
    }

    private static boolean same(JsonNode gold, Object found) {
        if (found == null) {
            return false;
        }
        if (gold.isArray() && !(found instanceof List<?>)) {
            for (var option : gold) {
                if (same(option, found)) {
                    return true;
                }
            }
            return false;
        }
        var wanted = plain(gold.isArray() ? gold.toString() : gold.asText());
        var got = plain(found.toString());
        return wanted.equals(got) || got.length() > 3 && (wanted.contains(got) || got.contains(wanted));
    }

    private static String plain(String value) {
        return value.matches("P.*\\d[A-Z]$")
                ? Duration.parse(value).toString()
                : value.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]\" ]", "");
    }

    private static Context context(JsonNode json) {
        if (json == null) {
            return new Context.None();
        }
        if (json.has("waiting")) {
            return new Context.Waiting(json.get("waiting").path("target").asText(null));
        }
        var slots = new LinkedHashMap<String, Slot>();
        json.path("slots")
                .properties()
                .forEach(entry -> slots.put(
                        entry.getKey(),
                        new Slot(
                                entry.getValue().isNumber()
                                        ? entry.getValue().asLong()
                                        : entry.getValue().asText(),
                                "",
                                true)));
        var offered = new ArrayList<String>();
        json.path("offered").forEach(option -> offered.add(option.asText()));
        var verb = Verb.valueOf(json.get("intent").asText().toUpperCase(Locale.ROOT));
        return new Context.Last(new Candidate(verb, slots, 1), offered);
    }
}

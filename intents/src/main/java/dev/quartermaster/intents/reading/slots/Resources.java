package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Quantities;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sizes: {@code 8 core 32 gig}, {@code 4xA100}, {@code a couple of H100s}, {@code no GPU}, {@code 12 workers}, {@code a big one}. */
final class Resources {

    private static final String KIND =
            "(?:nvidia[ -])?(a100|h100|h200|b200|v100|p100|t4|l4|l40s?|a10g?|a30|a40|k80)(?:-\\d+gb?)?s?";
    private static final Pattern COUNTED_KIND =
            Pattern.compile(Counts.PATTERN + " ?(?:x|×|\\*)? ?-?" + KIND + "(?:[ -]gpus?)?(?![\\w-])");
    private static final Pattern KIND_ALONE =
            Pattern.compile("(?<![\\w.-])" + KIND + "(?: ?[x×] ?(\\d{1,10}))?(?![\\w-])");
    private static final Pattern GPUS = Pattern.compile(Counts.PATTERN
            + " ?(?:x|×)?[ -]?(?:more )?(?:gpus?|graphics cards?)(?![\\w-])(?!"
            + " (?:box|cluster|machine|workstation|node|env|hour|hrs))");
    private static final Pattern COUNTED_GPU_THING =
            Pattern.compile("(?<![\\w.-])(\\d{1,10})[ -]gpu(?= (?:box|cluster|machine|workstation|env))");
    private static final Pattern GPU_OPTION = Pattern.compile("(?<!\\w)gpus?(?: ?[=:] ?| )(\\d{1,10})(?![\\w.])");
    private static final Pattern CPU = Pattern.compile(
            Counts.PATTERN + " ?-?(?:more )?(?:v?cpus?|(?:cpu )?cores?|cores?|processors?|c(?=[/ ,]\\d))(?![\\w-])");
    private static final Pattern CPU_OPTION = Pattern.compile(
            "(?<!\\w)(?:v?cpus?|cores?)(?: ?[=:] ?| )(\\d{1,10})(?![\\w.-]| ?(?:x|gpus?|g|gi|gib|gb|gigs?|gigabytes?)\\b)");
    private static final Pattern MEMORY = Pattern.compile(
            "(?<![\\w.:-])(\\d{1,9}(?:\\.\\d{1,2})?) ?-?(gib|gb|gigs?|gigabytes?|g|gi|tb|tib|mib|mb)(?![\\w-])(?:"
                    + " ?(?:of )?(?:ram|memory|mem))?(?! (?:of )?(?:disk|storage|csv|file|data))");
    private static final Pattern COMPACT = Pattern.compile("(?<![\\w.-])(\\d{1,4})c?/(\\d{1,5})gb?(?![\\w-])");
    private static final Pattern WORKERS =
            Pattern.compile(Counts.PATTERN + " (?:more |extra )?(?:workers?|executors?|nodes?)(?![\\w-])");
    private static final String THING =
            "(?:ones?|env(?:ironment)?s?|box(?:es)?|machines?|clusters?|notebooks?|workspaces?|sandbox(?:es)?|instances?|vms?|size|setup)";
    private static final Pattern SIZE = Pattern.compile(
            "(?<![\\w-])(small(?:est)?|little|tiny|medium|mid-?size[d]?|large|big|huge|beefy|xl|large-size[d]?)(?="
                    + " (?:\\w+ )?"
                    + THING + "\\b|[ ,.;!?]*$|[,.;!?]| (?:please|pls|for|until|till|env)\\b)");
    private static final Map<String, String> SIZES = Map.ofEntries(
            Map.entry("small", "small"),
            Map.entry("smallest", "small"),
            Map.entry("little", "small"),
            Map.entry("tiny", "small"),
            Map.entry("medium", "medium"),
            Map.entry("large", "large"),
            Map.entry("big", "large"),
            Map.entry("huge", "large"),
            Map.entry("beefy", "large"),
            Map.entry("xl", "large"));
    private static final Pattern COUNT = Pattern.compile(Counts.PATTERN
            + " (?:\\w+"
            + " ){0,2}?(?:environments|envs|notebooks|workspaces|sandboxes|machines|boxes|clusters|buckets)(?!\\w)");

    private final String text;
    private final String lower;
    private final List<Mention> found = new ArrayList<>();

    private Resources(String text) {
        this.text = text;
        var folded = text.toLowerCase(Locale.ROOT);
        this.lower = folded.length() == text.length() ? folded : text;
    }

    static List<Mention> find(String text) {
        var resources = new Resources(text);
        resources.gpus();
        resources.compute();
        resources.sizes();
        return resources.found;
    }

    private void gpus() {
        all(COUNTED_KIND, match -> {
            add("gpus", Counts.value(match.group(1)), match);
            add("gpu_kind", match.group(2), match);
        });
        if (found.isEmpty()) {
            all(KIND_ALONE, match -> {
                add("gpu_kind", match.group(1), match);
                if (match.group(2) != null) {
                    add("gpus", Long.valueOf(match.group(2)), match);
                }
            });
        }
        for (var pattern : List.of(GPUS, COUNTED_GPU_THING, GPU_OPTION)) {
            all(pattern, match -> once("gpus", Counts.value(match.group(1)), match));
        }
    }

    private void compute() {
        all(COMPACT, match -> {
            if (!about(match, "driver", "head")) {
                add("cpu", Long.valueOf(match.group(1)), match);
                add("memory_gb", Long.valueOf(match.group(2)), match);
            }
        });
        all(CPU, match -> {
            if (!about(match, "driver", "head")
                    && !(match.group(1).startsWith("a") && match.group(1).length() < 3)) {
                once("cpu", Counts.value(match.group(1)), match);
            }
        });
        all(CPU_OPTION, match -> once("cpu", Long.valueOf(match.group(1)), match));
        all(
                MEMORY,
                match -> Quantities.gib(match.group(1) + match.group(2)).ifPresent(gib -> {
                    if (gib.scale() <= 0 && !about(match, "driver", "head")) {
                        once("memory_gb", gib.longValueExact(), match);
                    }
                }));
        all(WORKERS, match -> once("workers", Counts.value(match.group(1)), match));
    }

    private void sizes() {
        all(SIZE, match -> {
            if (!about(match, "not", "no", "too", "as")) {
                once("size", SIZES.getOrDefault(match.group(1), "medium"), match);
            }
        });
        all(COUNT, match -> {
            var count = Counts.value(match.group(1));
            if (count != null && count > 1) {
                once("count", count, match);
            }
        });
    }

    /** Whether one of these words stands just before, an article or two aside. */
    private boolean about(Matcher match, String... words) {
        var before = lower.substring(Math.max(0, match.start() - 16), match.start());
        return before.matches("(?s).*\\b(?:" + String.join("|", words) + ")\\b[ :=]*(?:the |a |an )?\\d*c?/?$");
    }

    private void all(Pattern pattern, Consumer<Matcher> use) {
        var match = pattern.matcher(lower);
        while (match.find()) {
            use.accept(match);
        }
    }

    private void once(String slot, @Nullable Object value, Matcher match) {
        if (found.stream().noneMatch(mention -> mention.slot().equals(slot))) {
            add(slot, value, match);
        }
    }

    private void add(String slot, @Nullable Object value, Matcher match) {
        if (value != null) {
            var words = new Words(text.substring(match.start(), match.end()), match.start(), match.end());
            found.add(new Mention(slot, value, words, true));
        }
    }
}

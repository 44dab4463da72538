package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Quantities;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cores, memory and workers: {@code 8 core 32 gig}, {@code 8c/32g}, {@code 16 vCPU / 64 GiB}, {@code 12 executors}. */
final class Machines {

    private static final String TOO_MUCH =
            "(?! (?:is|are|was|were) (?:overkill|too|not|way|plenty for|more than|far)| (?:isn|aren|wasn)['’]?t enough)";
    private static final Pattern COMPACT =
            Pattern.compile("(?<![\\w.-])(\\d{1,4}) ?c? ?/ ?(\\d{1,5}) ?g(?:i?b|igs?)?(?![\\w-])");
    private static final Pattern CPU = Pattern.compile(Counts.PATTERN
            + " ?-?(?:more |extra |physical |virtual )?(?:v?cpus?|(?:cpu )?cores?|corse|cors|vcores?|processors?|c(?=[/ ,]+\\d))(?![\\w-])(?! ?(?:only|time|hours?|credits?)\\b)"
            + TOO_MUCH);
    private static final Pattern CPU_OPTION = Pattern.compile(
            "(?<!\\w)(?:v?cpus?|cores?)(?: ?[=:] ?| (?:to )?)(\\d{1,10})(?![\\w.-]| ?(?:x|gpus?|g|gi|gib|gb|gigs?|gigabytes?)\\b)");
    private static final Pattern MEMORY = Pattern.compile("(?<![\\w.:-])(?<!\\d/)(\\d{1,9}(?:\\.\\d{1,2})?|"
            + Counts.WORDS
            + "|a|half a|(?:a |one )?quarter of a|three quarters of a) ?-?(gib|gb|gigs?|gigas?|gigabytes?|gibibytes?|g|gi|tb|tib|terabytes?|mib|mb)"
            + "(?![\\w-]|/s)(?: ?(?:of )?(?:ram|memory|mem)\\b)?(?! (?:of )?(?:disk|storage|csvs?|files?|data\\b|dataset|parquet|vram|logs?|tables?|dump|images|text|pdfs|bucket|model|gpu|card|download|upload|extract))"
            + TOO_MUCH);
    private static final Pattern MEMORY_OPTION =
            Pattern.compile("(?<!\\w)(?:ram|memory|mem)(?: ?[=:] ?| (?:to )?)(\\d{1,5})(?![\\w.-])");
    private static final Pattern OF_MEMORY = Pattern.compile("(?<![\\w.:/-])(\\d{1,5}) (?:of )?(?:ram|memory|mem)\\b");
    private static final Pattern WORKERS = Pattern.compile(
            Counts.PATTERN
                    + "[ -](?:more |extra |worker |spark |ray )?(?:workers?|wo?rke?rs?|wkrs?|executors?|nodes?|replicas?)(?![\\w-])(?! (?:per|for each|each|in each)\\b(?! with))");
    private static final Pattern WORKERS_OPTION = Pattern.compile(
            "(?<!\\w)(?:workers?|executors?|nodes?)(?: count)?(?: ?[=:] ?| (?:to )?)(\\d{1,6})(?![\\w.-]| ?(?:x|c|g|gb|gigs?|cores?|cpus?)\\b)");
    private static final Pattern PER = Pattern.compile(
            Counts.PATTERN + " (?:workers?|executors?|nodes?) (?:per|for each|for every|each) ([a-z]{3,20})\\b");
    private static final Pattern COUNTED = Pattern.compile(Counts.PATTERN + " (?:\\w{1,30} )?([a-z]{3,20}s)\\b");

    /** {@code 3x10 workers}: as many as they come to. */
    private static final Pattern PRODUCT = Pattern.compile(
            "(?<![\\w.-])(\\d{1,3}) ?[x×*] ?(\\d{1,3}) (?:spark |ray )?(?:workers?|executors?|nodes?)(?![\\w-])");
    /** {@code ray 12x8c}, {@code 16w x 4c}: so many with so many cores each. */
    private static final Pattern EACH =
            Pattern.compile("(?<![\\w.-])(\\d{1,3})w? ?[x×*] ?(\\d{1,3}) ?c(?:ores?|pus?)?(?![\\w-])");
    /** {@code spark 6w 3h}: weeks and hours are said of nothing. */
    private static final Pattern SHORT = Pattern.compile(
            "\\b(?:spark|ray)(?: cluster)?,? (?:with )?(\\d{1,3})w(?= .{0,60}\\d ?(?:h|hrs?|hours?|m|mins?|d|days?)\\b)");
    /** GiB of a terabyte. */
    private static final Map<String, Long> PARTS = Map.of("quarter", 256L, "half", 512L, "three quarters", 768L);

    private final Finds finds;

    private Machines(Finds finds) {
        this.finds = finds;
    }

    static void find(Finds finds, String lower) {
        var machines = new Machines(finds);
        machines.processors();
        machines.memory();
        machines.workers(lower);
    }

    private void processors() {
        finds.all(COMPACT, match -> {
            if (!finds.about(match, Finds.Before.HEAD)) {
                finds.once(KnownSlot.CPU, Long.valueOf(match.group(1)), match);
                finds.once(KnownSlot.MEMORY_GB, Long.valueOf(match.group(2)), match);
            }
        });
        finds.all(CPU, match -> {
            var article = match.group(1).startsWith("a") && match.group(1).length() < 3;
            if (!article && !finds.about(match, Finds.Before.HEAD) && !finds.about(match, Finds.Before.NOT)) {
                finds.once(KnownSlot.CPU, Counts.value(match.group(1)), match);
            }
        });
        finds.all(CPU_OPTION, match -> finds.once(KnownSlot.CPU, Long.valueOf(match.group(1)), match));
    }

    private void memory() {
        finds.all(MEMORY, match -> {
            var passed = finds.about(match, Finds.Before.HEAD)
                    || finds.about(match, Finds.Before.NOT)
                    || finds.about(match, Finds.Before.DATA)
                    || finds.within(KnownSlot.GPU_KIND, match);
            if (!passed) {
                finds.once(KnownSlot.MEMORY_GB, gib(match), match);
            }
        });
        finds.all(MEMORY_OPTION, match -> finds.once(KnownSlot.MEMORY_GB, Long.valueOf(match.group(1)), match));
        finds.all(OF_MEMORY, match -> finds.once(KnownSlot.MEMORY_GB, Long.valueOf(match.group(1)), match));
    }

    /** Whole GiB, or null: nobody asks for a part of one, and less than that is no machine's memory. */
    private static @Nullable Long gib(Matcher match) {
        var unit = match.group(2).charAt(0);
        var written = match.group(1);
        if (written.endsWith(" a")) {
            return unit == 't' ? PARTS.get(written.replaceAll("^(?:a|one) | (?:of )?a$", "")) : null;
        }
        var digits = Character.isDigit(written.charAt(0)) ? written : String.valueOf(Counts.value(written));
        return Quantities.gib(digits + unit)
                .filter(gib -> gib.scale() <= 0)
                .map(gib -> gib.longValueExact())
                .orElse(null);
    }

    /** How many of these there are: {@code we have 5 regions}. */
    private static @Nullable Long counted(String things, String lower) {
        var thing = COUNTED.matcher(lower);
        while (thing.find()) {
            if (thing.group(2).equals(things)) {
                return Counts.value(thing.group(1));
            }
        }
        return null;
    }

    private void workers(String lower) {
        finds.all(EACH, match -> {
            finds.once(KnownSlot.WORKERS, Long.valueOf(match.group(1)), match);
            finds.once(KnownSlot.CPU, Long.valueOf(match.group(2)), match);
        });
        finds.all(SHORT, match -> finds.once(KnownSlot.WORKERS, Long.valueOf(match.group(1)), match));
        finds.all(
                PRODUCT,
                match -> finds.once(
                        KnownSlot.WORKERS, Long.parseLong(match.group(1)) * Long.parseLong(match.group(2)), match));
        finds.all(PER, match -> {
            var each = Counts.value(match.group(1));
            var kinds = counted(match.group(2) + "s", lower);
            if (each != null && kinds != null && kinds < 10_000 && each < 10_000) {
                finds.once(KnownSlot.WORKERS, each * kinds, match);
            }
        });
        finds.all(WORKERS, match -> {
            var article = match.group(1).startsWith("a") && match.group(1).length() < 3;
            var part = article || finds.about(match, Finds.Before.HEAD) || finds.about(match, Finds.Before.NOT);
            finds.once(KnownSlot.WORKERS, part ? null : Counts.value(match.group(1)), match);
        });
        finds.all(WORKERS_OPTION, match -> finds.once(KnownSlot.WORKERS, Long.valueOf(match.group(1)), match));
    }
}

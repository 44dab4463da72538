package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** GPUs by kind and number: {@code 4xA100}, {@code a couple of H100s}, {@code A100 x 2}, {@code no GPU}, {@code half a dozen T4s}. */
final class Gpus {

    private static final String KIND =
            "(?:nvidia[ -])?(a100|h100|h200|gh200|b200|v100|p100|t4|l4|l40s?|a10g?|a30|a40|a6000|k80|mi300x?)";
    /** Memory of the card itself, in the sizes cards have: {@code A100 80GB} asks for no memory of the machine. */
    private static final String CARD =
            "(?:[ -]?(?:sxm\\d?|pcie))?(?:[ -]\\(?(?:16|24|32|40|48|80|94|141) ?gb?\\)?(?= |$|[,.;)x]|s\\b))?";

    private static final String END = "s?(?:[ -]gpus?)?(?![\\w-])";
    private static final Pattern COUNTED_KIND = Pattern.compile(Counts.PATTERN
            + " ?(?:x|×|\\*)? ?-?(?:\\(\\d{1,3}\\) |(?:nos?\\.?|pieces?|pcs|units?)(?: of)? )?(?:(?:of (?:the|those|them|your) |big |more |extra |shiny |spare )?)"
            + KIND + CARD + END);
    private static final Pattern KIND_ALONE = Pattern.compile("(?<![\\w.-])" + KIND + CARD
            + "s?(?: gpus?)?(?:,? ?\\(?[x×] ?(\\d{1,10})\\)?|s? ?[:=] ?(\\d{1,10}))?(?![\\w-])");
    private static final Pattern GPUS = Pattern.compile(Counts.PATTERN
            + " ?(?:x|×)?[ -]?(?:more |extra |of those |big )?(?:gpus?|graphics cards?|video cards?|cards)(?![\\w-])(?!"
            + " (?:box|cluster|machine|workstation|node|env|hour|hrs|desktop|server|vm|instance))");
    private static final Pattern COUNTED_GPU_THING = Pattern.compile(
            "(?<![\\w.-])(\\d{1,10}|two|three|four|six|eight|dual|twin)[ -]gpu(?= (?:\\w{1,30} )?(?:box|cluster|machine|workstation|env|node|server|vm|desktop))");
    private static final Pattern GPU_OPTION =
            Pattern.compile("(?<!\\w)gpus?(?: ?[=:] ?| )(\\d{1,10})(?![\\w.]|[ -]?(?:x|hours?|h|days?|gb|cores?))");
    private static final Pattern FURTHER =
            Pattern.compile("\\ba (second|third|fourth) (?:(gpu)|" + KIND + ")s?(?![\\w-])");
    private static final Map<String, Long> FURTHERS = Map.of("second", 2L, "third", 3L, "fourth", 4L);
    private static final Pattern NONE = Pattern.compile(
            "\\b(?:cpu[ -]only|(?:don['’]?t|do not|dont|doesn['’]?t) (?:need|want|use) (?:a |any |the )?gpus?|gpus? (?:not needed|isn['’]?t needed|unnecessary)|(?:drop|remove|lose|forget|skip|ditch) (?:the |all )?gpus?)\\b");

    /** {@code two nodes with 4 gpus each}, {@code 2 machines, 4 t4 per machine}. */
    private static final Pattern PRODUCT = Pattern.compile(Counts.PATTERN
            + " (?:nodes?|machines?|workers?|boxes|servers?),? (?:with|of|having|each with|each)? ?"
            + Counts.PATTERN.replace("(?<![\\w.:/+£$€#-])", "")
            + " ?x? ?(?:" + KIND
            + "s?|gpus?|graphics cards?)(?: (?:each|apiece|per (?:node|machine|worker|box|server)))\\b");

    private Gpus() {}

    static void find(Finds finds) {
        finds.all(NONE, match -> finds.once(KnownSlot.GPUS, 0L, match));
        finds.all(PRODUCT, match -> {
            var each = Counts.value(match.group(2));
            var nodes = Counts.value(match.group(1));
            if (each != null && nodes != null && each < 1000 && nodes < 1000) {
                finds.once(KnownSlot.GPUS, each * nodes, match);
                finds.once(KnownSlot.GPU_KIND, match.group(3), match);
            }
        });
        finds.all(FURTHER, match -> {
            finds.once(KnownSlot.GPUS, FURTHERS.get(match.group(1)), match);
            finds.once(KnownSlot.GPU_KIND, match.group(3), match);
        });
        finds.all(COUNTED_KIND, match -> {
            var count = Counts.value(match.group(1));
            var meant = count != null && count > 0 && !finds.about(match, Finds.Before.NOT);
            if (meant) {
                finds.once(KnownSlot.GPUS, count, match);
                finds.once(KnownSlot.GPU_KIND, match.group(2), match);
            }
        });
        if (!finds.has(KnownSlot.GPU_KIND)) {
            finds.all(KIND_ALONE, match -> {
                if (!finds.about(match, Finds.Before.NOT)) {
                    finds.once(KnownSlot.GPU_KIND, match.group(1), match);
                    var count = match.group(2) != null ? match.group(2) : match.group(3);
                    finds.once(KnownSlot.GPUS, count == null ? null : Long.valueOf(count), match);
                }
            });
        }
        for (var pattern : List.of(GPUS, COUNTED_GPU_THING, GPU_OPTION)) {
            finds.all(pattern, match -> finds.once(KnownSlot.GPUS, Counts.value(match.group(1)), match));
        }
        finds.all(COUNTED_KIND, match -> {
            var none = Long.valueOf(0).equals(Counts.value(match.group(1)));
            finds.once(KnownSlot.GPUS, none ? 0L : null, match);
        });
    }
}

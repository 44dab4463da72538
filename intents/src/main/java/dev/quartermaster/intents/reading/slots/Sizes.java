package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How big in a word, and how many of a thing: {@code a big one}, {@code medium is fine}, {@code twelve environments}. */
final class Sizes {

    private static final String THING =
            "(?:ones?|env(?:ironment)?s?|box(?:es)?|machines?|clusters?|notebooks?|workspaces?|sandbox(?:es)?|instances?|vms?|size|setup|desktops?|workstations?|servers?|sessions?|containers?|rstudio|vscode|pycharm|jupyter(?:lab)?|spark|ray|superset|dbt|flink|kafka|workbench|playground|kernel|node)";
    private static final Pattern SIZE = Pattern.compile(
            "(?<![\\w-])(small(?:est)?|little(?! on)|tiny|wee|mini|titchy|modest|medium|mid-?size[d]?|medium-?sized|large|largest|big|biggest|huge|beefy|chunky|massive|hefty|xl|large-?size[d]?)(?="
                    + " (?:[\\w-]{1,40} ){0,2}" + THING + "(?:['’]?(?:s|ll))?\\b|[ ,.;!?)]*$|\\s*[,.;!?)]|\\s[–—-]\\s|"
                    + " (?:please|pls|plz|for|from|until|till|til|now|then|today|tonight|tomorrow|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|env|is|are|will|would|should|on|with|size|preset|if|and)\\b| \\d)(?! (?:language|data|query|model|talk)\\b)");
    private static final Pattern SIZE_OPTION =
            Pattern.compile("\\bsize(?: ?[=:] ?| )(s|m|l|xl|small|medium|large)(?![\\w-])");
    private static final Map<String, String> SIZES = Map.ofEntries(
            Map.entry("s", "small"),
            Map.entry("small", "small"),
            Map.entry("smallest", "small"),
            Map.entry("little", "small"),
            Map.entry("tiny", "small"),
            Map.entry("wee", "small"),
            Map.entry("mini", "small"),
            Map.entry("titchy", "small"),
            Map.entry("modest", "small"),
            Map.entry("l", "large"),
            Map.entry("large", "large"),
            Map.entry("largest", "large"),
            Map.entry("large-sized", "large"),
            Map.entry("large-size", "large"),
            Map.entry("big", "large"),
            Map.entry("biggest", "large"),
            Map.entry("huge", "large"),
            Map.entry("beefy", "large"),
            Map.entry("chunky", "large"),
            Map.entry("massive", "large"),
            Map.entry("hefty", "large"),
            Map.entry("xl", "large"));
    private static final String UNIT =
            "(?:v?cpus?|cores?|gb|gib|gigs?|g|gpus?|workers?|nodes?|executors?|days?|weeks?|hours?|h|d|minutes?|months?|x|eur|euros?|quid|of|at|on|in|and|or|to|a100|h100|t4)";
    private static final Pattern COUNT = Pattern.compile(
            Counts.PATTERN + "(?: ?x)? (?:(?!" + UNIT + "\\b)[\\w-]{1,40} ){0,3}?"
                    + "(?:environments|envs|notebooks|workspaces|sandboxes|machines|boxes|clusters|buckets|vs ?codes|rstudios|pycharms|jupyters|desktops|workstations|vms|instances|servers|repos|repositories|websites|keys|workbenches|seats)(?!\\w)");
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:for|host|seats?) (?:(?:the|our|my|about|around|roughly|some|up to) )?(\\d{1,4}|" + Counts.WORDS
                    + ") (?:\\w{1,30} )?(?:people|students|participants|trainees|interns|attendees|analysts|folks|new starters|starters|joiners|delegates|of us|first-years|colleagues|persons|pupils|learners|volunteers|testers|scouts|users|devs|developers|engineers|graduates|juniors|\\w{2,20}(?:ees|ists|ants|ians))\\b");

    /** {@code one rstudio each, we are four}, {@code a notebook per trainee, there are eight of us}. */
    private static final Pattern EACH = Pattern.compile(
            "\\b(?:each\\b|(?:one|an?) (?!worker|executor|node|core)[^,.;]{1,40} (?:per|for each|for every)\\b)");

    private static final Pattern OF_US =
            Pattern.compile("\\b(?:we are|we['’]?re|there are|there['’]?s) (?:about |around |roughly )?(\\d{1,4}|"
                    + Counts.WORDS + ")(?= (?:of (?:us|them)|[a-z-]{3,30}s|people)\\b|\\s*(?:[,.;!?)]|$))");

    private static final Pattern JUST_BEFORE =
            Pattern.compile("(?<![\\w-])(small|tiny|mini|medium|large|big|huge|beefy) $");

    private Sizes() {}

    /** "A small dbt": right before what is launched, whatever that is called. */
    static void before(List<Mention> mentions, Finds finds) {
        mentions.stream()
                .filter(mention -> mention.slot() == KnownSlot.PATH && mention.resolved())
                .forEach(path -> {
                    var start = path.words().start();
                    var from = Math.max(0, start - 12);
                    var size = JUST_BEFORE.matcher(finds.between(from, start));
                    if (size.find()) {
                        finds.once(
                                KnownSlot.SIZE,
                                SIZES.getOrDefault(size.group(1), "medium"),
                                from + size.start(1),
                                from + size.end(1));
                    }
                });
    }

    static void find(Finds finds) {
        finds.all(
                SIZE_OPTION, match -> finds.once(KnownSlot.SIZE, SIZES.getOrDefault(match.group(1), "medium"), match));
        finds.all(SIZE, match -> {
            if (!finds.about(match, Finds.Before.NO_SIZE)) {
                finds.once(KnownSlot.SIZE, SIZES.getOrDefault(match.group(1), "medium"), match);
            }
        });
        finds.all(
                EACH,
                each -> finds.all(OF_US, match -> finds.once(KnownSlot.COUNT, Counts.value(match.group(1)), match)));
        for (var pattern : List.of(COUNT, PEOPLE)) {
            finds.all(pattern, match -> {
                var count = finds.about(match, Finds.Before.AMID) ? null : Counts.value(match.group(1));
                finds.once(KnownSlot.COUNT, count == null || count < 2 ? null : count, match);
            });
        }
    }
}

package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.actions.ledger.SpendGroup.Key;
import dev.quartermaster.bot.card.spend.SpendView.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a question about spend wants its answer, told by its words.
 *
 * @param split null: item by item
 * @param most whether it asks who or what comes first
 * @param top the dearest so many; 0: all
 * @param focus whether it wants the file in the columns of FOCUS
 * @param unused whether it asks what was paid for and not used
 */
record SpendQuestion(
        @Nullable Key split, boolean most, int top, Kind kind, boolean csv, boolean focus, boolean unused) {
    private static final String EACH = "\\b(?:by|per|for each|for every|which|what|split by|broken down by) (?:the )?";
    private static final Map<Key, Pattern> SPLITS = Map.of(
            Key.PERSON,
            Pattern.compile(EACH
                    + "(?:persons?|people|users?|members?|colleagues?|heads?|analysts?|names?)\\b"
                    + "|\\bwho\\b[^?]{0,30}\\b(?:spen[dt]s?|spending|costs?|used|most)\\b"),
            Key.PATH,
            Pattern.compile(
                    EACH
                            + "(?:golden )?(?:paths?|kinds?|types?|environments?|services?|things?|resources?|products?|tools?)\\b"),
            Key.PURPOSE,
            Pattern.compile(EACH + "(?:purposes?|projects?|reasons?)\\b"),
            Key.DATASET,
            Pattern.compile(EACH + "(?:data ?sets?|data|tables?)\\b"),
            Key.GPU_KIND,
            Pattern.compile(EACH + "(?:kinds? of )?gpus?\\b"));
    private static final List<Key> IN_ORDER = List.of(Key.PERSON, Key.GPU_KIND, Key.PATH, Key.PURPOSE, Key.DATASET);
    private static final Pattern MOST = Pattern.compile("\\b(?:most|top|biggest|largest|highest|dearest)\\b");
    private static final String NUMBER = "(\\d{1,2}|100|three|five|ten)";
    private static final Pattern TOP = Pattern.compile("\\b(?:top|biggest|largest|highest|dearest) " + NUMBER
            + "\\b|\\b" + NUMBER + " (?:most expensive|biggest|largest|highest|dearest|costliest)\\b");
    private static final Map<String, Integer> NUMBERS = Map.of("three", 3, "five", 5, "ten", 10);
    private static final Pattern FORECAST =
            Pattern.compile("\\b(?:forecasts?|forecasted|predict\\w*|prediction|projection|projected|extrapolat\\w*)\\b"
                    + "|\\bwill\\b[^?]{0,40}\\b(?:spen[dt]|spending|cost|pay)\\b[^?]{0,40}\\b(?:month|end|total|all)\\b"
                    + "|\\b(?:spen[dt]|spending|spend)\\b[^?]{0,30}\\bby (?:the )?(?:end of|month)"
                    + "|\\bby (?:the )?end of (?:the |this )?month\\b");
    private static final Pattern LEFT =
            Pattern.compile("\\b(?:budget|money)\\b[^?]{0,30}\\b(?:left|remain\\w*|over|available|status|stand\\w*)\\b"
                    + "|\\b(?:left|remain\\w*|rest)\\b[^?]{0,30}\\bbudget\\b"
                    + "|\\bwhat(?:['’]s| is| do we have) left\\b(?! of (?:my|the|our) (?:lease|time))"
                    + "|^\\W*(?:(?:the|our|my|and|what is|what's|show me|how is) ){0,3}budget\\W*$");
    private static final String UP_OR_DOWN =
            "(?:up|down|rise|rose|risen|increas\\w*|decreas\\w*|high|higher|low|lower|jump\\w*|chang\\w*|more|less|grow\\w*|grew|drop\\w*|fell|fall\\w*|doubl\\w*)";
    private static final String SPENDING = "(?:spend|spending|spent|bill|costs)";
    private static final Pattern CHANGED = Pattern.compile("\\b(?:why|what|how come)\\b[^?]{0,40}\\b" + SPENDING
            + "\\b[^?]{0,40}\\b" + UP_OR_DOWN + "\\b|\\bwhat\\b[^?]{0,10}\\bchang\\w+\\b[^?]{0,30}\\b"
            + SPENDING + "\\b|\\bwhy\\b[^?]{0,30}\\b(?:we|team)\\b[^?]{0,20}\\b" + UP_OR_DOWN + "\\b[^?]{0,20}\\b"
            + SPENDING
            + "\\b|\\bwhy\\b[^?]{0,30}\\bspen[dt]\\w*\\b[^?]{0,20}\\b(?:so )?much\\b");
    private static final String ACTUAL = "(?:actual\\w*|real(?:ly|ity)?|came to|turned out|spent|costs?)";
    private static final Pattern ESTIMATES = Pattern.compile(
            "\\bestimat\\w+\\b[^?]{0,60}\\b" + ACTUAL + "\\b|\\b" + ACTUAL
                    + "\\b[^?]{0,60}\\bestimat\\w+\\b|\\b(?:good|right|accurate|close|wrong)\\b[^?]{0,20}\\bour estimates?\\b");
    private static final Pattern ONLY_ESTIMATES = Pattern.compile(
            "\\W*(?:show me |give me |what (?:is|was) |and )?(?:our |the |my team['’]s )?estimates? (?:against|vs\\.?|versus|and|or|to) (?:the )?actuals?(?: (?:costs?|spend|spending))?(?: (?:for|of|in|last|this) [^?]{1,30})?\\W*");
    private static final Pattern UNUSED = Pattern.compile(
            "\\b(?:not|never|didn['’]?t|without)\\b[^?]{0,15}\\bus(?:e|ed|ing)\\b|\\bunused\\b|\\bidle\\b|\\bwast(?:e|ed|ing)\\b");
    private static final Pattern CSV =
            Pattern.compile("\\b(?:csv|spreadsheet|excel|comma[- ]separated|export|download)\\b");
    /** The specification's name stands in capitals, or beside what a file is; what people focus on is neither. */
    private static final Pattern FOCUS = Pattern.compile("\\bFOCUS\\b(?! (?:on|our|my|the|your|their)\\b)"
            + "|(?i:\\bfocus[- ](?:\\d\\.\\d[- ])?(?:files?|exports?|formats?|csv|columns?|data ?sets?|specification|spec)\\b"
            + "|\\bas (?:an? )?focus\\b(?! (?:on|group|area)))");

    private static final Pattern MONEY = Pattern.compile("\\b(?:spen[dt]s?|spending|costs?|budget|bill|money)\\b"
            + "|^\\W*(?:(?:the|our|my|a|please|show me|give me|and|what is|what's) ){0,3}forecast\\W*$");
    private static final String AGAIN =
            "(?:and|now|ok|okay|so|then|what about|how about|can i (?:have|get|see) (?:it|that|this)|(?:give|show) (?:me |us )?(?:it|that|this|the same)"
                    + "|please|the same|same|split(?: it| that)?|break (?:it|that) down|(?:it|that)|also|just|only)";
    private static final Pattern FOLLOWS = Pattern.compile(
            "\\W*(?:" + AGAIN + "\\W+){0,4}"
                    + "(?:(?:by|per|for each|for every|split by) [^?]{1,40}|(?:as |in )?(?:an? |the )?(?:csv|excel|spreadsheet|focus)[^?]{0,20}"
                    + "|(?:the )?(?:top|dearest|biggest) (?:\\d{1,3}|three|five|ten)(?: [^?]{0,20})?"
                    + "|(?:what has |with |the )?(?:[ahtlv]\\d{1,3} )?gpus?(?: only| alone)?|what(?:['’]s| is) left(?: of the budget)?"
                    + "|who (?:has |have )?(?:spen[dt]s?|costs?|used) [^?]{0,30}|(?:an? |the )?forecast[^?]{0,30}|what will [^?]{0,60})\\W*");

    static SpendQuestion of(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return new SpendQuestion(
                IN_ORDER.stream()
                        .filter(key -> SPLITS.get(key).matcher(said).find())
                        .findFirst()
                        .orElse(null),
                MOST.matcher(said).find(),
                top(said),
                kind(said),
                CSV.matcher(said).find(),
                FOCUS.matcher(words).find(),
                UNUSED.matcher(said).find());
    }

    private static Kind kind(String said) {
        if (ESTIMATES.matcher(said).find()) {
            return Kind.ESTIMATES;
        }
        if (CHANGED.matcher(said).find()) {
            return Kind.CHANGED;
        }
        return FORECAST.matcher(said).find() || LEFT.matcher(said).find() ? Kind.BUDGET : Kind.SPENT;
    }

    boolean budget() {
        return kind == Kind.BUDGET;
    }

    private static int top(String said) {
        Matcher top = TOP.matcher(said);
        if (!top.find()) {
            return 0;
        }
        String number = top.group(1) == null ? top.group(2) : top.group(1);
        return NUMBERS.containsKey(number) ? NUMBERS.get(number) : Integer.parseInt(number);
    }

    private boolean plain() {
        return split == null && top == 0 && kind == Kind.SPENT && !csv && !focus;
    }

    /** Whether it only says in which other way what was just told is to be told. */
    static boolean follows(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return (!of(words).plain() || said.contains("gpu"))
                && FOLLOWS.matcher(said).matches();
    }

    /** Whether nothing is said but that, so that nothing else can be meant. */
    static boolean alone(String words) {
        return ONLY_ESTIMATES.matcher(words.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it is plainly about spend, whatever a reader takes it for. */
    static boolean plainly(String words) {
        SpendQuestion question = of(words);
        return question.kind == Kind.CHANGED
                || question.kind == Kind.ESTIMATES
                || (question.budget() || question.most && question.split != null)
                        && MONEY.matcher(words.toLowerCase(Locale.ROOT)).find();
    }
}

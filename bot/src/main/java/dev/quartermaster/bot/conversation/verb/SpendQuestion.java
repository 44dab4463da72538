package dev.quartermaster.bot.conversation.verb;

import dev.quartermaster.bot.card.overview.SpendSplitCard.Split;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a question about spend wants its answer, told by its words.
 *
 * @param split null: item by item
 * @param most whether it asks who or what comes first
 */
record SpendQuestion(@Nullable Split split, boolean most, boolean forecast, boolean csv) {
    private static final String EACH = "\\b(?:by|per|for each|for every|which|what|split by|broken down by) (?:the )?";
    private static final Pattern PERSON = Pattern.compile(EACH
            + "(?:persons?|people|users?|members?|colleagues?|heads?|analysts?|names?)\\b"
            + "|\\bwho\\b[^?]{0,30}\\b(?:spen[dt]s?|spending|costs?|used|most)\\b");
    private static final Pattern PATH = Pattern.compile(EACH
            + "(?:golden )?(?:paths?|kinds?|types?|environments?|services?|things?|resources?|products?|tools?)\\b");
    private static final Pattern PURPOSE = Pattern.compile(EACH + "(?:purposes?|projects?|reasons?)\\b");
    private static final Pattern MOST = Pattern.compile("\\b(?:most|top|biggest|largest|highest)\\b");
    private static final Pattern FORECAST =
            Pattern.compile("\\b(?:forecasts?|forecasted|predict\\w*|prediction|projection|projected|extrapolat\\w*)\\b"
                    + "|\\bwill\\b[^?]{0,40}\\b(?:spen[dt]|spending|cost|pay)\\b[^?]{0,40}\\b(?:month|end|total|all)\\b"
                    + "|\\b(?:spen[dt]|spending|spend)\\b[^?]{0,30}\\bby (?:the )?(?:end of|month)"
                    + "|\\bby (?:the )?end of (?:the |this )?month\\b");
    private static final Pattern CSV =
            Pattern.compile("\\b(?:csv|spreadsheet|excel|comma[- ]separated|export|download)\\b");
    private static final Pattern MONEY = Pattern.compile("\\b(?:spen[dt]s?|spending|costs?|budget|bill|money)\\b"
            + "|^\\W*(?:(?:the|our|my|a|please|show me|give me|and|what is|what's) ){0,3}forecast\\W*$");
    private static final String AGAIN =
            "(?:and|now|ok|okay|so|then|what about|how about|can i (?:have|get|see) (?:it|that|this)|(?:give|show) (?:me |us )?(?:it|that|this|the same)"
                    + "|please|the same|same|split(?: it| that)?|break (?:it|that) down|(?:it|that)|also)";
    private static final Pattern FOLLOWS = Pattern.compile(
            "\\W*(?:" + AGAIN + "\\W+){0,4}"
                    + "(?:(?:by|per|for each|for every|split by) [^?]{1,40}|(?:as |in )?(?:an? |the )?(?:csv|excel|spreadsheet)[^?]{0,20}"
                    + "|who (?:has |have )?(?:spen[dt]s?|costs?|used) [^?]{0,30}|(?:an? |the )?forecast[^?]{0,30}|what will [^?]{0,60})\\W*");

    static SpendQuestion of(String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return new SpendQuestion(
                split(said),
                MOST.matcher(said).find(),
                FORECAST.matcher(said).find(),
                CSV.matcher(said).find());
    }

    private static @Nullable Split split(String said) {
        if (PERSON.matcher(said).find()) {
            return Split.PERSON;
        }
        if (PATH.matcher(said).find()) {
            return Split.PATH;
        }
        return PURPOSE.matcher(said).find() ? Split.PURPOSE : null;
    }

    private boolean plain() {
        return split == null && !forecast && !csv;
    }

    /** Whether it only says in which other way what was just told is to be told. */
    boolean follows(String words) {
        return !plain() && FOLLOWS.matcher(words.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether it is plainly about spend, whatever a reader takes it for. */
    boolean plainly(String words) {
        return (forecast || most && split != null)
                && MONEY.matcher(words.toLowerCase(Locale.ROOT)).find();
    }
}

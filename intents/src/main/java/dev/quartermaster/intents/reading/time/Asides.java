package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.util.Set;

/**
 * What speaks of time without asking for any: {@code took 3 hours}, {@code every 2 hours}, {@code idle timeout 30 min},
 * {@code 30 days of history}, {@code a 90-day forecast}, {@code it failed at 06:00}.
 */
final class Asides {

    private static final Set<String> LEADING = Sentence.words("of about abt = : around the only just is to roughly ~");
    private static final Set<String> RATES =
            Sentence.words("last past previous prior every each per timeout within after in took takes take taking"
                    + " least retention ttl-idle");
    private static final Set<String> RATED =
            Sentence.words("taken than lasted lasts ran times idle once twice inactive");
    private static final Set<String> BREAKS =
            Sentence.words(". ? ! ; need want give another extend keep please can launch");
    private static final Set<String> PAST =
            Sentence.words("been took taken lasted waited waiting queued wasted lost failed idle idled hung stuck"
                    + " worked training trained since");
    private static final Set<String> SINCE_THEN =
            Sentence.words("ago old later earlier early late idle inactive already back overdue behind");
    private static final Set<String> OF_DATA =
            Sentence.words("history window lookback look-back retention rolling horizon forecast forecasts average"
                    + " moving trial delay gap lag churn outage meeting call timeout warranty view interval"
                    + " intervals granularity aggregates aggregation lookahead plan ahead apart trend series"
                    + " backtest backtests candles bars prediction predictions model data rows records params"
                    + " parameters tokens users customers events policies documents docs images lines extract"
                    + " before olds");
    private static final Set<String> OF_USE = Sentence.words(
            "access read reading write use usage gpu gpus compute runtime time work training it this that"
                    + " the these cpu notebook cluster testing spark ray experiments experimenting a100 h100 development"
                    + " runway march april may june july august september october november december january february"
                    + " my our uptime life");
    private static final Set<String> AWAY =
            Sentence.words("away leave off holiday vacation ooo pto back granted limited");
    private static final Set<String> GOING =
            Sentence.words("kill stop come comes taken take remove removed expire delete deleted finish ends");
    private static final Set<String> OFTEN =
            Sentence.words("tokens times hours hrs runs queries requests calls euros eur quid pounds rows files gb mb"
                    + " tb gigs jobs messages once twice thrice documents docs events k people users");
    private static final Set<String> HAPPENED =
            Sentence.words("failed crashed died ran went was broke happened finished closed close due ended down away"
                    + " leave off holiday out rebuilt data orders transactions claims records figures rows logs");
    private static final Set<String> EVERY = Sentence.words("every each weekdays daily nightly hourly weekly monthly");
    private static final Set<String> DAYS = Sentence.words(
            "weekday weekdays working business day week month morning evening night other single hour" + " -");

    private final Sentence said;

    Asides(Sentence said) {
        this.said = said;
    }

    /** Whether the length from {@code index} to {@code next} is told rather than asked for. */
    boolean told(int index, int next) {
        return rate(index) || often(index) || past(index) || after(index, next);
    }

    private boolean rate(int index) {
        var before = said.in(index - 1, LEADING) ? index - 2 : index - 1;
        if (said.is(before, "each") && said.in(before - 1, Ranges.COUNTED)) {
            return false;
        }
        return said.in(before, RATES)
                || said.in(before, RATED)
                || said.is(before, "history", "window", "lookback", "horizon", "interval", "schedule", "every");
    }

    /** Something of the past just before: {@code it's been 40 minutes}, {@code has been running for 3 days}. */
    private boolean past(int index) {
        for (var i = index - 1; i >= Math.max(0, index - 5); i--) {
            if (said.in(i, BREAKS)) {
                return false;
            }
            if (said.in(i, PAST)) {
                return !said.is(i, "training") || i == index - 2 && said.is(i + 1, "takes");
            }
        }
        return false;
    }

    private boolean after(int index, int next) {
        if (said.in(next, SINCE_THEN)) {
            return true;
        }
        if (said.is(next, "of") || said.is(next, "worth") && said.is(next + 1, "of")) {
            var what = said.is(next, "of") ? next + 1 : next + 2;
            return said.is(next, "worth") || !said.in(what, OF_USE);
        }
        // "a 90-day forecast", but "a 3-day cluster"
        var hyphen = said.is(next - 2, "-");
        var noun = said.is(next, "-") ? next + 1 : next;
        return said.in(noun, OF_DATA)
                || hyphen && said.is(noun, "cohort", "cohorts", "sales", "claims", "mortality", "survival", "active");
    }

    /** {@code I'm away until Monday}: somebody's absence, not the end of what is asked for. */
    boolean awayUntil(int index) {
        return said.in(index - 1, AWAY) || said.is(index - 1, "office") && said.is(index - 2, "of", "the");
    }

    /** {@code it can come down on the 18th}, {@code take it down on Friday}. */
    boolean goesAway(int index) {
        for (var i = index - 1; i >= Math.max(0, index - 9); i--) {
            if (said.is(i, "not", "don't", "dont", "never", "won't", "doesn't")) {
                return false;
            }
        }
        for (var i = index - 1; i >= Math.max(0, index - 3); i--) {
            if (said.in(i, GOING)) {
                return true;
            }
        }
        return false;
    }

    /** {@code tokens a day}, {@code twice a week}: so often, not so long. */
    private boolean often(int index) {
        return said.is(index, "a", "an", "per", "each") && said.in(index - 1, OFTEN);
    }

    /** Whether what stands at {@code index} tells when something happened: {@code failed from 3 to 5}. */
    boolean happenedAt(int index) {
        return said.in(index - 1, HAPPENED);
    }

    /** The index after {@code every weekday at 7}, {@code each Monday 06:30}; {@code index} where there is none. */
    int recurring(int index) {
        if (!said.in(index, EVERY)) {
            return index;
        }
        var at = index + 1;
        if (said.is(at, ",", "and", "&") && said.is(index, "each")) {
            return index;
        }
        while (said.in(at, DAYS)
                || said.at(at).is(Kind.WORD) && Calendar.weekday(said.at(at).text()) != null
                || said.is(at, "and", "&", ",")
                        && Calendar.weekday(said.at(at + 1).text()) != null) {
            at++;
        }
        var clock = Clocks.at(said, at);
        if (clock != null) {
            return clock.next();
        }
        var hour = said.is(at, "at", "@") ? Clocks.hour(said, at + 1) : null;
        return hour == null ? at : hour.next();
    }
}

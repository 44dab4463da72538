package dev.quartermaster.intents.reading.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What one reader reached on some cases. Shares are of 100; latencies are of one reading, in milliseconds. */
public final class Score {
    int requests;
    int requestsRight;
    int slotsWanted;
    int slotsFound;
    int slotsRight;
    int timesWanted;
    int timesFound;
    int timesRight;
    int foreign;
    int falseActions;
    int clear;
    int askedBack;
    int shownFirst;
    int orders;
    int atOnce;
    final List<Long> nanos = new ArrayList<>();
    final List<String> misses = new ArrayList<>();
    private OutcomeScore outcomes = new OutcomeScore();

    /** Of the requests in all messages, those read as what they are. */
    public double intents() {
        return share(requestsRight, requests);
    }

    /** Harmonic mean of precision and recall over slots; a wrong value counts against both. */
    public double slotF1() {
        return f1(slotsRight, slotsFound, slotsWanted);
    }

    /** The same over {@code for}, {@code until}, {@code from} and {@code period} alone. */
    public double timeF1() {
        return f1(timesRight, timesFound, timesWanted);
    }

    /** Messages that want nothing of ours and were read as something to do without a question. Must be none. */
    public int falseActions() {
        return falseActions;
    }

    /** Of the messages that are clear, those that got a question for an answer. */
    public double askedBack() {
        return share(askedBack, clear);
    }

    /** Of the messages that are clear, those that were understood and only shown, with a button, because of their form. */
    public double shownFirst() {
        return share(shownFirst, clear);
    }

    /** A sentence, what was wanted and what was read, one entry a miss. */
    public List<String> misses() {
        return Collections.unmodifiableList(misses);
    }

    /** What the messages came to. */
    public OutcomeScore outcomes() {
        return outcomes;
    }

    Score with(OutcomeScore counted) {
        outcomes = counted;
        return this;
    }

    /** Of the messages that want something done, those that are done without a click. */
    public double atOnce() {
        return share(atOnce, orders);
    }

    public double milliseconds(double quantile) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, quantile * sorted.size())) / 1e6;
    }

    static double share(int part, int whole) {
        return whole == 0 ? 100 : 100.0 * part / whole;
    }

    private static double f1(int right, int found, int wanted) {
        return found + wanted == 0 ? 100 : 200.0 * right / (found + wanted);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "intents %5.1f %% (%d of %d) · slot F1 %5.1f %% · times F1 %5.1f %% (%d) · false actions %d of %d ·"
                        + " asked back %4.1f %% of %d · shown first %4.1f %% · at once %4.1f %% of %d · p50 %.1f ms, p99"
                        + " %.1f ms",
                intents(),
                requestsRight,
                requests,
                slotF1(),
                timeF1(),
                timesWanted,
                falseActions,
                foreign,
                askedBack(),
                clear,
                shownFirst(),
                atOnce(),
                orders,
                milliseconds(0.5),
                milliseconds(0.99));
    }
}

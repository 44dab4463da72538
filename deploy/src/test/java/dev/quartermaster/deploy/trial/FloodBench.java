package dev.quartermaster.deploy.trial;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long others wait while one person's commands, sent as fast as they go, are worked: five pairs of rounds without and
 * with the flood, the median and the 99th percentile of each as a ratio to its quiet neighbour. {@code mvn verify -Pbench};
 * fewer with {@code -Dflood.asks=20 -Dflood.commands=100}.
 */
@Tag("bench")
class FloodBench {
    private static final int PAIRS = 5;
    private static final int ASKS = Integer.getInteger("flood.asks", 100);
    private static final int COMMANDS = Integer.getInteger("flood.commands", 400);
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void howLongOthersWaitInAFlood() throws Exception {
        try (Trial trial = Trial.start(folder)) {
            round(trial, "raj");
            List<List<Long>> quiet = new ArrayList<>();
            List<List<Long>> flooded = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                trial.allIsSaid();
                quiet.add(round(trial, "raj"));
                flooded.add(floodedRound(trial));
            }
            System.out.printf("%n%d pairs of %d asks, %d commands in each flood%n", PAIRS, ASKS, COMMANDS);
            row("median", quiet, flooded, each -> each.get(each.size() / 2));
            row("99th percentile", quiet, flooded, each -> each.get(each.size() * 99 / 100));
        }
    }

    private static List<Long> floodedRound(Trial trial) throws Exception {
        try (ExecutorService flood = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int each = 1; each <= COMMANDS; each++) {
                String command = "grant synthetic.customers read --duration " + each + "h";
                flood.submit(() -> trial.person("ana").commands(command));
            }
            return round(trial, "lee");
        }
    }

    /** Sorted, in nanoseconds. */
    private static List<Long> round(Trial trial, String person) throws Exception {
        List<Long> waited = new ArrayList<>();
        for (int ask = 0; ask < ASKS; ask++) {
            int before = said(trial, person);
            long asked = System.nanoTime();
            trial.person(person).says("how much did my team spend this month?");
            while (said(trial, person) == before) {
                if (System.nanoTime() - asked > PATIENCE.toNanos()) {
                    throw new AssertionError(person + " waited in vain");
                }
                Thread.sleep(2);
            }
            waited.add(System.nanoTime() - asked);
        }
        return waited.stream().sorted().toList();
    }

    private static int said(Trial trial, String person) {
        return trial.slack().in(FakeSlack.dm(person)).size();
    }

    private static void row(
            String what, List<List<Long>> quiet, List<List<Long>> flooded, ToLongFunction<List<Long>> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            ratios.add(1.0 * figure.applyAsLong(flooded.get(pair)) / figure.applyAsLong(quiet.get(pair)));
        }
        System.out.printf(
                "%-16s %6.0f ms quiet %6.0f ms in the flood; ratio %5.2f (median of %d)%n",
                what,
                middle(quiet.stream()
                        .map(each -> figure.applyAsLong(each) / 1e6)
                        .toList()),
                middle(flooded.stream()
                        .map(each -> figure.applyAsLong(each) / 1e6)
                        .toList()),
                middle(ratios),
                PAIRS);
    }

    private static double middle(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}

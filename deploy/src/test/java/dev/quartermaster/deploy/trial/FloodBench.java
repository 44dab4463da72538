package dev.quartermaster.deploy.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long others wait while one person sends commands as fast as they can: five pairs of rounds without and with the
 * flood, the median and the 99th percentile of each as a ratio to its quiet neighbour. {@code mvn verify -Pbench}.
 */
@Tag("bench")
class FloodBench {
    private static final int PAIRS = 5;
    private static final int ASKS = 50;
    private static final int FLOODING = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void howLongOthersWaitInAFlood() throws Exception {
        try (Trial trial = Trial.start(folder)) {
            round(trial, "raj");
            List<List<Long>> quiet = new ArrayList<>();
            List<List<Long>> flooded = new ArrayList<>();
            AtomicInteger sent = new AtomicInteger();
            for (int pair = 0; pair < PAIRS; pair++) {
                quiet.add(round(trial, "raj"));
                flooded.add(floodedRound(trial, sent));
            }
            System.out.printf("%n%d pairs of %d asks; %d commands in the floods%n", PAIRS, ASKS, sent.get());
            row("median", quiet, flooded, each -> each.get(each.size() / 2));
            row("99th percentile", quiet, flooded, each -> each.get(each.size() * 99 / 100));
        }
    }

    private static List<Long> floodedRound(Trial trial, AtomicInteger sent) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService flood = Executors.newFixedThreadPool(FLOODING)) {
            for (int each = 0; each < FLOODING; each++) {
                flood.submit(() -> {
                    while (!over.get()) {
                        int number = sent.incrementAndGet();
                        trial.person("ana")
                                .commands("grant synthetic.customers read --duration " + (number % 2_000 + 1) + "h");
                    }
                    return null;
                });
            }
            try {
                return round(trial, "lee");
            } finally {
                over.set(true);
            }
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
        return trial.slack().in(SlackStandIn.dm(person)).size();
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

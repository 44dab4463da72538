package dev.quartermaster.deploy.trial;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long people wait, from the outside: signed HTTP in, message at the stand-in out. Prints medians over ten rounds and
 * their ratio to a bare health request in the same run, because machines differ. {@code mvn verify -Pbench}.
 */
@Tag("bench")
class LatencyBench {
    private static final int ROUNDS = 10;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void howLongPeopleWait() throws Exception {
        try (Trial trial = Trial.start(folder)) {
            List<Long> bare = new ArrayList<>();
            List<Long> sentenceToCard = new ArrayList<>();
            List<Long> clickToParts = new ArrayList<>();
            List<Long> report = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(health(trial));
                round(trial, round, sentenceToCard, clickToParts);
                report.add(report(trial, round));
            }
            double baseline = median(bare);
            System.out.printf("%nmedian of %d rounds; the bare request took %.1f ms%n", ROUNDS, baseline / 1e6);
            row("sentence to approval card", sentenceToCard, baseline);
            row("last click to parts applied and told", clickToParts, baseline);
            row("question to spend report", report, baseline);
        }
    }

    private static void round(Trial trial, int round, List<Long> toCard, List<Long> toParts) throws Exception {
        String purpose = "bench round " + round + " of ten";
        long asked = System.nanoTime();
        trial.person("ana").says("grant me read on sales.orders for two weeks, for the " + purpose);
        FakeSlack.Post card = trial.sees(FakeSlack.dm("dan"), purpose);
        toCard.add(System.nanoTime() - asked);
        long clicked = System.nanoTime();
        trial.person("dan").presses(card, "approve");
        trial.eventually(
                "handed over",
                () -> trial.slack().in(FakeSlack.dm("ana")).reversed().stream()
                        .filter(each -> each.all().contains(purpose)
                                && Buttons.find(each, "reveal").isPresent())
                        .findFirst());
        toParts.add(System.nanoTime() - clicked);
    }

    private static long report(Trial trial, int round) throws Exception {
        int before = trial.slack().in(FakeSlack.dm("mia")).size();
        long asked = System.nanoTime();
        trial.person("mia").says("provide me with an itemised breakdown of my team's usage and spend");
        trial.eventually(
                "report " + round,
                () -> trial.slack().in(FakeSlack.dm("mia")).size() > before ? Optional.of(true) : Optional.empty());
        return System.nanoTime() - asked;
    }

    private static long health(Trial trial) throws Exception {
        Instant start = Instant.now();
        HTTP.send(
                HttpRequest.newBuilder(trial.jar().url("/actuator/health/liveness"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        return Duration.between(start, Instant.now()).toNanos();
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void row(String what, List<Long> nanos, double baseline) {
        long worst = nanos.stream().mapToLong(Long::longValue).max().orElse(0);
        System.out.printf(
                "%-40s %8.0f ms   worst %8.0f ms   %6.0f x bare%n",
                what, median(nanos) / 1e6, worst / 1e6, median(nanos) / baseline);
    }
}

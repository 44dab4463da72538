package dev.quartermaster.actions.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

@Timeout(120)
@ResourceLock("the two threads of trials")
class TrialBoxTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void whatTakesTooLongIsCutOffAndItsThreadIsFreeAgain() throws InterruptedException {
        for (int more = 0; more < 5; more++) {
            var ended = new CountDownLatch(1);
            var begun = new CountDownLatch(1);
            Thread waiting = Thread.startVirtualThread(() -> assertThat(TrialBox.within(Duration.ofSeconds(2), () -> {
                        begun.countDown();
                        return blocked(new CountDownLatch(1), ended);
                    }))
                    .isEmpty());
            begun.await();
            ended.await();
            waiting.join();
        }
        assertThat(TrialBox.within(LONG, () -> "free")).contains("free");
    }

    @Test
    void whatIsCutOffWhileItWaitsLeavesItsPlaceToOthers() throws InterruptedException {
        var open = new CountDownLatch(1);
        List<Thread> busy = many(2, open);
        for (int more = 0; more < 30; more++) {
            assertThat(TrialBox.within(SHORT, () -> "never")).isEmpty();
        }
        assertThat(TrialBox.waiting()).isZero();
        open.countDown();
        join(busy);
    }

    @Test
    void moreThanMayWaitAreRefusedInWords() throws Exception {
        Bundle now = bundle();
        var open = new CountDownLatch(1);
        List<Thread> busy = many(2, open);
        for (int more = 0; more < 8; more++) {
            busy.add(Thread.startVirtualThread(() -> TrialBox.within(LONG, () -> "waited")));
        }
        while (TrialBox.waiting() < 8) {
            Thread.onSpinWait();
        }

        assertThat(TrialBox.within(LONG, () -> "too many")).isEmpty();
        assertThat(CandidateBundle.of(now, Map.of("policies/compute.yaml", "rules: []")))
                .isInstanceOfSatisfying(
                        CandidateBundle.Wrong.class,
                        wrong -> assertThat(wrong.problems().getFirst().toString())
                                .contains("too many are trying rules right now")
                                .contains("try again in a minute"));
        // Whoever tries rules holds up nobody's decision on one.
        assertThat(CandidateBundle.agreed(
                        now, Map.of("policies/compute.yaml", now.files().get("policies/compute.yaml") + "\n")))
                .isInstanceOf(CandidateBundle.Fine.class);
        open.countDown();
        join(busy);
        assertThat(CandidateBundle.of(now, Map.of())).isInstanceOf(CandidateBundle.Fine.class);
    }

    private static List<Thread> many(int many, CountDownLatch open) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        var begun = new CountDownLatch(many);
        for (int each = 0; each < many; each++) {
            all.add(Thread.startVirtualThread(() -> TrialBox.within(LONG, () -> {
                begun.countDown();
                return blocked(open, new CountDownLatch(1));
            })));
        }
        begun.await();
        return all;
    }

    private static String blocked(CountDownLatch open, CountDownLatch ended) {
        try {
            return Boolean.toString(open.await(5, TimeUnit.MINUTES));
        } catch (InterruptedException cut) {
            ended.countDown();
            return "cut off";
        }
    }

    private static void join(List<Thread> all) throws InterruptedException {
        for (Thread each : all) {
            each.join();
        }
    }

    private static Bundle bundle() throws IOException {
        return ((Loaded.Ok) new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())).bundle();
    }
}

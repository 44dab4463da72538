package dev.quartermaster.bot.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void whoAsksWhileItRunsGetsWhatItBrings() throws Exception {
        var inside = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var work = new OneAtATime<>(() -> {
            inside.countDown();
            waitFor(go);
            return begun.incrementAndGet();
        });
        var first = new FutureTask<>(work::get);
        var second = new FutureTask<>(work::get);
        Thread.ofVirtual().start(first);
        inside.await();
        Thread waiting = Thread.ofPlatform().start(second);
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        go.countDown();
        assertThat(first.get()).isOne();
        assertThat(second.get()).isOne();
        assertThat(work.get()).isEqualTo(2);
    }

    @Test
    void whatFailedIsBegunAnew() {
        var work = new OneAtATime<>(() -> {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return "there";
        });
        assertThatThrownBy(work::get).hasMessage("away");
        assertThat(work.get()).isEqualTo("there");
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

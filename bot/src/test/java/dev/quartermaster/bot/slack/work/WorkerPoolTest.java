package dev.quartermaster.bot.slack.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A machine out of threads keeps nothing that was claimed. */
class WorkerPoolTest {
    @Test
    void whatWasClaimedAndNotBegunIsWorkedLater() throws InterruptedException {
        Numbers numbers = new Numbers();
        numbers.start();
        try {
            assertThat(numbers.done.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            numbers.stop();
        }
        assertThat(numbers.failed).hasValue(1);
        assertThat(numbers.worked).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    /** Four items, of which the second is to begin when the machine has no thread. */
    private static final class Numbers extends WorkerPool<Integer> {
        private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
        final Set<Integer> worked = ConcurrentHashMap.newKeySet();
        final CountDownLatch done = new CountDownLatch(4);
        final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        Numbers() {
            super("numbers", "number-", 4);
        }

        @Override
        protected void started(String name, Runnable work) {
            if (asked.incrementAndGet() == 2) {
                failed.incrementAndGet();
                throw new OutOfMemoryError("unable to create native thread");
            }
            super.started(name, work);
        }

        @Override
        protected void sweep() {}

        @Override
        protected Collection<Integer> claim(int places) {
            List<Integer> ready = List.of(1, 2, 3, 4).stream()
                    .filter(number -> !busy.contains(number) && !worked.contains(number))
                    .toList();
            busy.addAll(ready);
            return ready;
        }

        @Override
        protected boolean work(Integer number) {
            worked.add(number);
            busy.remove(number);
            done.countDown();
            return true;
        }

        @Override
        protected void notBegun(Integer number) {
            busy.remove(number);
        }
    }
}

package dev.quartermaster.bot.slack.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PollingLoopTest {
    @Test
    void everyLoopThatIsStartedLooksHoweverBusyTheMachineIs() throws Exception {
        int loops = 300;
        CountDownLatch looked = new CountDownLatch(loops);
        List<PollingLoop> started = new ArrayList<>();
        for (int number = 0; number < loops; number++) {
            boolean[] once = new boolean[1];
            PollingLoop loop = new PollingLoop("loop-" + number, () -> {
                if (!once[0]) {
                    once[0] = true;
                    looked.countDown();
                }
            });
            loop.start();
            started.add(loop);
        }
        try {
            assertThat(looked.await(60, TimeUnit.SECONDS))
                    .as(looked.getCount() + " of " + loops + " never looked")
                    .isTrue();
        } finally {
            started.forEach(PollingLoop::stop);
        }
    }

    @Test
    void whatFailsOnceIsLookedAtAgain() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        PollingLoop loop = new PollingLoop("failing", () -> {
            looks.countDown();
            throw new IllegalStateException("the database is away");
        });
        loop.start();
        try {
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
        }
    }

    @Test
    void anErrorEndsNoLoop() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        PollingLoop loop = new PollingLoop("failing", () -> {
            looks.countDown();
            throw new NoClassDefFoundError("gone");
        });
        loop.start();
        try {
            assertThat(looks.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
        }
    }
}

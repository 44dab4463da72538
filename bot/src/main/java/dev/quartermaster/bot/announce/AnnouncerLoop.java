package dev.quartermaster.bot.announce;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for notices a few times a second; what a crash leaves behind is found at the next look. */
@Component
class AnnouncerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnnouncerLoop.class);
    private static final long IDLE_MILLIS = 150;
    private static final long TROUBLE_MILLIS = 2000;

    private final Announcer announcer;
    private volatile boolean running;

    AnnouncerLoop(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("announcer").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                if (announcer.announce() == 0) {
                    Thread.sleep(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Notices wait, will be tried again: {}", e.toString());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TROUBLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

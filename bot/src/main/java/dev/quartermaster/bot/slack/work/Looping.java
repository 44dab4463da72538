package dev.quartermaster.bot.slack.work;

import org.springframework.context.SmartLifecycle;

/** A bean whose loop runs while the program does. */
public interface Looping extends SmartLifecycle {
    PollingLoop loop();

    @Override
    default void start() {
        loop().start();
    }

    @Override
    default void stop() {
        loop().stop();
    }

    @Override
    default boolean isRunning() {
        return loop().isRunning();
    }
}
